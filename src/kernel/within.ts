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

/** Milliseconds after which a question is asked again. */
const PAUSE = 3000;
/** How often it is asked. */
const TRIES = 7;

/**
 * The first answer to a question that may be asked again and again.
 *
 * The server lets messages through before it hears all that the kernel publishes, where the kernel is busy at that
 * moment. So an answer may be missed on a new connection, though not for long.
 *
 * @param canAnswer - Whether the other side could answer now: while it could not, nothing is asked, and there is no
 *   limit.
 * @throws TimeoutError where no answer comes in some 20 seconds; what the question throws.
 */
export async function insist<T>(
  ask: () => PromiseLike<T>,
  canAnswer: () => boolean = () => true
): Promise<T> {
  const asked = [ask()];
  for (let left = TRIES; ;) {
    try {
      return await within(PAUSE, Promise.race(asked));
    } catch (error) {
      if (!(error instanceof TimeoutError) || left === 0) {
        throw error;
      }
    }
    if (canAnswer() && --left > 0) {
      asked.push(ask());
    }
  }
}
