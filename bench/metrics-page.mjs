/** Asks a worker about predictions, on `window.metrics`: for bench/metrics.mjs. */
import { startWorker } from '../src/metrics/start-worker.ts';

const client = startWorker();
const options = { weighted: false, threshold: 0.5, thresholds: 10_000 };
const slicingOf = names => ({
  by: names.map(feature => ({ feature, edges: null })),
  filters: []
});

window.metrics = {
  /** Reads a file of the server. */
  async open(path) {
    const bytes = await (await fetch(path)).arrayBuffer();
    return client.ask('open', { bytes, outputWeights: {} });
  },
  /** Milliseconds until all metrics of all slices are there, and their curves at all thresholds. */
  async slice(...names) {
    const slicing = slicingOf(names);
    const start = performance.now();
    const { slices } = await client.ask('figures', { slicing, options, rounds: 0 });
    await client.ask('plots', { slicing, options, slices: [0, 1, 2], of: 0 });
    return { time: performance.now() - start, slices: slices.length };
  },
  /** Milliseconds until all intervals are there. */
  async bootstrap(rounds, ...names) {
    const slicing = slicingOf(names);
    const start = performance.now();
    await client.ask('figures', { slicing, options, rounds });
    return performance.now() - start;
  },
  /** Milliseconds until the finder is through. */
  async find(name, least) {
    const measure = { name, classId: null, aggregation: null };
    const start = performance.now();
    const { tested } = await client.ask('find', { measure, options, least });
    return { time: performance.now() - start, tested };
  }
};
