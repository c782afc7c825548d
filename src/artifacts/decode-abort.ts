/** Reading that nobody waits for any more. */

/** @throws an AbortError where the signal says that the reading is not wanted any more. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new DOMException('The artifact is not wanted any more.', 'AbortError');
  }
}
