/** An artifact in a folder, for tests. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { ArtifactDocument } from '../../protocol';
import type { IArtifactSource, IByteRange } from '../artifact-source';

/** Reads a folder's files, or those given by path. */
export class FolderSource implements IArtifactSource {
  readonly document: ArtifactDocument;

  constructor(
    folder: string,
    type: string,
    private readonly _files: ReadonlyMap<string, Uint8Array> = filesIn(folder)
  ) {
    const splits = new Set<string>();
    for (const path of _files.keys()) {
      if (path.startsWith('Split-')) {
        splits.add(path.slice('Split-'.length, path.indexOf('/')));
      }
    }
    this.document = {
      version: 1,
      id: null,
      type,
      uri: `/${folder}`,
      name: '',
      state: 'published',
      splits: [...splits],
      properties: {},
      customProperties: {},
      files: [..._files].map(([path, { length }]) => ({
        path,
        size: length,
        encoding: null,
        data: null
      })),
      fileCount: _files.size,
      truncated: false,
      problem: null
    };
  }

  async read(path: string, range?: IByteRange): Promise<Uint8Array> {
    return this._bytes(path).slice(range?.start, range?.end);
  }

  async *stream(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
    const bytes = this._bytes(path);
    for (let start = 0; start < bytes.length && !signal?.aborted; start += 1000) {
      yield bytes.slice(start, start + 1000);
    }
  }

  private _bytes(path: string): Uint8Array {
    const bytes = this._files.get(path);
    if (!bytes) {
      throw new Error(`${path} is not there.`);
    }
    return bytes;
  }
}

/** A folder's files by path, of fixtures/formats. */
export function filesIn(folder: string): Map<string, Uint8Array> {
  const root = join('fixtures', 'formats', folder);
  const paths = readdirSync(root, { recursive: true })
    .map(path => join(root, String(path)))
    .filter(path => statSync(path).isFile())
    .sort();
  return new Map(
    paths.map(path => [relative(root, path), new Uint8Array(readFileSync(path))] as const)
  );
}

/** What Google's Python reads in a folder of fixtures/formats: protobuf's JSON. */
export function pythonReads(folder: string): unknown {
  return JSON.parse(readFileSync(join('fixtures', 'formats', `${folder}.json`), 'utf8'));
}
