/** Asks the Jupyter server for the files of a notebook's pipeline, to look at or to be written. */
import type { ServerConnection } from '@jupyterlab/services';

import type { ExportReply, ExportRequest } from '../protocol';
import { decodeExportReply } from '../protocol/decode';
import { get } from './request';

/**
 * The files of an export; written where the request says so and nothing is in the way.
 *
 * @throws ServerFailure with the server's sentence; NetworkError where there is no server.
 */
export async function postExport(
  settings: ServerConnection.ISettings,
  request: ExportRequest,
  signal: AbortSignal
): Promise<ExportReply> {
  const init = { method: 'POST', body: JSON.stringify(request), signal };
  const response = await get(settings, ['export'], {}, init);
  return decodeExportReply(await response.json());
}
