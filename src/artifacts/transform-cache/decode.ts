/**
 * TransformCache: what analyzers found in earlier spans, so that they need not read them again. A folder for each
 * dataset; its MANIFEST, a pickled dictionary in text, says which analyzer has which file
 * (`tensorflow_transform/beam/analyzer_cache.py`). The pickle is only searched for names, never run.
 */
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';

/** All that is kept. */
export interface ITransformCache {
  readonly datasets: readonly ICachedDataset[];
  readonly problems: readonly string[];
}

/** What is kept of one set of input files. */
export interface ICachedDataset {
  /** The folder: the pattern of the files that were read, in characters that paths may have, and a digest. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** By number; without names where the manifest could not be read. */
  readonly entries: readonly ICacheEntry[];
}

/** What one analyzer found. */
export interface ICacheEntry {
  readonly number: number;
  /** Such as `scale_to_z_score#mean_and_var`; null where nobody says. */
  readonly analyzer: string | null;
  /** Such as `VocabularyAccumulate`. */
  readonly kind: string | null;
  readonly size: number;
}

type Names = Pick<ICacheEntry, 'analyzer' | 'kind'>;

const MANIFEST = 'MANIFEST';
/** Bytes of a manifest, at most. */
const MOST = 1 << 22;
const ENTRY = /^\d+(?=-\d+-of-\d+)/;
/** Lines of a key, and of a number. */
const KEY = /V__v\d+__[\d.]*_?([A-Za-z]+)\[([^\]]*)\]/;
const NUMBER = /^I(\d+)$/;

/** @throws an Error with a sentence where nothing is kept. */
export async function decodeTransformCache(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<ITransformCache> {
  const { files, problem } = source.document;
  const byFolder = new Map<string, ArtifactFile[]>();
  for (const file of files) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  if (byFolder.size === 0) {
    throw new Error(problem ?? 'Nothing is kept here: the analyzers have no results to keep.');
  }
  const problems: string[] = [];
  const datasets: ICachedDataset[] = [];
  for (const [name, inside] of byFolder) {
    const manifest = inside.find(({ path }) => path.endsWith(MANIFEST));
    let names = new Map<number, Names>();
    if (manifest) {
      try {
        names = namesIn(await source.read(manifest.path, { start: 0, end: MOST }));
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
      throwIfAborted(signal);
    }
    datasets.push({ name, size: sum(inside), entries: entriesOf(inside, names) });
  }
  return { datasets, problems: problems.slice(0, 1) };
}

/** Each key is followed by its number. */
function namesIn(bytes: Uint8Array): Map<number, Names> {
  const found = new Map<number, Names>();
  let key: Names | null = null;
  for (const line of new TextDecoder('latin1').decode(bytes).split('\n')) {
    const match = KEY.exec(line);
    const number = NUMBER.exec(line);
    if (match) {
      key = { kind: match[1], analyzer: match[2] };
    } else if (number && key) {
      found.set(Number(number[1]), key);
      key = null;
    }
  }
  return found;
}

function entriesOf(
  files: readonly ArtifactFile[],
  names: ReadonlyMap<number, Names>
): readonly ICacheEntry[] {
  const sizes = new Map<number, number>();
  for (const { path, size } of files) {
    const match = ENTRY.exec(path.slice(path.lastIndexOf('/') + 1));
    if (match) {
      const number = Number(match[0]);
      sizes.set(number, (sizes.get(number) ?? 0) + size);
    }
  }
  return [...sizes]
    .sort(([a], [b]) => a - b)
    .map(([number, size]) => ({
      number,
      size,
      ...(names.get(number) ?? { analyzer: null, kind: null })
    }));
}

function sum(files: readonly ArtifactFile[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}
