/** Beam's Flink job server: starts it, waits until it takes jobs, ends it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { flinkJars } from '../setup/flink.mjs';
import { freePort } from '../setup/lab.mjs';
import { cacheDir, environment, root } from '../setup/paths.mjs';
import { SetupError } from '../setup/steps.mjs';

// Flink's serializers look into these; Java 17 lets nobody without a word.
const OPENED = ['lang', 'util', 'nio', 'net', 'time', 'util.concurrent'].map(
  name => `java.base/java.${name}`
);

/**
 * The command that starts the job server, with a Flink inside of its own process.
 *
 * @param {{ jars: string, ports: readonly [number, number, number], staging: string }} options - The folder of the
 *   jars; the ports for jobs, artifacts and expansion; where what jobs bring is kept.
 */
export function jobServerCommand({ jars, ports, staging }) {
  const [job, artifact, expansion] = ports;
  return [
    'java',
    '-Xmx2g',
    ...[...OPENED, 'java.base/sun.nio.ch'].map(each => `--add-opens=${each}=ALL-UNNAMED`),
    ...['-cp', join(jars, '*'), 'org.apache.beam.runners.flink.FlinkJobServerDriver'],
    '--job-host=127.0.0.1',
    `--job-port=${job}`,
    `--artifact-port=${artifact}`,
    `--expansion-port=${expansion}`,
    `--artifacts-dir=${staging}`,
    '--flink-master=[local]'
  ];
}

/**
 * Starts it on free ports.
 *
 * @returns {Promise<{ endpoint: string, ended: Promise<number>, stop: () => Promise<void> }>} when it takes jobs.
 * @throws SetupError where it ends instead, or takes more than a minute.
 */
export async function startJobServer() {
  const ports = [await freePort(), await freePort(), await freePort()];
  const staging = mkdtempSync(join(tmpdir(), 'jupyterlab-tfx-flink-'));
  const log = join(cacheDir('flink'), 'job-server.log');
  const [program, ...args] = jobServerCommand({ jars: flinkJars(), ports, staging });
  const output = openSync(log, 'w');
  const child = spawn(program, args, {
    cwd: root,
    env: environment(),
    stdio: ['ignore', output, output]
  });
  let isOver = false;
  const ended = new Promise(done => {
    child.on('exit', code => done(code ?? 1));
    child.on('error', () => done(127));
  });
  void ended.then(() => (isOver = true));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
    rmSync(staging, { recursive: true, force: true });
  };
  for (let tries = 0; !(await listens(ports[0])); tries++) {
    if (isOver || tries > 240) {
      await stop();
      throw new SetupError('Beam’s Flink job server did not start.', `See ${relative(root, log)}.`);
    }
    await sleep(250);
  }
  return { endpoint: `127.0.0.1:${ports[0]}`, ended, stop };
}

function listens(port) {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => done(true) || socket.destroy());
    socket.on('error', () => done(false));
  });
}
