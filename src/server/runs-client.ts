/** Asks the Jupyter server about an orchestrator, which it alone speaks with. */
import type { ServerConnection } from '@jupyterlab/services';

import type {
  RunsAction,
  TaskArtifact,
  RunsConnect,
  RunsDeploy,
  RunsDone,
  RunsLog,
  RunsState,
  RunsWatch
} from '../protocol';
import {
  decodeRunsArtifacts,
  decodeRunsDone,
  decodeRunsLog,
  decodeRunsState,
  decodeRunsWatch
} from '../protocol/decode';
import { get } from './request';

/** A try of a task. */
export interface ITaskTry {
  readonly pipeline: string;
  readonly run: string;
  readonly task: string;
  /** From 1. */
  readonly attempt: number;
}

/** The routes of one server about one orchestrator. Each method throws a ServerFailure with the server's sentence. */
export class RunsClient {
  /**
   * @param _name - The orchestrator's, in the routes.
   */
  constructor(
    private readonly _settings: ServerConnection.ISettings,
    private readonly _name: string
  ) {}

  /** How the connection is, and the pipelines there. */
  async state(): Promise<RunsState> {
    return decodeRunsState(await this._ask([], {}));
  }

  /** Connect; the server keeps what it is given in memory. */
  async connect(request: RunsConnect): Promise<RunsState> {
    return decodeRunsState(await this._ask([], {}, post(request)));
  }

  /** Forget the connection and its credentials. */
  async disconnect(): Promise<RunsState> {
    return decodeRunsState(await this._ask([], {}, { method: 'DELETE' }));
  }

  /** A pipeline, its runs, and the tasks of one; of the newest where `run` is null. */
  async watch(pipeline: string, run: string | null): Promise<RunsWatch> {
    return decodeRunsWatch(await this._ask(['watch'], { pipeline, ...(run !== null && { run }) }));
  }

  /** A task's log, from a character on. */
  async log(of: ITaskTry, from: number): Promise<RunsLog> {
    const { pipeline, run, task, attempt } = of;
    const query = { pipeline, run, task, try: `${attempt}`, from: `${from}` };
    return decodeRunsLog(await this._ask(['log'], query));
  }

  /** What a task has made in a run. */
  async artifacts(pipeline: string, run: string, task: string): Promise<readonly TaskArtifact[]> {
    const answer = await this._ask(['artifacts'], { pipeline, run, task });
    return decodeRunsArtifacts(answer).artifacts;
  }

  /** Change something there. */
  async act(request: RunsAction): Promise<RunsDone> {
    return decodeRunsDone(await this._ask(['action'], {}, post(request)));
  }

  /** Compile an exported pipeline, and take it there. */
  async deploy(request: RunsDeploy): Promise<RunsDone> {
    return decodeRunsDone(await this._ask(['deploy'], {}, post(request)));
  }

  private async _ask(
    route: readonly string[],
    query: Readonly<Record<string, string>>,
    init: RequestInit = {}
  ): Promise<unknown> {
    return (await get(this._settings, ['runs', this._name, ...route], query, init)).json();
  }
}

const post = (request: object): RequestInit => ({ method: 'POST', body: JSON.stringify(request) });
