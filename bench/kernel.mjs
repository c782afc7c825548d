/** Benchmarks of the kernel side: what observing and attaching cost, with the real TFX. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { environment, inVenv, root } from '../scripts/setup/paths.mjs';

/**
 * Cells with and without the observer, paired in one kernel; attaching in fresh kernels.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const { stdout } = await promisify(execFile)(
    inVenv('python'),
    [join(root, 'bench', 'kernel_observe.py')],
    { env: environment(), maxBuffer: 1 << 24 }
  );
  const seconds = JSON.parse(stdout.trim().split('\n').at(-1));
  const pairs = (name, of = '') =>
    seconds[`${name}_with${of}`].map((cost, i) => [cost, seconds[`${name}_without${of}`][i]]);
  const attach = median(seconds.attach) * 1000;
  return [
    observed('kernel.observe-cached', 'a cached SchemaGen', pairs('cached'), {
      goal: '≤ 5 ms more',
      met: more => more <= 5
    }),
    observed('kernel.observe-real', 'StatisticsGen', pairs('real'), atMostOnePercent),
    observed(
      'kernel.observe-real-processor',
      'StatisticsGen, seconds of processors',
      pairs('real', '_processor'),
      atMostOnePercent
    ),
    {
      id: 'kernel.start',
      what: `Attaching to a fresh kernel, with the handshake (median of ${seconds.attach.length})`,
      value: round(attach),
      unit: 'ms',
      against: 50,
      ratio: round(attach / 50),
      goal: '< 50 ms',
      met: attach < 50
    }
  ];
}

const atMostOnePercent = { goal: 'ratio ≤ 1.01', met: (_, ratio) => ratio <= 1.01 };

/** A line of cells with the observer against the same without: the median of the pairs' differences. */
function observed(id, what, pairs, { goal, met }) {
  const more = median(pairs.map(([cost, without]) => cost - without)) * 1000;
  const against = median(pairs.map(([, without]) => without)) * 1000;
  const ratios = pairs.map(([cost, without]) => cost / without).sort((a, b) => a - b);
  const ratio = median(ratios);
  const spread = [0.25, 0.75].map(part => round(ratios[Math.floor(ratios.length * part)]));
  return {
    id,
    what: `Observing ${what} (${pairs.length} pairs; half of the ratios are in ${spread.join(' … ')})`,
    value: round(more),
    unit: 'ms more',
    against: round(against),
    ratio: round(ratio),
    goal,
    met: met(more, ratio)
  };
}

/** The middle; of an even number, the mean of the two in the middle. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const round = value => Math.round(value * 1000) / 1000;
