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

/**
 * An engine inside of its own job server.
 *
 * @param {Omit<Parameters<typeof startJobServer>[0], 'signal'>} server
 * @param {Record<string, string>} [more] - Options of the choice beside the address and where the workers are.
 * @returns {Engine}
 */
const onJobServer = (server, more = {}) => ({
  title: server.title,
  steps: [java, jars(server.name, server.title)],
  serves: true,
  async start(signal) {
    const running = await startJobServer({ ...server, signal });
    const options = { endpoint: running.endpoint, environment: 'LOOPBACK', ...more };
    return { ...running, choice: { runner: server.name, options } };
  }
});

/** @type {Record<string, Engine>} By the word that runs it. */
export const engines = {
  flink: onJobServer(
    {
      name: 'flink',
      title: 'Flink',
      main: 'org.apache.beam.runners.flink.FlinkJobServerDriver',
      master: '--flink-master=[local]'
    },
    { parallelism: '1' }
  ),
  spark: onJobServer({
    name: 'spark',
    title: 'Spark',
    main: 'org.apache.beam.runners.spark.SparkJobServerDriver',
    master: '--spark-master-url=local[2]'
  }),
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
