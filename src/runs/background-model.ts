/** Runs in the background as the panel sees them: those of one exported pipeline, and one of them. */
import type { BackgroundRun, BackgroundStart, BackgroundState } from '../protocol';
import type { BackgroundClient } from '../server/background-client';
import { FollowedModel } from './followed-model';
import type { ILogPart } from './growing-log';

/** Milliseconds between questions: while a run goes on, and else. */
const LIVE = 1000;
const IDLE = 10_000;

/** Follows the runs of a pipeline while they are seen. */
export class BackgroundModel extends FollowedModel {
  /**
   * @param isSeen - Whether somebody sees it: only then is the server asked.
   */
  constructor(
    private readonly _client: BackgroundClient,
    isSeen: () => boolean
  ) {
    super(isSeen, IDLE);
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
    const folder = this._folder;
    await this._do(async () => {
      const state = await this._client.start({ folder, runner, kernel, parameters });
      if (folder === this._folder) {
        this._state = state;
        this._run = state.run;
        this._onGraph = true;
      }
    });
  }

  /** Cancel the run that is followed. */
  async stop(): Promise<void> {
    const { run, folder } = this;
    if (run) {
      await this._do(async () => {
        const state = await this._client.stop({ folder, run: run.id });
        if (folder === this._folder) {
          this._state = state;
        }
      });
    }
  }

  /** A part of the log of a run, or of a node of it. */
  async log(run: string, node: string, from: number): Promise<ILogPart> {
    return this._client.log(this._folder, run, node, from);
  }

  protected get _known(): readonly unknown[] {
    return [this._state];
  }

  protected async _ask(): Promise<boolean> {
    const { _folder: folder, _run: run } = this;
    if (folder === '') {
      return true;
    }
    const state = await this._client.state(folder, run);
    if (folder !== this._folder || run !== this._run) {
      return false;
    }
    this._state = state;
    return true;
  }

  protected _pause(): number {
    return this._state?.runs.some(isLive) ? LIVE : IDLE;
  }

  private _folder = '';
  private _state: BackgroundState | null = null;
  private _run: string | null = null;
}

/** Whether a run goes on. */
export function isLive({ state }: BackgroundRun): boolean {
  return state === 'starting' || state === 'running';
}
