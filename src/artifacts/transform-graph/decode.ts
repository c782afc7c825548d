/**
 * TransformGraph: the schemas of raw and transformed data, the graph between them as a SavedModel in `transform_fn`, and
 * in its assets the vocabularies, which `transformed_metadata/asset_map` names (`tensorflow_transform/output_wrapper.py`).
 */
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { isRecord, parsePythonJson, textOf } from '../decode-json';
import { readSchema } from '../schema/decode';
import type { ISchema } from '../schema/schema';

/** Where the SavedModel is. */
export const TRANSFORM_FN = 'transform_fn';
const ASSETS = `${TRANSFORM_FN}/assets/`;
const RAW = 'metadata/schema.pbtxt';
const TRANSFORMED = 'transformed_metadata/schema.pbtxt';
const ASSET_MAP = 'transformed_metadata/asset_map';
/** Bytes of the map, at most. */
const MOST_MAP = 1 << 24;

/** A transform graph, read; its vocabularies and its SavedModel are read when they are looked at. */
export interface ITransformGraph {
  /** null where it could not be read. */
  readonly raw: ISchema | null;
  readonly transformed: ISchema | null;
  /** By name. */
  readonly vocabularies: readonly IVocabularyFile[];
  readonly hasGraph: boolean;
  /** Bytes of all files that are named. */
  readonly size: number;
  /** Files below the URI. */
  readonly fileCount: number;
  /** What Transform makes beside it; null where the URI does not tell where. */
  readonly statistics: { readonly before: string; readonly after: string } | null;
  /** A sentence for each file that could not be read. */
  readonly problems: readonly string[];
}

/** A vocabulary, or another asset. */
export interface IVocabularyFile {
  /** What `preprocessing_fn` called it; the file's name where the map does not have it. */
  readonly name: string;
  readonly file: ArtifactFile;
}

/** @throws an Error with a sentence where there is nothing of a transform graph. */
export async function decodeTransformGraph(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<ITransformGraph> {
  const { files, fileCount, uri, problem } = source.document;
  const problems: string[] = [];
  const read = async <T>(path: string, decode: () => Promise<T>): Promise<T | null> => {
    if (!files.some(file => file.path === path)) {
      problems.push(`${path} is not there.`);
      return null;
    }
    try {
      return await decode();
    } catch (error) {
      throwIfAborted(signal);
      problems.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  if (files.length === 0) {
    throw new Error(
      problem ?? 'There are no files in this transform graph: nothing was written yet.'
    );
  }
  const raw = await read(RAW, async () => (await readSchema(source, RAW, signal)).schema);
  const transformed = await read(
    TRANSFORMED,
    async () => (await readSchema(source, TRANSFORMED, signal)).schema
  );
  const assets = files.filter(({ path }) => path.startsWith(ASSETS));
  // Before Transform wrote a map, and where there are no vocabularies, there is none.
  const names = files.some(({ path }) => path === ASSET_MAP)
    ? ((await read(ASSET_MAP, async () => assetMap(source))) ?? new Map<string, string>())
    : new Map<string, string>();
  throwIfAborted(signal);
  return {
    raw,
    transformed,
    vocabularies: assets
      .map(file => ({
        name: names.get(file.path.slice(ASSETS.length)) ?? file.path.slice(ASSETS.length),
        file
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    hasGraph: files.some(({ path }) => path === `${TRANSFORM_FN}/saved_model.pb`),
    size: files.reduce((sum, { size }) => sum + size, 0),
    fileCount,
    statistics: statisticsOf(uri),
    problems
  };
}

/** Names of vocabularies by file. */
async function assetMap(source: IArtifactSource): Promise<ReadonlyMap<string, string>> {
  const json = parsePythonJson(
    textOf(await source.read(ASSET_MAP, { start: 0, end: MOST_MAP })),
    ASSET_MAP
  );
  if (!isRecord(json)) {
    throw new Error(`${ASSET_MAP} does not name files: it is JSON, but no object.`);
  }
  return new Map(
    Object.entries(json).flatMap(([name, file]) =>
      typeof file === 'string' ? [[file, name] as const] : []
    )
  );
}

/** Where the run that made the graph wrote the transformed rows; null where the URI does not tell. */
export function transformedExamples(uri: string): string | null {
  return sibling(uri, 'transformed_examples');
}

function statisticsOf(uri: string): ITransformGraph['statistics'] {
  const before = sibling(uri, 'pre_transform_stats');
  const after = sibling(uri, 'post_transform_stats');
  return before === null || after === null ? null : { before, after };
}

/** Another output of the same run. */
function sibling(uri: string, output: string): string | null {
  const [, start, run] = /^(.*)\/transform_graph(\/[^/]+)\/?$/s.exec(uri) ?? [];
  return run === undefined ? null : `${start}/${output}${run}`;
}
