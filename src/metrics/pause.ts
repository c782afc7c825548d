/** Lets a thread see what has come in between. */

/** Milliseconds between two looks. */
const OFTEN = 20;

/** @throws an `AbortError` after the signal. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new DOMException('Taken back.', 'AbortError');
  }
}

/** Gives the thread up for a moment, if it has been kept for long. */
export class Pauses {
  /** @throws an `AbortError` after the signal. */
  async pause(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    if (now - this._last > OFTEN) {
      await turn();
      this._last = performance.now();
    }
    throwIfAborted(signal);
  }

  private _last = performance.now();
}

/** The next turn of the event loop: sooner than a timer, which has to wait. */
function turn(): Promise<void> {
  return new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
