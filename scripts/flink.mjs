/**
 * `npm run flink`: StatisticsGen of the flights on a real Flink of this machine, and held against the same in a process.
 *
 * `--rows <number>` takes other than 20,000 flights, `--rows all` all of them. `--serve` starts the job server only,
 * for the panel's Beam runner, until Ctrl-C.
 *
 * Beam's servers listen on every address of the machine: no option says otherwise. So the command runs in a network of
 * its own that has nothing but the loopback address, where the system gives one. With `--serve` it cannot, as the
 * notebook's kernel has to reach it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startJobServer } from './flink/job-server.mjs';
import { flink } from './setup/flink.mjs';
import { setUp } from './setup/index.mjs';
import { onEnd } from './setup/lab.mjs';
import { cacheDir, environment, inVenv, root } from './setup/paths.mjs';
import { reportFailure, runSteps } from './setup/steps.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    serve: { type: 'boolean' },
    // The command itself, in the network of its own.
    inside: { type: 'boolean' }
  }
});

const OPEN =
  'Beam’s job server listens on every address of this machine: anybody who reaches it can run jobs on it.';
/** What runs a command in a network of its own. */
const OWN_NETWORK = ['unshare', '--map-root-user', '--net', 'sh', '-c'];
const LOOPBACK = 'ip link set lo up && exec "$@"';

const hasOwnNetwork = () => {
  const [program, ...args] = OWN_NETWORK;
  return spawnSync(program, [...args, LOOPBACK, 'sh', 'true'], { stdio: 'ignore' }).status === 0;
};

/** Runs a program to its end, or until this process is told to end; returns its exit code. */
const follow = ([program, ...args]) =>
  new Promise(done => {
    const child = spawn(program, args, { cwd: root, env: environment(), stdio: 'inherit' });
    onEnd(() => child.kill('SIGTERM'));
    child.on('exit', code => done(code ?? 1));
    child.on('error', () => done(127));
  });

async function serve() {
  const server = await startJobServer();
  console.log(OPEN);
  console.log(
    `Flink takes jobs at ${server.endpoint}: the Beam job server of the panel’s Beam runner. Ctrl-C stops it.`
  );
  const told = new Promise(end => onEnd(() => end(0)));
  const code = await Promise.race([told, server.ended]);
  await server.stop();
  return code;
}

async function statistics() {
  const server = await startJobServer();
  console.log(`Flink takes jobs at ${server.endpoint}.`);
  try {
    return await follow([
      ...[inVenv('python'), join(root, 'scripts', 'flink', 'statistics.py'), server.endpoint],
      ...['--folder', cacheDir('flink', 'flights')],
      ...(values.rows === undefined ? [] : ['--rows', values.rows])
    ]);
  } finally {
    await server.stop();
  }
}

try {
  if (values.inside) {
    process.exit(await statistics());
  }
  await setUp();
  await runSteps([flink]);
  if (values.serve) {
    process.exit(await serve());
  }
  const again = [process.execPath, ...process.argv.slice(1), '--inside'];
  if (hasOwnNetwork()) {
    process.exit(await follow([...OWN_NETWORK, LOOPBACK, 'sh', ...again]));
  }
  console.log(OPEN);
  process.exit(await follow(again));
} catch (error) {
  process.exit(reportFailure(error));
}
