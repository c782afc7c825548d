/** Starts a worker, in a chunk of its own. */
import { MetricsClient } from './metrics-client';

/** Ends with the client's `dispose`. */
export function startWorker(): MetricsClient {
  const worker = new Worker(new URL('./metrics-worker', import.meta.url));
  return new MetricsClient(worker, () => worker.terminate());
}
