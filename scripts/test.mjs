/**
 * `npm test`: the set-up, then lint, types, unit tests of both languages and browser tests.
 *
 * `npm test -- --only unit` runs a part (lint, unit, python, browser; several with commas), and
 * what follows a further `--` goes to its runner: `npm test -- --only browser -- smoke`.
 *
 * The last line is `N passed, N failed`, over all tests; a check of lint or types counts as one.
 */
import { spawn } from 'node:child_process';

import { setUp } from './setup/index.mjs';
import { environment, root } from './setup/paths.mjs';
import { reportFailure } from './setup/steps.mjs';
import { stages } from './test/stages.mjs';
import { printTable } from './test/table.mjs';

const { parts, rest } = readArguments(process.argv.slice(2));
const chosen = stages.filter(stage => parts === null || parts.includes(stage.part));

try {
  const browser = chosen.some(stage => stage.part === 'browser');
  const python = chosen.some(stage => stage.part === 'python');
  await setUp({ browser, proxy: browser, airflow: browser || python, kfp: python });
} catch (error) {
  reportFailure(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const results = [];
for (const stage of chosen) {
  console.log(`\n── ${stage.name}`);
  const start = Date.now();
  const code = await run([...stage.command, ...rest], stage);
  const counts = stage.count?.(start) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  // A runner that fails beside its tests (it crashed, it found none) is a failure too.
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
  }
  results.push({ name: stage.name, seconds: (Date.now() - start) / 1000, ...counts });
}

printTable(results);
const total = key => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);

/** Runs a stage to its end, in an environment that is the same everywhere; gives its exit code. */
function run([program, ...args], { cwd = root, env = {} }) {
  return new Promise(ended => {
    const child = spawn(program, args, {
      cwd,
      env: { ...environment(), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
      stdio: ['ignore', 'inherit', 'inherit']
    });
    child.on('error', error => {
      console.error(error.message);
      ended(127);
    });
    child.on('close', code => ended(code ?? 1));
  });
}

/** Reads `--only a,b` and what follows `--`; says what there is where the part is unknown. */
function readArguments(args) {
  const split = args.indexOf('--');
  const own = split < 0 ? args : args.slice(0, split);
  const rest = split < 0 ? [] : args.slice(split + 1);
  const known = [...new Set(stages.map(stage => stage.part))];
  if (own.length === 0) {
    return { parts: null, rest: [] };
  }
  const parts = own[0] === '--only' ? (own[1]?.split(',') ?? []) : [];
  if (own.length !== 2 || parts.length === 0 || parts.some(part => !known.includes(part))) {
    console.error(`Usage: npm test -- [--only ${known.join('|')}] [-- <for the runner>]`);
    process.exit(2);
  }
  return { parts, rest };
}
