/** Asks the Jupyter server about Airflow, which it alone speaks with. */
import type { ServerConnection } from '@jupyterlab/services';

import type {
  AirflowAction,
  AirflowArtifact,
  AirflowConnect,
  AirflowDeploy,
  AirflowDone,
  AirflowLog,
  AirflowState,
  AirflowWatch
} from '../protocol';
import {
  decodeAirflowArtifacts,
  decodeAirflowDone,
  decodeAirflowLog,
  decodeAirflowState,
  decodeAirflowWatch
} from '../protocol/decode';
import { get } from './request';

/** A try of a task. */
export interface ITaskTry {
  readonly dag: string;
  readonly run: string;
  readonly task: string;
  /** From 1. */
  readonly attempt: number;
}

/** The Airflow routes of one server. Each method throws a ServerFailure with the server's sentence. */
export class AirflowClient {
  constructor(private readonly _settings: ServerConnection.ISettings) {}

  /** How the connection is, and the pipelines there. */
  async state(): Promise<AirflowState> {
    return decodeAirflowState(await this._ask([], {}));
  }

  /** Connect; the server keeps what it is given in memory. */
  async connect(request: AirflowConnect): Promise<AirflowState> {
    return decodeAirflowState(await this._ask([], {}, post(request)));
  }

  /** Forget the connection and its credentials. */
  async disconnect(): Promise<AirflowState> {
    return decodeAirflowState(await this._ask([], {}, { method: 'DELETE' }));
  }

  /** A pipeline, its runs, and the tasks of one; of the newest where `run` is null. */
  async watch(dag: string, run: string | null): Promise<AirflowWatch> {
    return decodeAirflowWatch(await this._ask(['watch'], { dag, ...(run !== null && { run }) }));
  }

  /** A task's log, from a character on. */
  async log(of: ITaskTry, from: number): Promise<AirflowLog> {
    const { dag, run, task, attempt } = of;
    const query = { dag, run, task, try: `${attempt}`, from: `${from}` };
    return decodeAirflowLog(await this._ask(['log'], query));
  }

  /** What a task has made in a run. */
  async artifacts(dag: string, run: string, task: string): Promise<readonly AirflowArtifact[]> {
    const answer = await this._ask(['artifacts'], { dag, run, task });
    return decodeAirflowArtifacts(answer).artifacts;
  }

  /** Change something in Airflow. */
  async act(request: AirflowAction): Promise<AirflowDone> {
    return decodeAirflowDone(await this._ask(['action'], {}, post(request)));
  }

  /** Compile an exported pipeline into the DAGs folder. */
  async deploy(request: AirflowDeploy): Promise<AirflowDone> {
    return decodeAirflowDone(await this._ask(['deploy'], {}, post(request)));
  }

  private async _ask(
    route: readonly string[],
    query: Readonly<Record<string, string>>,
    init: RequestInit = {}
  ): Promise<unknown> {
    return (await get(this._settings, ['airflow', ...route], query, init)).json();
  }
}

const post = (request: object): RequestInit => ({ method: 'POST', body: JSON.stringify(request) });
