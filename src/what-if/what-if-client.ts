/** Asks about the evaluated model: the page's side. */
import type { IAnswers, IQuestions, QuestionKind, Reply } from './questions';

/** Where questions go, and answers come from; a `Worker` is one. */
export interface IQuestionPort {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
}

interface IWaiting {
  readonly kind: QuestionKind;
  readonly reply: (reply: Reply) => void;
  readonly drop: () => void;
}

/** A worker with a model. */
export class WhatIfClient {
  constructor(
    private readonly _port: IQuestionPort,
    private readonly _end: () => void
  ) {
    _port.onmessage = ({ data }) => this._waiting.get(data.id)?.reply(data);
  }

  /**
   * Asks. A newer question of the same kind takes back the one before.
   *
   * @param onPart - Told what is known before all is.
   * @throws an Error whose message is a sentence; one that is named `AbortError` where the question was taken back.
   */
  ask<K extends QuestionKind>(
    kind: K,
    question: IQuestions[K],
    onPart: (answer: IAnswers[K]) => void = () => undefined
  ): Promise<IAnswers[K]> {
    for (const [id, waiting] of this._waiting) {
      if (waiting.kind === kind) {
        this._waiting.delete(id);
        waiting.drop();
      }
    }
    const id = ++this._last;
    return new Promise((done, fail) => {
      this._waiting.set(id, {
        kind,
        drop: () => fail(new DOMException('Taken back.', 'AbortError')),
        reply: reply => {
          if (reply.state === 'failed') {
            this._waiting.delete(id);
            fail(new Error(reply.sentence));
            return;
          }
          const answer = reply.answer as IAnswers[K];
          if (reply.state === 'part') {
            onPart(answer);
          } else {
            this._waiting.delete(id);
            done(answer);
          }
        }
      });
      this._port.postMessage({ id, kind, question });
    });
  }

  /** Takes back all questions, and ends the worker. */
  dispose(): void {
    const waiting = [...this._waiting.values()];
    this._waiting.clear();
    waiting.forEach(({ drop }) => drop());
    this._port.onmessage = null;
    this._end();
  }

  private _last = 0;
  private readonly _waiting = new Map<number, IWaiting>();
}
