/** Benchmark of an export: the files of a pipeline, against the script that Jupyter itself makes of a notebook. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { setUp } from '../scripts/setup/index.mjs';
import { environment, inVenv, root } from '../scripts/setup/paths.mjs';

const execute = promisify(execFile);
/** @returns {Promise<object[]>} Lines of the benchmarks' table. */
export async function run() {
  await setUp({});
  const { stdout } = await execute(inVenv('python'), [join(root, 'bench', 'export_time.py')], {
    env: environment()
  });
  const { ours, theirs } = JSON.parse(stdout.trim().split('\n').at(-1));
  const ratio = round(ours / theirs);
  return [
    {
      id: 'export.time',
      what: 'An example is exported for all orchestrators, against nbconvert’s script (medians)',
      value: round(ours * 1000),
      unit: 'ms',
      against: round(theirs * 1000),
      ratio,
      goal: '≤ 1.5 ×',
      met: ratio <= 1.5
    }
  ];
}

const round = value => Math.round(value * 100) / 100;
