/** One board, from the press of a button to its end: state and a signal. */
import { ServerConnection } from '@jupyterlab/services';
import { JSONExt, type PartialJSONValue } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { Poll } from '@lumino/polling';
import { type ISignal, Signal } from '@lumino/signaling';

import type { TensorBoard, TensorBoardRequest } from '../protocol';
import type { TensorBoardClient } from '../server/tensorboard-client';

/** What is shown. `asking`: the server has not answered yet; `ended`: stopped, or gone with its server. */
export type BoardState = 'asking' | 'starting' | 'running' | 'failed' | 'ended';

/** Milliseconds between looks whether a board that is seen is well. */
const LOOK = 5000;
/** Milliseconds between two times that a page reads its data again, where the server does not tell when that changes. */
const UNKNOWN = 30_000;
/** Milliseconds between notes that a person works in it. */
const NOTE = 60_000;

/** Opens a board, and follows it while it is seen. */
export class BoardModel implements IDisposable {
  /** @param isSeen - Whether somebody sees it: only then is the server asked. */
  constructor(
    private readonly _client: TensorBoardClient,
    private readonly _request: () => TensorBoardRequest,
    private readonly _isSeen: () => boolean
  ) {
    this._poll = new Poll({
      auto: false,
      factory: () => this._look(),
      frequency: { interval: LOOK, backoff: false, max: LOOK },
      standby: () => !this._isSeen() || this._state !== 'running' || document.hidden
    });
  }

  get state(): BoardState {
    return this._state;
  }

  /** null before the server has answered. */
  get board(): TensorBoard | null {
    return this._board;
  }

  /** Why it failed, in a sentence; empty where the server does not answer, and where it has not failed. */
  get message(): string {
    return this._message;
  }

  /** Address of the page of a board that runs; else null. */
  get page(): string | null {
    return this._state === 'running' && this._board ? this._client.page(this._board.id) : null;
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /**
   * The training has gone on: the page should read its data again. TensorBoard's own page does that only where the
   * person turns it on, and then every half a minute at most.
   */
  get grown(): ISignal<this, void> {
    return this._grown;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Open the board, or another one where it has failed or ended. */
  async start(): Promise<void> {
    this._abort.abort();
    const own = (this._abort = new AbortController());
    const { signal } = own;
    this._set('asking', null);
    try {
      let board = await this._client.open(this._request());
      if (this._unwanted === own) {
        await this._client.stop(board.id);
        this._changed.emit();
      }
      while (board.state === 'starting' && !signal.aborted) {
        this._set('starting', board);
        board = await this._client.wait(board.id, signal);
      }
      if (!signal.aborted) {
        this._grownAt = Date.now(); // it serves before it has read what is there
        this._set(board.state, board, board.message);
        void this._poll.start();
      }
    } catch (error) {
      if (!signal.aborted) {
        const isAway = error instanceof ServerConnection.NetworkError;
        const message = error instanceof Error ? error.message : String(error);
        this._set('failed', null, isAway ? '' : message);
      }
    }
  }

  /** Stop the board, or its start. Changed at once, and once more when the server has stopped it. */
  async stop(): Promise<void> {
    const { id } = this._board ?? {};
    this._abort.abort();
    if (this._state === 'asking') {
      this._unwanted = this._abort; // what the server answers is stopped then
    }
    this._set('ended', this._board);
    if (id !== undefined) {
      await this._client.stop(id).catch(() => undefined); // it may be gone
      this._changed.emit();
    }
  }

  /** A person works in it: the server is told now and then. */
  use(): void {
    const now = Date.now();
    if (this._board && now - this._used > NOTE) {
      this._used = now;
      void this._client.use(this._board.id).catch(() => undefined);
    }
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._abort.abort();
      this._poll.dispose();
      Signal.clearData(this);
    }
  }

  private async _look(): Promise<void> {
    const { _board: board } = this;
    if (!board) {
      return;
    }
    try {
      const now = await this._client.read(board.id);
      if (this._state === 'running') {
        this._set(now.state, now, now.message);
        this._noteGrowth(now, board);
      }
    } catch (error) {
      // Only the server can say that it has ended; where there is no server, the next look tells more.
      if (this._state === 'running' && (error as { status?: unknown }).status === 404) {
        this._set('ended', board);
      }
    }
  }

  /** TensorBoard itself sees new events some seconds later than the server: the page reads for that long. */
  private _noteGrowth(now: TensorBoard, before: TensorBoard): void {
    const at = Date.now();
    if (now.eventsAt !== before.eventsAt) {
      this._grownAt = at;
    }
    const isLate = at - this._grownAt > 2 * 1000 * this._request().reloadInterval + LOOK;
    const isUnknown =
      (now.eventsAt === null && now.withoutEvents.length === 0) ||
      now.logdirs.some(({ uri }) => /^(gs|s3):/.test(uri));
    if (now.state === 'running' && (!isLate || (isUnknown && at - this._readAt >= UNKNOWN))) {
      this._readAt = at;
      this._grown.emit();
    }
  }

  private _set(state: BoardState, board: TensorBoard | null, message = ''): void {
    if (this._isDisposed) {
      return;
    }
    const isSame =
      state === this._state && message === this._message && isEqual(board, this._board);
    this._state = state;
    this._board = board;
    this._message = message;
    if (isSame) {
      return;
    }
    this._changed.emit();
  }

  private _state: BoardState = 'asking';
  private _board: TensorBoard | null = null;
  private _message = '';
  private _isDisposed = false;
  private _used = 0;
  private _abort = new AbortController();
  private _unwanted: AbortController | null = null;
  private _grownAt = 0;
  private _readAt = 0;
  private readonly _poll: Poll;
  private readonly _grown = new Signal<this, void>(this);
  private readonly _changed = new Signal<this, void>(this);
}

/** Whether what is seen of two is the same. */
function isEqual(one: TensorBoard | null, other: TensorBoard | null): boolean {
  const seen = (board: TensorBoard | null): PartialJSONValue =>
    board && ({ ...board, eventsAt: null } as unknown as PartialJSONValue);
  return JSONExt.deepEqual(seen(one), seen(other));
}
