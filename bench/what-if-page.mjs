/** Asks a worker about a model, on `window.whatIf`: for bench/what-if.mjs. */
import { startWorker } from '../src/what-if/start-worker.ts';

const client = startWorker();
const FEATURE = 'flipper_length_mm';

const bytes = async path => (await fetch(path)).arrayBuffer();

window.whatIf = {
  /** Milliseconds until the model runs and says what the kernel said. */
  async open() {
    const [predictions, model, weights, inputs] = await Promise.all(
      ['predictions.arrow', 'model.json', 'weights.bin', 'inputs.arrow'].map(bytes)
    );
    const start = performance.now();
    const { rows, runs, problem } = await client.ask('open', {
      ...{ predictions, labelKeys: ['species_xf'] },
      model: { model, weights, inputs }
    });
    if (problem !== null) {
      throw new Error(problem);
    }
    return { time: performance.now() - start, rows, backend: runs.backend };
  },
  /** Milliseconds of each step. */
  async predict(steps) {
    const times = [];
    for (let step = 0; step < steps; step++) {
      const start = performance.now();
      await client.ask('predict', { row: 0, changes: { [FEATURE]: 170 + step / 4 } });
      times.push(performance.now() - start);
    }
    return times;
  },
  /** Milliseconds until the mean is over all rows. */
  async depend() {
    const start = performance.now();
    const { values } = await client.ask('depend', { row: 0, changes: {}, feature: FEATURE });
    return { time: performance.now() - start, values: values.length };
  }
};
