/** The engines that Beam jobs run on here: what each is made of, and what the panel's form would have for it. */
import { go, prism, prismProgram } from '../setup/prism.mjs';
import { java } from '../setup/java.mjs';
import { jars } from '../setup/jars.mjs';
import { startJobServer } from './job-server.mjs';

/**
 * @typedef {object} Engine
 * @property {string} title
 * @property {import('../setup/steps.mjs').Step[]} steps - What gets it.
 * @property {boolean} serves - Whether it has an address, which the panel could take.
 * @property {(signal: AbortSignal) => Promise<Running>} start - Settles when it takes jobs, or is aborted.
 */

/**
 * @typedef {object} Running
 * @property {{ runner: string, options: Record<string, string> }} choice - A BeamChoice of the protocol.
 * @property {string} place - Where it is, for a sentence.
 * @property {string | null} log - File of what it says.
 * @property {Promise<number>} ended
 * @property {() => Promise<void>} stop
 */

/** @type {Record<string, Engine>} By the word that runs it. */
export const engines = {
  flink: {
    title: 'Flink',
    steps: [java, jars('flink', 'Flink')],
    serves: true,
    async start(signal) {
      const server = await startJobServer({
        name: 'flink',
        title: 'Flink',
        main: 'org.apache.beam.runners.flink.FlinkJobServerDriver',
        master: '--flink-master=[local]',
        signal
      });
      const options = { endpoint: server.endpoint, environment: 'LOOPBACK', parallelism: '1' };
      return { ...server, choice: { runner: 'flink', options } };
    }
  },
  spark: {
    title: 'Spark',
    steps: [java, jars('spark', 'Spark')],
    serves: true,
    async start(signal) {
      const server = await startJobServer({
        name: 'spark',
        title: 'Spark',
        main: 'org.apache.beam.runners.spark.SparkJobServerDriver',
        master: '--spark-master-url=local[2]',
        signal
      });
      const options = { endpoint: server.endpoint, environment: 'LOOPBACK' };
      return { ...server, choice: { runner: 'spark', options } };
    }
  },
  prism: {
    title: 'Prism',
    steps: [go, prism],
    serves: false,
    // Beam starts it for each job.
    async start() {
      return {
        choice: { runner: 'prism', options: { prismLocation: prismProgram() } },
        place: prismProgram(),
        log: null,
        ended: new Promise(() => {}),
        stop: async () => {}
      };
    }
  }
};
