/** Starts JupyterLab, and stops it with all that it started. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

import { environment, inVenv, root } from './paths.mjs';
import { SetupError } from './steps.mjs';

/** A free TCP port of this machine. */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** What JupyterLab is told where root starts it: without this it refuses. */
export const rootArguments = process.getuid?.() === 0 ? ['--allow-root'] : [];

/**
 * Starts `jupyter lab`, in a process group of its own.
 *
 * @param {string[]} args - Arguments of `jupyter lab`.
 * @param {{ output?: number | 'inherit', env?: Record<string, string> }} [options] - Where what it
 *   says goes (a file descriptor, or this terminal), and more of the environment.
 * @returns The process, with `ended: Promise<number>` (exit code) and `stop(): Promise<void>`.
 */
export function startLab(args, { output = 'inherit', env = {} } = {}) {
  const child = spawn(inVenv('jupyter'), ['lab', ...rootArguments, ...args], {
    cwd: root,
    env: { ...environment(), ...env },
    stdio: ['ignore', output, output],
    detached: true
  });
  const ended = new Promise(done => {
    child.on('exit', code => done(code ?? 1));
    child.on('error', () => done(127));
  });
  const signal = (target, name) => {
    try {
      process.kill(target, name);
    } catch {
      // It has ended already.
    }
  };
  /** Asks it to stop, which ends its kernels too; what is left after ten seconds is killed. */
  const stop = async () => {
    signal(child.pid, 'SIGTERM');
    const timer = setTimeout(() => signal(-child.pid, 'SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
    signal(-child.pid, 'SIGKILL');
  };
  return { process: child, ended, stop };
}

/** Calls `stop` once when this process is told to end, whichever way. */
export function onEnd(stop) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, () => void stop(name));
  }
}

/** Waits until the server answers; throws a SetupError where it ended instead or takes too long. */
export async function answers(url, lab, seconds = 120) {
  const until = Date.now() + seconds * 1000;
  let over = false;
  void lab.ended.then(() => (over = true));
  while (Date.now() < until && !over) {
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(5000) })).ok) {
        return;
      }
    } catch {
      // Not up yet.
    }
    await new Promise(resume => setTimeout(resume, 250));
  }
  throw new SetupError(
    over ? 'JupyterLab ended as soon as it began.' : `JupyterLab did not start in ${seconds} s.`
  );
}
