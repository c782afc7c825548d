/** Asks the Jupyter server for artifacts: their documents, and the bytes of their files. */
import type { ServerConnection } from '@jupyterlab/services';

import type { ArtifactDocument } from '../protocol';
import { get } from './request';

/** What is asked for, by where it is. */
export interface IArtifactQuery {
  readonly uri: string;
  /** TFX's type name; empty where it is not known. */
  readonly type?: string;
  readonly name?: string;
}

/** The artifact routes of one server. */
export class ArtifactClient {
  constructor(private readonly _settings: ServerConnection.ISettings) {}

  /** The document of an artifact, with the files that its view needs. */
  async document(
    { uri, type = '', name = '' }: IArtifactQuery,
    signal?: AbortSignal
  ): Promise<ArtifactDocument> {
    const response = await this._get('document', { uri, type, name }, { signal });
    // The checks are large, and this is there from JupyterLab's start.
    const { decodeArtifactDocument } = await import('../protocol/decode');
    return decodeArtifactDocument(await response.json());
  }

  /**
   * A whole file, or its bytes from `start` up to, not including, `end`.
   *
   * @throws ServerFailure with the server's sentence.
   */
  async read(
    uri: string,
    path: string,
    range?: { readonly start: number; readonly end: number }
  ): Promise<Uint8Array> {
    if (range && range.end <= range.start) {
      return new Uint8Array(0);
    }
    const headers = range ? { Range: `bytes=${range.start}-${range.end - 1}` } : undefined;
    const response = await this._get('file', { uri, path }, { headers });
    return new Uint8Array(await response.arrayBuffer());
  }

  /** A file in chunks as they come. Leaving the loop, or the signal, ends the transfer. */
  async *stream(
    uri: string,
    path: string,
    signal?: AbortSignal
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const response = await this._get('file', { uri, path }, { signal });
    const reader = response.body?.getReader();
    if (!reader) {
      return;
    }
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        yield next.value;
      }
    } catch (error) {
      if (!signal?.aborted) {
        throw error;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  private async _get(
    route: string,
    query: Readonly<Record<string, string>>,
    init: RequestInit
  ): Promise<Response> {
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
    return get(this._settings, ['artifacts', route], asked, init);
  }
}
