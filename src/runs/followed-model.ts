/** What is followed while somebody sees it, by asking the server again and again. State and a signal. */
import { JSONExt, type PartialJSONValue } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { Poll } from '@lumino/polling';
import { type ISignal, Signal } from '@lumino/signaling';

/** Milliseconds between questions at most, where nobody answers. */
const AWAY = 30_000;

/** Runs elsewhere, one of which the graph may show. A subclass says what is asked, and how often. */
export abstract class FollowedModel implements IDisposable {
  /**
   * @param _isSeen - Whether somebody sees it: only then is the server asked.
   * @param _wait - Milliseconds between questions, to begin with.
   */
  constructor(
    private readonly _isSeen: () => boolean,
    private _wait: number
  ) {
    this._poll = new Poll({
      auto: false,
      factory: () => this._look(),
      frequency: { interval: _wait, backoff: false, max: AWAY },
      standby: () => !this._isSeen() || document.hidden
    });
  }

  /** Why the last question or action was refused; empty where all is well. */
  get problem(): string {
    return this._problem;
  }

  /** Something is being done that a person asked for. */
  get busy(): boolean {
    return this._busy > 0;
  }

  /** The graph shows the run instead of the notebook. */
  get onGraph(): boolean {
    return this._onGraph;
  }
  set onGraph(value: boolean) {
    if (value !== this._onGraph) {
      this._onGraph = value;
      this._changed.emit();
    }
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Ask now: it came into view, or a person wants to know. */
  refresh(): void {
    if (this._isSeen()) {
      void this._poll.start();
      void this._poll.refresh();
    }
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._poll.dispose();
      Signal.clearData(this);
    }
  }

  /** What is known by now: a change of it is told. */
  protected abstract get _known(): readonly unknown[];

  /** Ask the server and keep what it says; false where a person has chosen otherwise meanwhile. */
  protected abstract _ask(): Promise<boolean>;

  /** Milliseconds to the next question; null where nobody answers: then it takes longer each time. */
  protected abstract _pause(): number | null;

  /** Does what a person asked for, tells how it went, and asks anew; false where it was refused. */
  protected async _do(work: () => Promise<void>): Promise<boolean> {
    this._busy += 1;
    this._problem = '';
    this._changed.emit();
    let isDone = true;
    try {
      await work();
    } catch (error) {
      isDone = false;
      this._problem = messageOf(error);
    }
    this._busy -= 1;
    if (!this._isDisposed) {
      this._changed.emit();
      this.refresh();
    }
    return isDone;
  }

  /** For subclasses, which change several things before they tell. */
  protected _problem = '';
  protected _onGraph = false;
  protected readonly _changed = new Signal<this, void>(this);

  private async _look(): Promise<void> {
    const before = this._known;
    let problem = '';
    try {
      if (!(await this._ask())) {
        return; // What was chosen is asked for next.
      }
    } catch (error) {
      problem = messageOf(error);
    }
    if (this._isDisposed) {
      return;
    }
    const pause = problem === '' ? this._pause() : null;
    this._wait = pause ?? Math.min(this._wait * 1.5, AWAY);
    this._poll.frequency = { interval: this._wait, backoff: false, max: AWAY };
    // What was refused to a person stays until there is something else to say.
    const isOther = problem !== this._problem && (problem !== '' || this._isLookProblem);
    if (isOther) {
      this._problem = problem;
      this._isLookProblem = problem !== '';
    }
    if (isOther || !isEqual(before, this._known)) {
      this._changed.emit();
    }
  }

  private _isLookProblem = false;
  private _busy = 0;
  private _isDisposed = false;
  private readonly _poll: Poll;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSONExt.deepEqual(one as PartialJSONValue, other as PartialJSONValue);
}
