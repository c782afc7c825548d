/** A stand-in for the worker: the same answerer on the page's own thread, with the processor as its only backend. */
import { MessageChannel as NodeChannel } from 'node:worker_threads';

import { Answerer } from '../answerer';
import type { BackendName } from '../graph-runner';
import type { Asked, Reply } from '../questions';
import type { IQuestionPort } from '../what-if-client';
import { WhatIfClient } from '../what-if-client';

// jsdom has none.
Object.assign(globalThis, { MessageChannel: NodeChannel });

/** WebAssembly and WebGPU are for the browser's tests. */
export async function processor(name: BackendName): Promise<void> {
  if (name !== 'cpu') {
    throw new Error('not in this test');
  }
  await import('@tensorflow/tfjs-backend-cpu');
}

/** As the real `startWorker`. */
export function startWorker(): WhatIfClient {
  const answerer = new Answerer(processor);
  const port: IQuestionPort = {
    onmessage: null,
    postMessage: message => {
      const reply = (data: Reply): void => port.onmessage?.(new MessageEvent('message', { data }));
      void answerer.answer(message as Asked, reply);
    }
  };
  return new WhatIfClient(port, () => undefined);
}
