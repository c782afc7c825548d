/** Keeps one notebook attached to its kernel, through restarts and kernel changes, for as long as that is wanted. */
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import { KernelFailure } from '../kernel/failure';
import { KernelClient } from '../kernel/kernel-client';
import type { Arguments, IAnswers } from '../kernel/kernel-client';
import { MainShell } from '../kernel/main-shell';
import { KernelWaker } from '../kernel/waker';
import type { AttachmentState, IAttachment } from '../panel/panel-model';
import type { IKernelFacts } from '../pipeline/kernel-facts';
import { isGap } from '../pipeline/kernel-facts';
import { PACKAGE_VERSION } from '../protocol';
import type { Event as KernelEvent } from '../protocol';
import { failureSentence } from './failure-sentence';

/** Milliseconds after which a restart is over although no word of the new process was heard. */
const RESTART_TIMEOUT = 10_000;

/** Options of {@link KernelAttachment}. */
export interface IKernelAttachmentOptions {
  readonly sessionContext: ISessionContext;
  readonly trans: TranslationBundle;
  /** All that the kernel side knows; null when it is gone. */
  readonly onFacts: (facts: IKernelFacts | null) => void;
  /** What came after. */
  readonly onEvent: (event: KernelEvent) => void;
}

/** State of the way to the kernel. It attaches only while `wanted`. */
export class KernelAttachment implements IDisposable {
  constructor(private readonly _options: IKernelAttachmentOptions) {
    const { sessionContext } = _options;
    sessionContext.kernelChanged.connect(this._onKernel, this);
    sessionContext.statusChanged.connect(this._onStatus, this);
    sessionContext.connectionStatusChanged.connect(this._onConnection, this);
    // Else the kernel would go on talking to a page that is gone.
    window.addEventListener('pagehide', this._onPageHide);
    window.addEventListener('pageshow', this._onPageShow);
    this._state = this._stateWithoutClient();
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get attachment(): IAttachment {
    return this._state;
  }

  get busy(): boolean {
    return this._shell?.busy ?? false;
  }

  get answersWhileBusy(): boolean {
    return this._client?.answersWhileBusy ?? true;
  }

  /** Path of the kernel's Python; null where nothing is attached. */
  get executable(): string | null {
    return this._client?.hello.executable ?? null;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Whether to be attached. Turning it off ends the connection; what the kernel side observes stays there. */
  get wanted(): boolean {
    return this._wanted;
  }
  set wanted(value: boolean) {
    if (value !== this._wanted) {
      this._wanted = value;
      this._update();
    }
  }

  /** Wait until it is attached, or is not going to be. */
  async settled(): Promise<void> {
    if (this._state.state === 'attaching' && !this._isDisposed) {
      await new Promise<void>(settle => {
        const look = (): void => {
          if (this._state.state !== 'attaching') {
            this._changed.disconnect(look);
            settle();
          }
        };
        this._changed.connect(look);
      });
    }
  }

  /** Try again, after a failure. */
  retry(): void {
    this._failed = null;
    this._update();
  }

  /** Ask for everything anew. */
  async refresh(): Promise<void> {
    const client = this._client;
    if (!client) {
      this.retry();
      return;
    }
    try {
      await client.ask('check-files', {});
      await this._resync(client);
    } catch (error) {
      this._fail(error);
    }
  }

  /**
   * Let the kernel look whether files that runs have read are still the same; an event tells of changes, before this
   * settles. A kernel that could answer only after its cell is not asked: it looks then by itself.
   */
  async checkFiles(): Promise<void> {
    if (this._client && (this._client.answersWhileBusy || !this.busy)) {
      await this._client.ask('check-files', {}).catch(() => undefined);
    }
  }

  /**
   * Ask the kernel side.
   *
   * @throws KernelFailure with a sentence, also where nothing is attached.
   */
  async ask<K extends keyof IAnswers>(kind: K, args: Arguments<K>): Promise<IAnswers[K]> {
    if (!this._client) {
      const { trans } = this._options;
      throw new KernelFailure(
        'gone',
        this._state.sentence ||
          trans.__('No kernel is attached. Run the notebook’s first cells, and try again.')
      );
    }
    try {
      return await this._client.ask(kind, args);
    } catch (error) {
      throw error instanceof KernelFailure
        ? new KernelFailure(error.kind, failureSentence(error, this._options.trans))
        : error;
    }
  }

  /** A cell may be running that began before anybody looked: what it runs is told by the metadata store alone. */
  get mayRunUnseen(): boolean {
    const kernel = this._options.sessionContext.session?.kernel;
    if (!kernel || kernel.status === 'dead' || this._restarting !== null) {
      return false;
    }
    return this._facts === null ? kernel.status !== 'idle' : !this._wasIdle;
  }

  /** Undo what attaching did in the kernel, and stay away until `wanted` is set again. */
  async detach(): Promise<void> {
    const client = this._client;
    this._wanted = false;
    await client?.detach().catch(() => undefined);
    this._update();
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      window.removeEventListener('pagehide', this._onPageHide);
      window.removeEventListener('pageshow', this._onPageShow);
      this._endRestart();
      this._drop(true);
      this._shell?.dispose();
      Signal.clearData(this);
    }
  }

  private _onKernel(): void {
    this._failed = null;
    this._drop(false);
    this._update();
  }

  private _onStatus(_: ISessionContext, status: Kernel.Status): void {
    switch (status) {
      case 'restarting':
      case 'autorestarting':
      case 'terminating':
      case 'dead':
        this._failed = null;
        this._endRestart();
        if (status === 'restarting' || status === 'autorestarting') {
          this._restarting = window.setTimeout(() => this._restarted(), RESTART_TIMEOUT);
        }
        this._drop(false);
        this._update();
        break;
      case 'starting':
      case 'unknown':
        // The old process says idle and busy for a while: only from here on it is the new one.
        this._isNew = true;
        if (status === 'starting' && this._client) {
          // Restarted from another window, which is all that is told of it here.
          this._drop(false);
          this._update();
        }
        break;
      case 'idle':
      case 'busy':
        if (status === 'idle' && this._failed?.wasBusy) {
          // What it could not answer beside its cell it answers now.
          this._failed = null;
        }
        if (this._restarting === null) {
          if (this._client === null && !this._isAttaching) {
            this._update();
          }
        } else if (this._isNew) {
          this._restarted();
        }
        break;
    }
  }

  private _restarted(): void {
    this._endRestart();
    this._update();
  }

  private _endRestart(): void {
    window.clearTimeout(this._restarting ?? undefined);
    this._restarting = null;
    this._isNew = false;
  }

  private readonly _onPageHide = (): void => {
    this._client?.leave();
    this._drop(true);
  };

  private readonly _onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) {
      this._update();
    }
  };

  /** Messages are lost while the connection is down. */
  private _onConnection(_: ISessionContext, status: Kernel.ConnectionStatus): void {
    if (status === 'connected' && this._client) {
      void this._resync(this._client).catch(error => this._fail(error));
    }
  }

  private _update(): void {
    if (this._isDisposed) {
      return;
    }
    const { session } = this._options.sessionContext;
    const kernel = session?.kernel ?? null;
    this._follow(kernel);
    if (this._client && !this._wanted) {
      this._drop(true);
    }
    if (this._client) {
      this._setState('attached');
      return;
    }
    if (this._failed !== null && this._failed.kernel === kernel?.id) {
      return;
    }
    const state = this._stateWithoutClient();
    this._setState(state.state, state.sentence);
    if (kernel && state.state === 'attaching' && this._restarting === null && !this._isAttaching) {
      void this._attach(kernel);
    }
  }

  private async _attach(kernel: Kernel.IKernelConnection): Promise<void> {
    const attempt = ++this._attempt;
    this._isAttaching = true;
    if (this.busy) {
      const { trans } = this._options;
      this._setState('attaching', trans.__('kernel busy: attaching after the cell'));
    }
    let client: KernelClient | null = null;
    try {
      client = await KernelClient.attach(kernel, PACKAGE_VERSION);
      if (attempt !== this._attempt || this._isDisposed || !this._wanted) {
        client.dispose();
        return;
      }
      this._client = client;
      this._waker = this._shell && new KernelWaker(kernel, this._shell);
      this._wasIdle = !this.busy;
      client.closed.connect((_, failure) => this._fail(failure));
      client.event.connect((from, event) => this._onEvent(from, event));
      this._take(client.hello.snapshot);
    } catch (error) {
      if (attempt === this._attempt) {
        this._fail(error);
      }
    } finally {
      if (attempt === this._attempt) {
        this._isAttaching = false;
        this._update();
      }
    }
  }

  private _onEvent(client: KernelClient, event: KernelEvent): void {
    if (this._facts !== null && isGap(this._facts, event)) {
      void this._resync(client).catch(error => this._fail(error));
      return;
    }
    if (this._facts !== null) {
      this._facts = { ...this._facts, seq: Math.max(this._facts.seq, event.seq) };
    }
    this._options.onEvent(event);
  }

  private async _resync(client: KernelClient): Promise<void> {
    const snapshot = await client.ask('snapshot', {});
    if (client === this._client) {
      this._take(snapshot);
    }
  }

  private _take(snapshot: IKernelFacts): void {
    this._facts = snapshot;
    this._options.onFacts(snapshot);
  }

  private _fail(error: unknown): void {
    const kernel = this._options.sessionContext.session?.kernel;
    if (!kernel || this._isDisposed || (error instanceof KernelFailure && error.kind === 'gone')) {
      return;
    }
    this._drop(true);
    const failure =
      error instanceof KernelFailure ? error : new KernelFailure('error', String(error));
    this._failed = { kernel: kernel.id, wasBusy: failure.kind === 'busy' };
    this._setFailure(failure);
  }

  private _setFailure(failure: KernelFailure): void {
    const { kind, executable } = failure;
    const sentence = failureSentence(failure, this._options.trans);
    const install = `${executable ?? 'python'} -m pip install jupyterlab-tfx==${PACKAGE_VERSION}`;
    switch (kind) {
      case 'missing-package':
      case 'other-version':
        this._setState(kind, sentence, install);
        break;
      case 'busy':
      case 'gone':
      case 'dropped':
      case 'closed':
      case 'error':
        this._setState('error', sentence);
    }
  }

  private _stateWithoutClient(): IAttachment {
    const { sessionContext } = this._options;
    const kernel = sessionContext.session?.kernel;
    const make = (state: AttachmentState): IAttachment => ({ state, sentence: '', command: null });
    if (!kernel) {
      const isStarting = sessionContext.kernelDisplayStatus === 'initializing';
      return make(isStarting && this._wanted ? 'attaching' : 'no-kernel');
    }
    if (kernel.status === 'dead' || kernel.status === 'terminating') {
      return make('kernel-dead');
    }
    return make(this._wanted ? 'attaching' : 'not-attached');
  }

  /** Drop the client. The facts of a process that lives on are still true, those of another one are not. */
  private _drop(alive: boolean): void {
    this._attempt++;
    this._isAttaching = false;
    this._client?.dispose(alive);
    this._client = null;
    this._waker?.dispose();
    this._waker = null;
    if (!alive && this._facts !== null) {
      this._facts = null;
      this._options.onFacts(null);
    }
  }

  private _follow(kernel: Kernel.IKernelConnection | null): void {
    if (kernel !== this._followed) {
      this._followed = kernel;
      this._shell?.dispose();
      this._shell = kernel && new MainShell(kernel);
      this._shell?.busyChanged.connect((_, busy) => {
        this._wasIdle ||= !busy;
        this._changed.emit();
      });
    }
  }

  private _setState(state: AttachmentState, sentence = '', command: string | null = null): void {
    const old = this._state;
    if (old.state !== state || old.sentence !== sentence || old.command !== command) {
      this._state = { state, sentence, command };
      this._changed.emit();
    }
  }

  private _state: IAttachment;
  private _wanted = false;
  private _isAttaching = false;
  /** Timer of a restart that is under way. */
  private _restarting: number | null = null;
  /** Since the restart began, a new process was heard of. */
  private _isNew = false;
  /** Since it is attached, the main shell was idle once. */
  private _wasIdle = true;
  private _isDisposed = false;
  /** Attempts that are over have another number. */
  private _attempt = 0;
  /** A kernel that could not be attached to, by its id: tried again by itself only if it was busy, once it is idle. */
  private _failed: { readonly kernel: string; readonly wasBusy: boolean } | null = null;
  private _client: KernelClient | null = null;
  private _facts: IKernelFacts | null = null;
  private _followed: Kernel.IKernelConnection | null = null;
  private _shell: MainShell | null = null;
  private _waker: KernelWaker | null = null;
  private readonly _changed = new Signal<this, void>(this);
}
