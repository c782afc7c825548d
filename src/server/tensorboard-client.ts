/** Asks the Jupyter server for TensorBoards: opens, watches and stops them. */
import { URLExt } from '@jupyterlab/coreutils';
import type { ServerConnection } from '@jupyterlab/services';

import type { TensorBoard, TensorBoardRequest } from '../protocol';
import { decodeTensorBoardReply } from '../protocol/decode';
import { get } from './request';

/** The board routes of one server. Each method throws a ServerFailure with the server's sentence. */
export class TensorBoardClient {
  constructor(private readonly _settings: ServerConnection.ISettings) {}

  /** Every board, oldest first. */
  async list(): Promise<readonly TensorBoard[]> {
    return this._boards([], {});
  }

  /** The board of a set of logdirs: the one that is there, or one that starts. */
  async open(request: TensorBoardRequest): Promise<TensorBoard> {
    const init = { method: 'POST', body: JSON.stringify(request) };
    return one(await this._boards([], {}, init));
  }

  /** A board that starts, when it has started or failed, or after a while. */
  async wait(id: string, signal: AbortSignal): Promise<TensorBoard> {
    return one(await this._boards([id], { wait: '1' }, { signal }));
  }

  /** How a board is, for somebody who reads it. */
  async read(id: string): Promise<TensorBoard> {
    return one(await this._boards([id], { reader: '1' }));
  }

  /** Tell that a person works in the board. */
  async use(id: string): Promise<void> {
    await this._boards([id], {}, { method: 'POST' });
  }

  /** Stop a board, or its start. */
  async stop(id: string): Promise<void> {
    await this._boards([id], {}, { method: 'DELETE' });
  }

  /** Stop every board of this server. */
  async stopAll(): Promise<void> {
    await this._boards([], {}, { method: 'DELETE' });
  }

  /** Address of a board's page. */
  page(id: string): string {
    return `${URLExt.join(this._settings.baseUrl, 'jupyterlab-tfx', 'tensorboard', id)}/`;
  }

  private async _boards(
    route: readonly string[],
    query: Readonly<Record<string, string>>,
    init: RequestInit = {}
  ): Promise<readonly TensorBoard[]> {
    const response = await get(this._settings, ['tensorboards', ...route], query, init);
    return decodeTensorBoardReply(await response.json()).boards;
  }
}

function one(boards: readonly TensorBoard[]): TensorBoard {
  const [board] = boards;
  if (boards.length === 0) {
    throw new Error('The Jupyter server has answered with no board.');
  }
  return board;
}
