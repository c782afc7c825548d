/** Asks the Jupyter server for what metadata stores hold of a pipeline. */
import type { ServerConnection } from '@jupyterlab/services';

import type { StoreReply } from '../protocol';
import { decodeStoreReply } from '../protocol/decode';
import { get } from './request';

/** Names of the stores that the server's configuration has; each is read as `store:<name>`. */
export async function fetchStoreNames(
  settings: ServerConnection.ISettings
): Promise<readonly string[]> {
  const body: unknown = await (await get(settings, ['stores'], {})).json();
  const names = (body as { readonly stores?: unknown } | null)?.stores;
  return Array.isArray(names) ? names.filter(name => typeof name === 'string') : [];
}

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
