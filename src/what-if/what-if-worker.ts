/** The worker: a thread of its own, so that a page stays quick while the model runs. */
import { Answerer } from './answerer';
import { prepareBackend } from './prepare-backend';
import type { Asked } from './questions';

const answerer = new Answerer(prepareBackend);

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  void answerer.answer(data, reply => self.postMessage(reply));
};
