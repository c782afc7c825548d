/** Time limits on what another process is asked for. */

/** No answer came in time. */
export class TimeoutError extends Error {
  constructor(readonly milliseconds: number) {
    super(`No answer within ${milliseconds} ms.`);
    this.name = 'TimeoutError';
  }
}

/**
 * A promise's value, if it comes in time.
 *
 * @throws TimeoutError where it does not; what the promise throws.
 */
export async function within<T>(milliseconds: number, promise: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TimeoutError(milliseconds)), milliseconds);
      })
    ]);
  } finally {
    clearTimeout(timer);
  }
}
