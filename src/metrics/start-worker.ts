/** Starts a worker, in a chunk of its own. */
import { MetricsClient } from './metrics-client';

/** Ends with the client's `dispose`. */
export function startWorker(): MetricsClient {
  const worker = new Worker(new URL('./metrics-worker', import.meta.url));
  const client = new MetricsClient(worker, () => worker.terminate());
  worker.onerror = ({ message }) =>
    client.fail(
      `What reckons with the predictions cannot run here (${message || 'its script could not be loaded'}): reload the page, or ask whoever runs the server whether it forbids workers.`
    );
  return client;
}
