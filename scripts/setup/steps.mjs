/** Runs the steps of the set-up one after the other, each with a line that says how it goes. */
import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { cacheDir, environment, root } from './paths.mjs';

/** A failure that a person can do something about: `message` says what, `advice` says what to do. */
export class SetupError extends Error {
  constructor(message, advice = '') {
    super(message);
    this.advice = advice;
  }
}

/**
 * @typedef {object} Step
 * @property {string} title - What it is about, in two or three words.
 * @property {(shell: Shell) => Promise<string>} run - Does it where needed; returns what there is now.
 */

/** Does all steps. Throws the SetupError of the first that fails; later ones are not begun. */
export async function runSteps(steps) {
  for (const [index, step] of steps.entries()) {
    const line = new ProgressLine(`[${index + 1}/${steps.length}] ${step.title}`);
    try {
      line.done(await step.run(new Shell(step.title, line)));
    } catch (error) {
      line.done('failed');
      throw error;
    }
  }
}

/** Prints a failure of the set-up, or of what came after, and returns the exit code. */
export function reportFailure(error) {
  console.error(`\n${error instanceof SetupError ? error.message : (error.stack ?? error)}`);
  if (error.advice) {
    console.error(error.advice);
  }
  return 1;
}

/** The program that a step runs just now. */
let running = null;

/** Ends it: whoever began the steps is told to end. */
export function endStep() {
  running?.kill('SIGTERM');
}

/** The end of what is in a log. */
export const lastLines = path =>
  readFileSync(path, 'utf8').trimEnd().split('\n').slice(-25).join('\n');

/** Runs the programs of a step; what they say goes to a log in `.cache/setup`. */
export class Shell {
  constructor(title, line) {
    this._log = join(cacheDir('setup'), `${title.toLowerCase().replace(/[^a-z]+/g, '-')}.log`);
    this._line = line;
    this._out = createWriteStream(this._log, { flags: 'w' });
  }

  /**
   * Runs a program to its end, in the checkout or in the folder `cwd`.
   *
   * @param {string[]} command - The program and its arguments.
   * @param {{ advice?: string, env?: Record<string, string>, cwd?: string }} [options]
   * @throws SetupError with the end of what it said, where it fails.
   */
  async run(command, options = {}) {
    const [program, ...args] = command;
    this._line.busy();
    this._out.write(`$ ${command.join(' ')}\n`);
    const code = await new Promise(ended => {
      const child = spawn(program, args, {
        cwd: options.cwd ?? root,
        env: { ...environment(), ...options.env },
        stdio: ['ignore', 'pipe', 'pipe']
      });
      running = child;
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', data => this._out.write(data));
      }
      child.on('error', error => {
        this._out.write(`${error.message}\n`);
        ended(127);
      });
      child.on('close', (status, signal) => ended(status ?? signal));
    });
    running = null;
    if (code !== 0) {
      await new Promise(flushed => this._out.end(flushed));
      const tail = lastLines(this._log);
      const advice = options.advice ? `${options.advice}\n` : '';
      throw new SetupError(
        `${tail}\n\nFailed: ${command.join(' ')} (${code}).`,
        `${advice}All that it said is in ${relative(root, this._log)}. The next run goes on from here.`
      );
    }
  }
}

/** One line of progress; on a terminal the seconds count while a program runs. */
class ProgressLine {
  constructor(text) {
    this._text = text;
    this._start = Date.now();
    this._timer = null;
  }

  /** A program was started: from now on it takes time. */
  busy() {
    if (this._timer !== null) {
      return;
    }
    if (process.stdout.isTTY) {
      const show = () => process.stdout.write(`\r${this._text} … ${this._seconds()} s`);
      this._timer = setInterval(show, 1000);
      show();
    } else {
      console.log(`${this._text} …`);
      this._timer = setInterval(() => console.log(`${this._text} … ${this._seconds()} s`), 60_000);
    }
  }

  done(result) {
    clearInterval(this._timer);
    const seconds = this._seconds() < 1 ? '' : `, ${this._seconds()} s`;
    const clear = this._timer !== null && process.stdout.isTTY ? '\r\x1b[K' : '';
    console.log(`${clear}${this._text}: ${result}${seconds}`);
  }

  _seconds() {
    return Math.round((Date.now() - this._start) / 1000);
  }
}
