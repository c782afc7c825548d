/** The artifacts that real TFX made, in fixtures/artifacts: see the README there. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { ArtifactDocument } from '../../protocol';
import { decodeArtifactDocument } from '../../protocol/decode';
import type { IArtifactSource, IByteRange } from '../artifact-source';

const FOLDER = join('fixtures', 'artifacts');

/** What Google's Python reads in one file. */
export interface ITruth {
  readonly kind: string;
  /** Full name of a protobuf message. */
  readonly message?: string;
  readonly value: unknown;
}

/** One artifact. */
export interface IFixture {
  readonly type: string;
  /** What it is called among those of its type. */
  readonly name: string;
  readonly document: ArtifactDocument;
  /** All of its files by path, also those that the document does not name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** By path; of files that nobody reads there is none. */
  readonly truths: Readonly<Record<string, ITruth>>;
}

/** Every artifact there is, by type and name. */
export function readFixtures(): readonly IFixture[] {
  const documents = readdirSync(FOLDER, { recursive: true })
    .map(String)
    .filter(path => path.endsWith('.document.json'))
    .sort();
  return documents.map(path => {
    const [type, file] = path.split('/');
    const name = file.replace('.document.json', '');
    return {
      type,
      name,
      document: decodeArtifactDocument(json(join(FOLDER, path))),
      files: filesBelow(join(FOLDER, type, name)),
      truths: json(join(FOLDER, type, `${name}.expected.json`)) as Record<string, ITruth>
    };
  });
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  // Git keeps no empty folders.
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  return new Map(
    paths
      .map(path => join(folder, String(path)))
      .filter(path => statSync(path).isFile())
      .sort()
      .map(path => [relative(folder, path), new Uint8Array(readFileSync(path))] as const)
  );
}

/** An artifact whose document carries nothing: all is read from its files, which may be other ones. */
export class FixtureSource implements IArtifactSource {
  readonly document: ArtifactDocument;

  constructor(
    fixture: IFixture,
    private readonly _files: ReadonlyMap<string, Uint8Array> = fixture.files
  ) {
    this.document = {
      ...fixture.document,
      files: fixture.document.files.map(({ path }) => ({
        path,
        size: _files.get(path)?.length ?? 0,
        encoding: null,
        data: null
      }))
    };
  }

  async read(path: string, range?: IByteRange): Promise<Uint8Array> {
    return this._bytes(path).slice(range?.start, range?.end);
  }

  async *stream(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
    const bytes = this._bytes(path);
    for (let start = 0; start < bytes.length && !signal?.aborted; start += 10_000) {
      yield bytes.slice(start, start + 10_000);
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
