/** Lets a thread see what has come in between. */

/** Milliseconds between two looks, in a worker. */
const OFTEN = 20;

/** @throws an `AbortError` after the signal. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new DOMException('Taken back.', 'AbortError');
  }
}

/** Gives the thread up for a moment, if it has been kept for long. */
export class Pauses {
  /** @param _long - Milliseconds. */
  constructor(private readonly _long = OFTEN) {}

  /** @throws an `AbortError` after the signal. */
  async pause(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    if (now - this._last > this._long) {
      await turn();
      this._last = performance.now();
    }
    throwIfAborted(signal);
  }

  private _last = performance.now();
}

/** The next turn of the event loop: where there are channels, sooner than a timer, which has to wait. */
function turn(): Promise<void> {
  return new Promise(done => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(done);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
