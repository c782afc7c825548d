/** An orchestrator as the panel sees it: the connection, one pipeline there, one of its runs. State and a signal. */
import type { RunsAction, TaskArtifact, RunsDone, RunsState, RunsWatch } from '../protocol';
import type { RunsClient, ITaskTry } from '../server/runs-client';
import { FollowedModel } from './followed-model';

/** Milliseconds between questions: while a run goes on, and else. */
const LIVE = 2000;
const IDLE = 5000;

/** What is asked of an orchestrator beside its state. */
export type Action = Pick<RunsAction, 'action'> & Partial<RunsAction>;

/** Follows an orchestrator while it is seen. */
export class RunsModel extends FollowedModel {
  /**
   * @param isSeen - Whether somebody sees it: only then is the server asked.
   */
  constructor(
    private readonly _client: RunsClient,
    isSeen: () => boolean
  ) {
    super(isSeen, IDLE);
  }

  /** null before the server has answered. */
  get state(): RunsState | null {
    return this._state;
  }

  /** The chosen pipeline with its runs; null where none is there. */
  get watch(): RunsWatch | null {
    return this._watch;
  }

  /** What came of the last deployment; null before. */
  get deployed(): RunsDone | null {
    return this._deployed;
  }

  /** The task that was chosen on the graph; null before. */
  get selected(): string | null {
    return this._selected;
  }
  set selected(task: string | null) {
    if (task !== this._selected) {
      this._selected = task;
      this._changed.emit();
    }
  }

  /** Name of the notebook's pipeline: chosen where it is there and the person has not chosen. */
  set preferred(name: string | null) {
    this._preferred = name;
  }

  /** Whether the server is connected to it, or would be if it answered; false where the server does not say. */
  async isConnected(): Promise<boolean> {
    try {
      return (await this._client.state()).state !== 'off';
    } catch {
      return false; // Why is told when it is looked at.
    }
  }

  /** Follow another pipeline. */
  choosePipeline(pipeline: string): void {
    this._pipeline = pipeline;
    this._run = null;
    this._watch = null;
    this._changed.emit();
    this.refresh();
  }

  /** Follow another run; null: the newest. */
  chooseRun(run: string | null): void {
    this._run = run;
    this.refresh();
  }

  /** Connect the server to it, with the values of the form's fields. */
  async connect(values: Record<string, string>): Promise<void> {
    await this._do(async () => {
      this._state = await this._client.connect({ values });
    });
  }

  /** Forget the connection. */
  async disconnect(): Promise<void> {
    await this._do(async () => {
      this._state = await this._client.disconnect();
      this._watch = null;
      this._deployed = null;
      this._onGraph = false;
    });
  }

  /** Change something there; a run that begins is followed, and drawn on the graph. */
  async act(action: Action): Promise<boolean> {
    const pipeline = this._watch?.pipeline.id;
    if (pipeline === undefined) {
      return false;
    }
    return this._do(async () => {
      const request = { pipeline, run: null, task: null, parameters: {}, ...action };
      const done = await this._client.act(request);
      if (action.action === 'trigger') {
        this._run = done.run;
        this._onGraph = true;
      }
    });
  }

  /** Compile an exported pipeline, take it there, and follow it. */
  async deploy(
    folder: string,
    kernel: string | null,
    values: Record<string, string>
  ): Promise<boolean> {
    return this._do(async () => {
      const done = await this._client.deploy({ folder, kernel, values });
      this._deployed = done;
      this._pipeline = done.pipeline;
      this._run = null;
    });
  }

  /** A part of a log: its text, and where the next one begins. */
  async log(of: ITaskTry, from: number): Promise<{ readonly text: string; readonly next: number }> {
    return this._client.log(of, from);
  }

  /** What a task of the pipeline has made in a run; nothing where it has not succeeded. */
  async artifacts(run: string, task: string): Promise<readonly TaskArtifact[]> {
    const pipeline = this._watch?.pipeline.id;
    return pipeline === undefined ? [] : this._client.artifacts(pipeline, run, task);
  }

  protected get _known(): readonly unknown[] {
    return [this._state, this._watch];
  }

  protected async _ask(): Promise<boolean> {
    const state = await this._client.state();
    const pipeline = this._chosen(state);
    const run = this._run;
    const watch =
      state.state === 'connected' && pipeline !== null
        ? await this._client.watch(pipeline, run)
        : null;
    if (run !== this._run) {
      return false;
    }
    this._state = state;
    // While the orchestrator is away, what was known stays.
    this._watch = state.state === 'away' ? this._watch : watch;
    return true;
  }

  protected _pause(): number | null {
    if (this._state?.state === 'away') {
      return null;
    }
    const isLive = this._watch?.runs.some(one => ['queued', 'running'].includes(one.state));
    return isLive ? LIVE : IDLE;
  }

  /** The pipeline to follow: chosen, the notebook's, or the first. */
  private _chosen(state: RunsState): string | null {
    const ids = state.pipelines.map(pipeline => pipeline.id);
    const wanted = [this._pipeline, this._preferred].find(id => id !== null && ids.includes(id));
    return wanted ?? ids.at(0) ?? null;
  }

  private _state: RunsState | null = null;
  private _watch: RunsWatch | null = null;
  private _deployed: RunsDone | null = null;
  private _selected: string | null = null;
  private _pipeline: string | null = null;
  private _run: string | null = null;
  private _preferred: string | null = null;
}
