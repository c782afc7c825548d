/** Beam's job servers: starts one, waits until it takes jobs, ends it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findJava } from '../setup/java.mjs';
import { classPath } from '../setup/jars.mjs';
import { freePort } from '../setup/lab.mjs';
import { cacheDir, environment, root } from '../setup/paths.mjs';
import { lastLines, SetupError } from '../setup/steps.mjs';

// The serializers of Flink and Spark look into these; since Java 17 nobody may without a word.
const OPENED = [
  ...['lang', 'lang.invoke', 'lang.reflect', 'io', 'net', 'nio', 'time', 'util'].map(
    name => `java.base/java.${name}`
  ),
  ...['java.util.concurrent', 'java.util.concurrent.atomic'].map(name => `java.base/${name}`),
  ...['sun.nio.ch', 'sun.nio.cs', 'sun.util.calendar', 'sun.security.action'].map(
    name => `java.base/${name}`
  )
];
/** Milliseconds in which it has to take jobs, and then those for its end. */
const START = 120_000;
const GRACE = 10_000;

/**
 * Starts one on free ports, with its engine inside of its own process.
 *
 * @param {{ name: string, title: string, main: string, master: string, signal: AbortSignal }} options - The folder
 *   in `.cache`, the engine's name, the driver's class, the argument that asks for an engine inside, and what says
 *   that nobody waits for it any more.
 * @returns {Promise<{ endpoint: string, place: string, log: string, ended: Promise<number>, stop: () => Promise<void> }>}
 *   when it takes jobs.
 * @throws SetupError where it ends instead, or takes too long.
 */
export async function startJobServer({ name, title, main, master, signal }) {
  const [job, artifact, expansion] = [await freePort(), await freePort(), await freePort()];
  const staging = mkdtempSync(join(tmpdir(), `jupyterlab-tfx-${name}-`));
  const log = join(cacheDir(name), 'job-server.log');
  const output = openSync(log, 'w');
  const args = [
    '-Xmx2g',
    `-Djava.io.tmpdir=${staging}`,
    ...OPENED.map(each => `--add-opens=${each}=ALL-UNNAMED`),
    ...['-cp', classPath(name), main],
    '--job-host=127.0.0.1',
    `--job-port=${job}`,
    `--artifact-port=${artifact}`,
    `--expansion-port=${expansion}`,
    `--artifacts-dir=${staging}`,
    master
  ];
  const child = spawn(findJava().path, args, {
    cwd: staging,
    env: { ...environment(), SPARK_LOCAL_IP: '127.0.0.1' },
    stdio: ['ignore', output, output],
    // What a terminal sends to all at Ctrl-C would end it before the job that it runs.
    detached: true
  });
  let isOver = false;
  const ended = new Promise(done => {
    child.on('exit', code => done(code ?? 1));
    child.on('error', () => done(127));
  });
  void ended.then(() => (isOver = true));
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
    await ended;
    clearTimeout(timer);
    rmSync(staging, { recursive: true, force: true });
  };
  for (const until = Date.now() + START; !(await listens(job)); await sleep(250)) {
    if (isOver || signal.aborted || Date.now() > until) {
      await stop();
      signal.throwIfAborted();
      throw new SetupError(
        `${lastLines(log)}\n\nBeam’s ${title} job server did not start.`,
        `All that it said is in ${relative(root, log)}.`
      );
    }
  }
  const endpoint = `127.0.0.1:${job}`;
  return { endpoint, place: endpoint, log, ended, stop };
}

function listens(port) {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => done(true) || socket.destroy());
    socket.on('error', () => done(false));
  });
}
