/** Talks to the kernel side over its comm: requests with answers, events in order. */
import type { Kernel } from '@jupyterlab/services';
import type { JSONValue } from '@lumino/coreutils';
import { PromiseDelegate } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import { PROTOCOL_VERSION } from '../protocol';
import type {
  AskModelValue,
  BeamCheck,
  Event as KernelEvent,
  FilesValue,
  HelloValue,
  OkReply,
  PredictionJob,
  Proof,
  Request,
  Snapshot,
  ValidateValue,
  ValuesValue
} from '../protocol';
import { decodeEvent, decodeReply } from '../protocol/decode';
import { setUp, started } from './attach';
import { KernelFailure } from './failure';
import { openLane } from './lane';
import type { ILane } from './lane';
import type { IComm } from './own-comm';
import { insist, TimeoutError, within } from './within';

/** Target name of the comm; `COMM_TARGET` in `jupyterlab_tfx.protocol`. */
const TARGET = 'jupyterlab_tfx';
/** Milliseconds for an answer that may have to import TensorFlow or Beam first. */
const VALIDATE_TIMEOUT = 120_000;
/** Milliseconds for the answer to what cannot be asked twice. */
const DETACH_TIMEOUT = 20_000;
/** Milliseconds in which the kernel takes the word that a comm is closed. */
const CLOSE_TIMEOUT = 5000;

/** Answer by kind of request. */
export interface IAnswers {
  readonly hello: HelloValue;
  readonly snapshot: Snapshot;
  readonly 'check-files': FilesValue;
  readonly validate: ValidateValue;
  readonly predict: PredictionJob;
  readonly 'prediction-job': PredictionJob;
  readonly 'ask-model': AskModelValue;
  readonly prove: Proof;
  readonly proof: Proof;
  readonly values: ValuesValue;
  readonly 'use-beam': object;
  readonly 'check-beam': BeamCheck;
  readonly detach: object;
}

/** What a request of a kind carries beside its id and its kind. */
export type Arguments<K extends keyof IAnswers> = Omit<
  Extract<Request, { kind: K }>,
  'id' | 'kind'
>;

/** One attachment to one kernel process. It ends with the process; then make another one. */
export class KernelClient implements IDisposable {
  private constructor(private readonly _lane: ILane) {}

  /**
   * Sets the kernel side up and shakes hands.
   *
   * While the kernel is busy and cannot answer beside, this waits for the running cell.
   *
   * @param version - The front end's version, for the handshake.
   * @throws KernelFailure that says why there is no attachment.
   */
  static async attach(kernel: Kernel.IKernelConnection, version: string): Promise<KernelClient> {
    await started(kernel);
    const lane = await openLane(kernel);
    const client = new KernelClient(lane);
    try {
      await setUp(kernel, lane);
      await client._open(version);
      return client;
    } catch (error) {
      client.dispose();
      throw unanswered(error);
    }
  }

  /** Events since the handshake's snapshot, in order. */
  get event(): ISignal<this, KernelEvent> {
    return this._event;
  }

  /** The kernel side closed the comm, or said what cannot be read: nothing more will come. */
  get closed(): ISignal<this, KernelFailure> {
    return this._closed;
  }

  get answersWhileBusy(): boolean {
    return this._lane.answersWhileBusy;
  }

  /** The handshake's answer. */
  get hello(): HelloValue {
    return this._hello!;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /**
   * Asks the kernel side.
   *
   * @throws KernelFailure of kind `other-version`, `busy` (no answer in time), `gone` or `error`.
   */
  async ask<K extends keyof IAnswers>(kind: K, args: Arguments<K>): Promise<IAnswers[K]> {
    const comm = this._comm;
    if (!comm || comm.isDisposed || this._isDisposed) {
      throw new KernelFailure('gone', '');
    }
    const ask = () => this._ask(comm, kind, args);
    try {
      if (!this.answersWhileBusy) {
        return await ask();
      }
      switch (kind) {
        case 'validate':
        case 'ask-model':
        case 'check-beam':
          return await within(VALIDATE_TIMEOUT, ask());
        case 'detach':
          return await within(DETACH_TIMEOUT, ask());
        default:
          return await insist(ask);
      }
    } catch (error) {
      throw unanswered(error);
    }
  }

  /**
   * Undoes what attaching did, where no other window is attached; then ends.
   */
  async detach(): Promise<void> {
    try {
      await this.ask('detach', {});
    } finally {
      this.dispose();
    }
  }

  /** Ends with its page, which hears no answer any more: nothing waits for one. */
  leave(): void {
    if (!this._isDisposed) {
      this._lane.leaveSubshell();
      this.dispose();
      this._lane.dispose(true);
    }
  }

  /** Ends; the kernel side goes on for other windows. */
  dispose(alive = true): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    const comm = this._comm;
    let closing: Promise<unknown> | null = null;
    if (comm && !comm.isDisposed) {
      comm.onMsg = () => undefined;
      comm.onClose = () => undefined;
      if (alive && this._lane.connection.connectionStatus === 'connected') {
        closing = within(CLOSE_TIMEOUT, comm.close().done).catch(() => undefined);
      } else {
        comm.dispose();
      }
    }
    for (const answer of this._waiting.values()) {
      answer.reject(new KernelFailure('gone', ''));
    }
    if (closing) {
      // A subshell that goes too early takes the word that the comm is closed with it.
      void closing.then(() => this._lane.dispose(alive));
    } else {
      this._lane.dispose(alive);
    }
    Signal.clearData(this);
  }

  private async _open(version: string): Promise<void> {
    const comm = this._lane.makeComm(TARGET);
    this._comm = comm;
    comm.onMsg = message => this._receive(message.content.data);
    comm.onClose = () => this._end(new KernelFailure('closed', ''));
    // Its future is for what the handler prints or raises; a target that is missing closes the comm at once.
    comm.open();
    this._hello = await this.ask('hello', { protocol: PROTOCOL_VERSION, client: version });
  }

  /** One message, and its answer whenever that comes. */
  private async _ask<K extends keyof IAnswers>(
    comm: IComm,
    kind: K,
    args: Arguments<K>
  ): Promise<IAnswers[K]> {
    const id = ++this._lastId;
    const answer = new PromiseDelegate<OkReply['value']>();
    this._waiting.set(id, answer);
    try {
      comm.send({ id, kind, ...args });
      return (await answer.promise) as IAnswers[K];
    } finally {
      this._waiting.delete(id);
    }
  }

  private _receive(data: JSONValue): void {
    try {
      if (typeof data === 'object' && data !== null && 'event' in data) {
        this._event.emit(decodeEvent(data));
        return;
      }
      const reply = decodeReply(data);
      const answer = reply.id === null ? undefined : this._waiting.get(reply.id);
      if (reply.ok) {
        answer?.resolve(reply.value);
        return;
      }
      const { kind, message } = reply.error;
      const failure = new KernelFailure(kind === 'version' ? 'other-version' : 'error', message);
      if (answer) {
        answer.reject(failure);
      } else {
        this._end(failure);
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this._end(new KernelFailure('error', message));
    }
  }

  private _end(failure: KernelFailure): void {
    if (!this._isDisposed) {
      for (const answer of this._waiting.values()) {
        answer.reject(failure);
      }
      this._closed.emit(failure);
    }
  }

  private _comm: IComm | null = null;
  private _hello: HelloValue | null = null;
  private _lastId = 0;
  private _isDisposed = false;
  private readonly _waiting = new Map<number, PromiseDelegate<OkReply['value']>>();
  private readonly _event = new Signal<this, KernelEvent>(this);
  private readonly _closed = new Signal<this, KernelFailure>(this);
}

/** Whatever went wrong, as a failure. */
function unanswered(error: unknown): KernelFailure {
  if (error instanceof KernelFailure) {
    return error;
  }
  return error instanceof TimeoutError
    ? new KernelFailure('busy', '')
    : new KernelFailure('error', String(error));
}
