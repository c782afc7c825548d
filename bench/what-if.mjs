/** Benchmarks of what-if: the penguin model of the fixtures, in a worker of a real Chromium. */
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { median, timeLine } from './artifact-pages.mjs';
import { inWorkerPage } from './worker-page.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
/** Steps of a slider. */
const STEPS = 200;
/** Milliseconds: a frame for a step. */
const GOAL = { start: 2000, predict: 16, depend: 1000 };

/**
 * From the model's bytes to its first prediction, then a step of a slider, and the dependence on a feature.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const folder = join(root, '.cache/bench/what-if');
  await cp(join(root, 'fixtures/what-if/penguins'), folder, { recursive: true });
  return inWorkerPage('bench/what-if-page.mjs', folder, async page => {
    const { time, rows, backend } = await page.evaluate(() => window.whatIf.open());
    const steps = await page.evaluate(count => window.whatIf.predict(count), STEPS);
    const depend = await page.evaluate(() => window.whatIf.depend());
    return [
      timeLine(
        'what-if.start',
        `Bytes of the penguin model to its predictions of ${Math.min(64, rows)} examples, TensorFlow.js included (${backend})`,
        time,
        GOAL.start
      ),
      timeLine(
        'what-if.predict',
        `A step of a slider to the prediction (median of ${STEPS})`,
        median(steps),
        GOAL.predict
      ),
      timeLine(
        'what-if.depend',
        `Dependence on a number over all ${rows} examples, ${depend.values} values`,
        depend.time,
        GOAL.depend
      )
    ];
  });
}
