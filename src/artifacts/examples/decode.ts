/** Examples: which rows there are, and how each is read. */
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { filesBySplit } from '../decode-splits';
import { decodeExample } from '../records/decode-example';
import { rawFields, recordRows } from '../records/decode-rows';
import type { IRow } from '../records/field-value';

/** TFX's `payload_format`s that are not what `decodeExample` reads: PayloadFormat's names, and its numbers. */
const PROTO = ['FORMAT_PROTO', '11'];
const PARQUET = ['FORMAT_PARQUET', '15'];

/** The rows of one split. */
export interface ISplit {
  /** Empty where the files are in no split's folder. */
  readonly name: string;
  readonly files: readonly ArtifactFile[];
  /** Bytes of all files. */
  readonly size: number;
  /**
   * Its rows, in batches; a damaged file throws an Error with a sentence after the rows before it. Ends early when
   * the signal aborts.
   */
  readonly rows: (signal: AbortSignal) => AsyncIterable<readonly IRow[]>;
}

/** An Examples artifact, of which no row is read yet. */
export interface IExamples {
  readonly splits: readonly ISplit[];
  /** The document does not name all files: splits may have more rows. */
  readonly moreFiles: boolean;
}

/**
 * The splits of an artifact, in its property's order, then others by name.
 *
 * @throws an Error with a sentence where there are no rows' files.
 */
export async function decodeExamples(source: IArtifactSource): Promise<IExamples> {
  const { document } = source;
  const splits = filesBySplit(document, /./);
  if (splits.length === 0) {
    throw new Error(
      document.problem ??
        'There are no files with rows here. Run the component again, or look at its URI.'
    );
  }
  return {
    splits: splits.map(({ split, files }) => splitFrom(source, split, files)),
    moreFiles: document.files.length < document.fileCount
  };
}

function splitFrom(source: IArtifactSource, name: string, files: readonly ArtifactFile[]): ISplit {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { customProperties, properties } = source.document;
  const format = String(customProperties.payload_format ?? properties.payload_format ?? '');
  const isParquet =
    PARQUET.includes(format) || sorted.every(({ path }) => path.endsWith('.parquet'));
  return {
    name,
    files: sorted,
    size: sorted.reduce((size, file) => size + file.size, 0),
    rows: signal =>
      isParquet
        ? parquet(source, sorted, signal)
        : recordRows(source, sorted, PROTO.includes(format) ? rawFields : decodeExample, signal)
  };
}

/** Parquet's reader loads with the first such file. */
async function* parquet(
  source: IArtifactSource,
  files: readonly ArtifactFile[],
  signal: AbortSignal
): AsyncGenerator<readonly IRow[], void, undefined> {
  const { parquetRows } = await import('../records/decode-parquet');
  yield* parquetRows(source, files, signal);
}
