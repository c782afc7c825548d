/** A stand-in for the worker: the same answerer on the page's own thread, behind the same ports. */
import { MessageChannel as NodeChannel, MessagePort as NodePort } from 'node:worker_threads';

import { Answerer } from '../answerer';
import { MetricsClient } from '../metrics-client';
import type { Asked } from '../questions';

// jsdom has none.
Object.assign(globalThis, { MessageChannel: NodeChannel, MessagePort: NodePort });

/** As `startWorker`. */
export function startWorker(): MetricsClient {
  const answerer = new Answerer();
  return new MetricsClient(
    {
      postMessage: (message, [port]) => {
        if (isAsked(message) && port instanceof MessagePort) {
          void answerer.answer(message, port);
        }
      }
    },
    () => {}
  );
}

function isAsked(message: unknown): message is Asked {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
