/** Asks the Jupyter server for what a metadata store holds of a pipeline. */
import type { ServerConnection } from '@jupyterlab/services';

import type { StoreReply } from '../protocol';
import { decodeStoreReply } from '../protocol/decode';
import { get } from './request';

/**
 * Executions of a pipeline, as the metadata store has them.
 *
 * @param uri - File of a SQLite store, absolute or below the server's root; or `store:<name>` for one that the
 *   server's configuration names.
 * @throws ServerFailure with the server's sentence; NetworkError where there is no server.
 */
export async function fetchExecutions(
  settings: ServerConnection.ISettings,
  uri: string,
  pipelineName: string
): Promise<StoreReply> {
  const response = await get(settings, ['store'], { uri, pipeline: pipelineName });
  const body: unknown = await response.json().catch(() => null);
  return decodeStoreReply(body);
}
