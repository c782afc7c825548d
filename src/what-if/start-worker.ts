/** Starts a worker, in a chunk of its own. */
import { WhatIfClient } from './what-if-client';

/** Ends with the client's `dispose`. */
export function startWorker(): WhatIfClient {
  const worker = new Worker(new URL('./what-if-worker', import.meta.url));
  return new WhatIfClient(worker, () => worker.terminate());
}
