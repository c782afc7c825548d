/**
 * `npm run flink`, `npm run spark`, `npm run prism`: StatisticsGen of the flights on a real engine of this machine,
 * held against the same in a process.
 *
 * `--rows <number>` takes other than 20,000 flights, `--rows all` all of them. `--serve` starts the job server of
 * Flink or Spark only, for the panel's Beam runner, until Ctrl-C.
 *
 * Beam's servers listen on every address of the machine: no option says otherwise. So the command runs in a network of
 * its own that has nothing but the loopback address, where the system gives one. With `--serve` it cannot, as the
 * notebook's kernel has to reach it. Its processes are a tree of their own in any case: with the first the system
 * ends all others.
 */
import { spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { engines } from './engine/engines.mjs';
import { onEnd } from './setup/lab.mjs';
import { cacheDir, environment, inVenv, root } from './setup/paths.mjs';
import { endStep, lastLines, reportFailure, runSteps, SetupError } from './setup/steps.mjs';
import { makeVenv, pythonPackages } from './setup/venv.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    serve: { type: 'boolean' },
    // The command itself, in a network and a tree of processes of its own.
    inside: { type: 'boolean' }
  }
});
const [name] = positionals;
const engine = engines[name];

const OPEN =
  'Beam’s servers listen on every address of this machine: anybody who reaches it can run jobs on them.';
/** What was told to end: the exit code that a shell gives for Ctrl-C. */
const ENDED = 130;
const LOOPBACK = 'ip link set lo up && exec "$@"';
const TREE = ['unshare', '--map-root-user', '--mount-proc', '--pid', '--kill-child'];

/** What runs a command apart, as far as the system lets us: the best first. */
const APART = [
  ...(values.serve ? [] : [[...TREE, '--net', 'sh', '-c', LOOPBACK, 'sh']]),
  TREE,
  // Not even that: it ends what it has started by itself.
  []
];

function bestApart() {
  const works = ([program, ...args]) =>
    program === undefined ||
    spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0;
  return APART.find(works);
}

/** Settles when this process is told to end, or whoever started it is gone. */
const told = new Promise(end => {
  onEnd(() => end(ENDED));
  if (values.inside) {
    process.stdin.on('end', () => end(ENDED)).resume();
  } else {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && end(ENDED), 500).unref();
  }
});

/** Aborted then. */
const leaving = new AbortController();
void told.then(() => leaving.abort());

/** Runs a program until it ends, or this process is told to; returns its exit code. */
async function follow([program, ...args], options) {
  const child = spawn(program, args, { cwd: root, env: environment(), ...options });
  const ended = new Promise(done => {
    child.on('exit', code => done(code ?? 1));
    child.on('error', () => done(127));
  });
  const code = await Promise.race([told, ended]);
  if (child.exitCode === null && child.signalCode === null) {
    child.stdin?.end();
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }
  return code;
}

/** The job, and the same in a process; what Beam's threads say meanwhile goes to a file. */
async function statistics(running) {
  const log = join(cacheDir(name), 'statistics.log');
  const code = await follow(
    [
      ...[inVenv('python'), join(root, 'scripts', 'engine', 'statistics.py'), engine.title],
      ...['--choice', JSON.stringify(running.choice), '--folder', cacheDir(name, 'flights')],
      ...(values.rows === undefined ? [] : ['--rows', values.rows])
    ],
    {
      env: { ...environment(), PYTHONPATH: root },
      stdio: ['ignore', 'inherit', openSync(log, 'w')],
      // A terminal's Ctrl-C is for us, who end it.
      detached: true
    }
  );
  if (code !== 0 && code !== ENDED) {
    console.error(`\n${lastLines(log)}\n`);
    const logs = [log, ...(running.log ? [running.log] : [])].map(each => relative(root, each));
    console.error(`It failed. All that was said is in ${logs.join(' and ')}.`);
  }
  return code;
}

/** What is done inside: the engine, and the job or a person who waits. */
async function inside() {
  console.log(`\nStarting ${engine.title} …`);
  const running = await engine.start(leaving.signal);
  try {
    if (values.serve) {
      const { title } = engine;
      console.log(
        `${title} takes jobs at ${running.place}: the Beam job server of ${title} in the panel.`
      );
      console.log('Ctrl-C stops it.');
      return await Promise.race([told.then(() => 0), running.ended]);
    }
    console.log(`${engine.title} is ready: ${running.place}.`);
    return await statistics(running);
  } finally {
    await running.stop();
  }
}

async function outside() {
  if (engine === undefined || (values.serve && !engine.serves)) {
    const words = Object.entries(engines).filter(([, { serves }]) => serves || !values.serve);
    throw new SetupError(`Name one of ${words.map(([word]) => word).join(', ')}.`);
  }
  const leave = () => {
    endStep();
    process.exit(ENDED);
  };
  leaving.signal.addEventListener('abort', leave);
  await runSteps([makeVenv, pythonPackages, ...engine.steps]);
  leaving.signal.removeEventListener('abort', leave);
  const apart = bestApart();
  if (!apart.includes('--net')) {
    console.log(`\n${OPEN}`);
  }
  const again = [process.execPath, ...process.argv.slice(1), '--inside'];
  // Its input ends with this process, however that ends.
  const stdio = ['pipe', 'inherit', 'inherit'];
  const code = await follow([...apart, ...again], { stdio, detached: true });
  // A person's Ctrl-C is how it is meant to end.
  return values.serve && code === ENDED ? 0 : code;
}

try {
  process.exit(await (values.inside ? inside() : outside()));
} catch (error) {
  process.exit(leaving.signal.aborted ? ENDED : reportFailure(error));
}
