/** Runs in the background as the panel sees them: those of one exported pipeline, and one of them. */
import type { IDisposable } from '@lumino/disposable';
import { Poll } from '@lumino/polling';
import { type ISignal, Signal } from '@lumino/signaling';

import type { BackgroundRun, BackgroundStart, BackgroundState } from '../protocol';
import type { BackgroundClient } from '../server/background-client';
import type { ILogPart } from './growing-log';

/** Milliseconds between questions: while a run goes on, else, and where the server does not answer. */
const LIVE = 1000;
const IDLE = 10_000;
const AWAY = 30_000;

/** Follows the runs of a pipeline while they are seen. */
export class BackgroundModel implements IDisposable {
  /**
   * @param _isSeen - Whether somebody sees it: only then is the server asked.
   */
  constructor(
    private readonly _client: BackgroundClient,
    private readonly _isSeen: () => boolean
  ) {
    this._poll = new Poll({
      auto: false,
      factory: () => this._look(),
      frequency: { interval: IDLE, backoff: false, max: AWAY },
      standby: () => !this._isSeen() || document.hidden
    });
  }

  /** Folder of the exported pipeline; empty for none. */
  get folder(): string {
    return this._folder;
  }
  set folder(folder: string) {
    if (folder !== this._folder) {
      this._folder = folder;
      this._run = null;
      this._state = null;
      this._problem = '';
      this._onGraph = false;
      this._changed.emit();
      this.refresh();
    }
  }

  /** null before the server has answered. */
  get state(): BackgroundState | null {
    return this._state;
  }

  /** The run that is followed. */
  get run(): BackgroundRun | null {
    return this._state?.runs.find(({ id }) => id === this._state?.run) ?? null;
  }

  /** Why the last question or action was refused; empty where all is well. */
  get problem(): string {
    return this._problem;
  }

  /** Something is being done that a person asked for. */
  get busy(): boolean {
    return this._isBusy;
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

  /** Follow another run. */
  chooseRun(run: string): void {
    this._run = run;
    this.refresh();
  }

  /** Begin a run; it is followed, and drawn on the graph. */
  async start(
    runner: BackgroundRun['runner'],
    kernel: string | null,
    parameters: BackgroundStart['parameters']
  ): Promise<void> {
    await this._do(async folder => {
      const state = await this._client.start({ folder, runner, kernel, parameters });
      this._run = state.run;
      this._onGraph = true;
      return state;
    });
  }

  /** Cancel the run that is followed. */
  async stop(): Promise<void> {
    const { run } = this;
    if (run) {
      await this._do(folder => this._client.stop({ folder, run: run.id }));
    }
  }

  /** A part of the log of a run, or of a node of it. */
  async log(run: string, node: string, from: number): Promise<ILogPart> {
    return this._client.log(this._folder, run, node, from);
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._poll.dispose();
      Signal.clearData(this);
    }
  }

  private async _do(work: (folder: string) => Promise<BackgroundState>): Promise<void> {
    const folder = this._folder;
    this._isBusy = true;
    this._problem = '';
    this._changed.emit();
    try {
      const state = await work(folder);
      if (folder === this._folder) {
        this._state = state;
      }
    } catch (error) {
      this._problem = error instanceof Error ? error.message : String(error);
    }
    this._isBusy = false;
    if (!this._isDisposed) {
      this._changed.emit();
      this.refresh();
    }
  }

  private async _look(): Promise<void> {
    const { _folder: folder, _run: run } = this;
    let wait = IDLE;
    if (folder !== '') {
      try {
        const state = await this._client.state(folder, run);
        if (folder !== this._folder || run !== this._run || this._isDisposed) {
          return; // The person has chosen another one meanwhile: that is asked next.
        }
        this._take(state);
        wait = state.runs.some(isLive) ? LIVE : IDLE;
      } catch (error) {
        this._problem = error instanceof Error ? error.message : String(error);
        this._isLookProblem = true;
        wait = AWAY;
        this._changed.emit();
      }
    }
    if (!this._isDisposed) {
      this._poll.frequency = { interval: wait, backoff: false, max: AWAY };
    }
  }

  private _take(state: BackgroundState): void {
    const isNew = JSON.stringify(state) !== JSON.stringify(this._state);
    if (isNew || this._isLookProblem) {
      this._state = state;
      if (this._isLookProblem) {
        this._isLookProblem = false;
        this._problem = '';
      }
      this._changed.emit();
    }
  }

  private _folder = '';
  private _state: BackgroundState | null = null;
  private _run: string | null = null;
  private _problem = '';
  private _isLookProblem = false;
  private _isBusy = false;
  private _onGraph = false;
  private _isDisposed = false;
  private readonly _poll: Poll;
  private readonly _changed = new Signal<this, void>(this);
}

/** Whether a run goes on. */
export function isLive({ state }: BackgroundRun): boolean {
  return state === 'starting' || state === 'running';
}
