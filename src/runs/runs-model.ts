/** An orchestrator as the panel sees it: the connection, one pipeline there, one of its runs. State and a signal. */
import { JSONExt, type PartialJSONValue } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { Poll } from '@lumino/polling';
import { type ISignal, Signal } from '@lumino/signaling';

import type { RunsAction, TaskArtifact, RunsDone, RunsState, RunsWatch } from '../protocol';
import type { RunsClient, ITaskTry } from '../server/runs-client';

/** Milliseconds between questions: while a run goes on, else, and at most where the server does not answer. */
const LIVE = 2000;
const IDLE = 5000;
const AWAY = 30_000;

/** What is asked of an orchestrator beside its state. */
export type Action = Pick<RunsAction, 'action'> & Partial<RunsAction>;

/** Follows an orchestrator while it is seen. */
export class RunsModel implements IDisposable {
  /**
   * @param _isSeen - Whether somebody sees it: only then is the server asked.
   */
  constructor(
    private readonly _client: RunsClient,
    private readonly _isSeen: () => boolean
  ) {
    this._poll = new Poll({
      auto: false,
      factory: () => this._look(),
      frequency: { interval: IDLE, backoff: false, max: AWAY },
      standby: () => !this._isSeen() || document.hidden
    });
  }

  /** null before the server has answered. */
  get state(): RunsState | null {
    return this._state;
  }

  /** The chosen pipeline with its runs; null where none is there. */
  get watch(): RunsWatch | null {
    return this._watch;
  }

  /** Why the last question or action was refused; empty where all is well. */
  get problem(): string {
    return this._problem;
  }

  /** What came of the last deployment; null before. */
  get deployed(): RunsDone | null {
    return this._deployed;
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

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Ask now: it came into view, or a person wants to know. */
  refresh(): void {
    void this._poll.start();
    void this._poll.refresh();
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

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._poll.dispose();
      Signal.clearData(this);
    }
  }

  /** Does what a person asked for, tells how it went, and asks anew. */
  private async _do(work: () => Promise<void>): Promise<boolean> {
    this._busy += 1;
    this._problem = '';
    this._changed.emit();
    let isDone = true;
    try {
      await work();
    } catch (error) {
      isDone = false;
      this._problem = error instanceof Error ? error.message : String(error);
    }
    this._busy -= 1;
    if (!this._isDisposed) {
      this._changed.emit();
      this.refresh();
    }
    return isDone;
  }

  private async _look(): Promise<void> {
    const before = [this._state, this._watch];
    try {
      const state = await this._client.state();
      const pipeline = this._chosen(state);
      const run = this._run;
      const watch =
        state.state === 'connected' && pipeline !== null
          ? await this._client.watch(pipeline, run)
          : null;
      if (run !== this._run || this._isDisposed) {
        return; // The person has chosen another one meanwhile: that is asked next.
      }
      this._state = state;
      // While the orchestrator is away, what was known stays.
      this._watch = state.state === 'away' ? this._watch : watch;
      this._lookProblem('');
    } catch (error) {
      this._lookProblem(error instanceof Error ? error.message : String(error));
    }
    if (!this._isDisposed) {
      this._wait = this._nextWait();
      this._poll.frequency = { interval: this._wait, backoff: false, max: AWAY };
      if (!isEqual(before, [this._state, this._watch])) {
        this._changed.emit();
      }
    }
  }

  /** Milliseconds to the next question: longer each time while nobody answers. */
  private _nextWait(): number {
    if (this._isLookProblem || this._state?.state === 'away') {
      return Math.min(this._wait * 1.5, AWAY);
    }
    const isLive = this._watch?.runs.some(one => ['queued', 'running'].includes(one.state));
    return isLive ? LIVE : IDLE;
  }

  private _lookProblem(problem: string): void {
    if (problem !== this._problem && (problem !== '' || this._isLookProblem)) {
      this._problem = problem;
      this._isLookProblem = problem !== '';
      this._changed.emit();
    }
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
  private _problem = '';
  private _isLookProblem = false;
  private _busy = 0;
  private _wait = IDLE;
  private _onGraph = false;
  private _selected: string | null = null;
  private _pipeline: string | null = null;
  private _run: string | null = null;
  private _preferred: string | null = null;
  private _isDisposed = false;
  private readonly _poll: Poll;
  private readonly _changed = new Signal<this, void>(this);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSONExt.deepEqual(one as PartialJSONValue, other as PartialJSONValue);
}
