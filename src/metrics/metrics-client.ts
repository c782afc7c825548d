/** Asks about predictions: the page's side. */
import type { IAnswers, IQuestions, QuestionKind, Reply } from './questions';

/** Where questions go; a `Worker` is one. */
export interface IQuestionPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** How an answer is waited for. */
export interface IAskOptions<T> {
  /** Takes the question back. */
  readonly signal?: AbortSignal;
  /** What is known before all is. */
  readonly onPart?: (answer: T) => void;
  /** From 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** A table in a worker, and questions about it. */
export class MetricsClient {
  constructor(
    private readonly _port: IQuestionPort,
    private readonly _end: () => void
  ) {}

  /**
   * Asks. A newer question of the same kind takes back the one before.
   *
   * @throws an Error whose message is a sentence; one that is named `AbortError` where the question was taken back.
   */
  ask<K extends QuestionKind>(
    kind: K,
    question: IQuestions[K],
    { signal, onPart, onProgress }: IAskOptions<IAnswers[K]> = {}
  ): Promise<IAnswers[K]> {
    return new Promise((done, fail) => {
      const { port1, port2 } = new MessageChannel();
      const end = (error: Error): void => {
        port1.postMessage(null);
        this._waiting.delete(kind);
        fail(error);
      };
      const stop = (): void => end(takenBack());
      if (this._fault !== null || signal?.aborted) {
        fail(this._fault ?? takenBack());
        return;
      }
      this._waiting.get(kind)?.(takenBack());
      this._waiting.set(kind, end);
      signal?.addEventListener('abort', stop, { once: true });
      const ended = (): void => {
        port1.close();
        signal?.removeEventListener('abort', stop);
        if (this._waiting.get(kind) === end) {
          this._waiting.delete(kind);
        }
      };
      port1.onmessage = ({ data }: MessageEvent<Reply<IAnswers[K]>>) => {
        switch (data.state) {
          case 'part':
            onPart?.(data.answer);
            break;
          case 'progress':
            onProgress?.(data.done);
            break;
          case 'done':
            ended();
            done(data.answer);
            break;
          case 'failed':
            ended();
            fail(new Error(data.sentence));
            break;
        }
      };
      const asked: { readonly kind: K; readonly question: IQuestions[K] } = { kind, question };
      const bytes = 'bytes' in question ? [question.bytes] : [];
      this._port.postMessage(asked, [port2, ...bytes]);
    });
  }

  /**
   * Tells that the worker answers no more.
   *
   * @param sentence - Why: what all questions fail with.
   */
  fail(sentence: string): void {
    this._fault = new Error(sentence);
    this._endAll(this._fault);
  }

  /** Takes back all questions, and ends the worker. */
  dispose(): void {
    this._endAll(takenBack());
    this._end();
  }

  private _endAll(error: Error): void {
    [...this._waiting.values()].forEach(end => end(error));
  }

  private _fault: Error | null = null;
  private readonly _waiting = new Map<QuestionKind, (error: Error) => void>();
}

function takenBack(): Error {
  return new DOMException('Taken back.', 'AbortError');
}
