/** Data that a part of a view reads when it is first drawn. */
import * as React from 'react';

/** How far it is. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'ready'; readonly value: T };

/**
 * Reads when the component is drawn, and again with another function; stops when it goes.
 *
 * @param load - The same function while the data is the same: memoise it.
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = React.useState<Loaded<T>>({ state: 'loading' });
  React.useEffect(() => {
    const stop = new AbortController();
    setLoaded({ state: 'loading' });
    void load(stop.signal)
      .then(
        (value): Loaded<T> => ({ state: 'ready', value }),
        (error: unknown): Loaded<T> => ({
          state: 'failed',
          sentence: error instanceof Error ? error.message : String(error)
        })
      )
      .then(next => {
        if (!stop.signal.aborted) {
          setLoaded(next);
        }
      });
    return () => stop.abort();
  }, [load]);
  return loaded;
}
