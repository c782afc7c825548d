/** Asks the Jupyter server about runs of exported pipelines, which it carries out. */
import type { ServerConnection } from '@jupyterlab/services';

import type { BackgroundLog, BackgroundStart, BackgroundState, BackgroundStop } from '../protocol';
import { decodeBackgroundLog, decodeBackgroundState } from '../protocol/decode';
import { get } from './request';

/** The routes of one server. Each method throws a ServerFailure with the server's sentence. */
export class BackgroundClient {
  constructor(private readonly _settings: ServerConnection.ISettings) {}

  /** The runs of the pipeline in a folder, and the nodes of one; of the newest where `run` is null. */
  async state(folder: string, run: string | null): Promise<BackgroundState> {
    const query = { folder, ...(run !== null && { run }) };
    return decodeBackgroundState(await this._ask([], query));
  }

  /** Begin a run. */
  async start(request: BackgroundStart): Promise<BackgroundState> {
    return decodeBackgroundState(await this._ask([], {}, post(request)));
  }

  /** Cancel a run; settles when its processes have ended. */
  async stop(request: BackgroundStop): Promise<BackgroundState> {
    return decodeBackgroundState(await this._ask(['stop'], {}, post(request)));
  }

  /** The log of a run, or of a node where that is not empty, from a byte on. */
  async log(folder: string, run: string, node: string, from: number): Promise<BackgroundLog> {
    return decodeBackgroundLog(await this._ask(['log'], { folder, run, node, from: `${from}` }));
  }

  private async _ask(
    route: readonly string[],
    query: Readonly<Record<string, string>>,
    init: RequestInit = {}
  ): Promise<unknown> {
    return (await get(this._settings, ['background', ...route], query, init)).json();
  }
}

const post = (request: object): RequestInit => ({ method: 'POST', body: JSON.stringify(request) });
