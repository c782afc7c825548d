/** Records of an evaluation's files: TFRecord, or Parquet with the same records in a column. */
import { decompress } from '../../proto/gunzip';
import { tfRecordBatches } from '../../proto/tfrecord';
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { parquetRows } from '../records/decode-parquet';

/** Bytes of the files of one kind, at most: beyond it a browser's memory is in danger. */
const MOST_BYTES = 1 << 29;

/** What was read of the shards of one kind. */
export interface IShards {
  readonly records: readonly Uint8Array[];
  /** Sentences, each for a file of which something is missing. */
  readonly problems: readonly string[];
}

/** The files of a kind: `metrics-00000-of-00001.tfrecord`, `validations.tfrecord`, `metrics` of old versions. */
export function shardsOf(
  files: readonly ArtifactFile[],
  kind: 'metrics' | 'plots' | 'attributions' | 'validations'
): readonly ArtifactFile[] {
  const name = new RegExp(`^${kind}(?:-\\d+-of-\\d+)?(?:\\.(?:tfrecord|parquet))?(?:\\.gz)?$`);
  return files.filter(({ path }) => name.test(path));
}

/** The records of all files; of a damaged one those before the damage. */
export async function readShards(
  source: IArtifactSource,
  files: readonly ArtifactFile[],
  signal: AbortSignal
): Promise<IShards> {
  const records: Uint8Array[] = [];
  const problems: string[] = [];
  let left = MOST_BYTES;
  for (const file of files) {
    const batches = file.path.endsWith('.parquet')
      ? parquetRecords(source, file, signal)
      : tfRecordBatches(decompress(source.stream(file.path, signal)));
    try {
      for await (const batch of batches) {
        throwIfAborted(signal);
        for (const record of batch) {
          records.push(record);
          left -= record.length;
        }
        if (left < 0) {
          throw new Error(`the rest is not read: it has more than ${MOST_BYTES >> 20} MB.`);
        }
      }
    } catch (error) {
      throwIfAborted(signal);
      const sentence = error instanceof Error ? error.message : String(error);
      problems.push(sentence.includes(file.path) ? sentence : `${file.path}: ${sentence}`);
    }
    if (left < 0) {
      break;
    }
  }
  return { records, problems };
}

async function* parquetRecords(
  source: IArtifactSource,
  file: ArtifactFile,
  signal: AbortSignal
): AsyncGenerator<readonly Uint8Array[]> {
  for await (const rows of parquetRows(source, [file], signal)) {
    yield rows.flatMap(row => {
      const field = [...row.fields().values()].find(({ name }) => name === 'serialized_value');
      const value = field?.value.values[0];
      return value instanceof Uint8Array ? [value] : [];
    });
  }
}
