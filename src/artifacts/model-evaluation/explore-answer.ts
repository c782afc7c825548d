/** Answers of the worker, for as long as a question is the same. */
import * as React from 'react';

import type { MetricsClient } from '../../metrics/metrics-client';
import type { IAnswers, IQuestions, QuestionKind } from '../../metrics/questions';

/** What is known of a question. */
export interface IAnswerState<T> {
  /** The last answer, perhaps to the question before; null where there is none yet. */
  readonly answer: T | null;
  readonly busy: boolean;
  /** From 0 to 1, where it is told. */
  readonly done: number;
  /** Why there is no answer. */
  readonly failure: string | null;
}

/**
 * Asks, and again with another question; the one before is taken back, and its answer stays until there is a new one.
 *
 * @param question - null to ask nothing, and forget the answer.
 */
export function useAnswer<K extends QuestionKind>(
  client: MetricsClient,
  kind: K,
  question: IQuestions[K] | null
): IAnswerState<IAnswers[K]> {
  const [state, setState] = React.useState<IAnswerState<IAnswers[K]>>(NOTHING);
  const key = JSON.stringify(question, infinities);
  React.useEffect(() => {
    if (question === null) {
      setState(NOTHING);
      return undefined;
    }
    const stop = new AbortController();
    const { signal } = stop;
    const set = (next: Partial<IAnswerState<IAnswers[K]>>): void => {
      if (!signal.aborted) {
        setState(before => ({ ...before, ...next }));
      }
    };
    set({ busy: true, failure: null, done: 0 });
    client
      .ask(kind, question, {
        signal,
        onPart: answer => set({ answer }),
        onProgress: done => set({ done })
      })
      .then(
        answer => set({ answer, busy: false }),
        (error: unknown) =>
          set({ busy: false, failure: error instanceof Error ? error.message : String(error) })
      );
    return () => stop.abort();
    // The question is the same as long as its text is.
  }, [client, kind, key]);
  return state;
}

const NOTHING = { answer: null, busy: false, done: 0, failure: null };

/** JSON has none. */
function infinities(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
