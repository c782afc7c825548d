/** One request to the extension's routes, and how the server refuses. */
import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

/** The server's refusal: `message` is its sentence. */
export class ServerFailure extends Error {
  constructor(
    readonly status: number,
    message: string
  ) {
    super(message);
    this.name = 'ServerFailure';
  }
}

/**
 * GET a route, or what `init` says.
 *
 * @param route - Below `jupyterlab-tfx/`.
 * @throws ServerFailure with the server's sentence; NetworkError where there is no server.
 */
export async function get(
  settings: ServerConnection.ISettings,
  route: readonly string[],
  query: Readonly<Record<string, string>>,
  init: RequestInit = {}
): Promise<Response> {
  const url =
    URLExt.join(settings.baseUrl, 'jupyterlab-tfx', ...route) + URLExt.objectToQueryString(query);
  const response = await ServerConnection.makeRequest(url, init, settings);
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    const message = (body as { readonly message?: unknown } | null)?.message;
    throw new ServerFailure(
      response.status,
      typeof message === 'string' ? message : `The server answered ${response.status}.`
    );
  }
  return response;
}
