/** The worker: a thread of its own, so that a page stays quick whatever is asked. */
import { Answerer } from './answerer';
import type { Asked } from './questions';

const answerer = new Answerer();

self.onmessage = ({ data, ports }: MessageEvent<Asked>) => {
  void answerer.answer(data, ports[0]);
};
