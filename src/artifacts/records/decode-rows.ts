/** Rows of TFRecord files, read in ranges as they are asked for. */
import { decompress } from '../../proto/gunzip';
import { tfRecordBatches } from '../../proto/tfrecord';
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import type { Fields, IRow } from './field-value';
import { fieldsOf } from './field-value';

/** Bytes of the first range, where the document does not carry the file's start; the next ones are longer. */
const FIRST_RANGE = 1 << 16;
const MOST_RANGE = 1 << 20;

/**
 * A file in ranges. No connection stays open between two: browsers have few per server, and a person may look at the
 * first rows for an hour. The first range is what the document carries, so that rows show with no server.
 */
export async function* ranges(
  source: IArtifactSource,
  { path, size, data }: ArtifactFile,
  signal: AbortSignal
): AsyncGenerator<Uint8Array, void, undefined> {
  // Base64 of at least so many bytes.
  const carried = data === null ? 0 : Math.floor((data.length * 3) / 4) - 2;
  let length = carried > 0 ? carried : FIRST_RANGE;
  let next = FIRST_RANGE;
  for (let start = 0; start < size && !signal.aborted;) {
    const end = Math.min(size, start + length);
    const bytes = await source.read(path, { start, end });
    if (bytes.length === 0) {
      return;
    }
    yield bytes;
    start += bytes.length;
    next = Math.min(MOST_RANGE, next * 4);
    length = next;
  }
}

/**
 * The records of files, as rows, in batches. A damaged file throws an error with a sentence after the rows before it.
 *
 * @param decode - Reads a record; where it throws, the row is the record's bytes.
 */
export async function* recordRows(
  source: IArtifactSource,
  files: readonly ArtifactFile[],
  decode: (record: Uint8Array) => Fields,
  signal: AbortSignal
): AsyncGenerator<readonly IRow[], void, undefined> {
  let index = 0;
  for (const file of files) {
    if (signal.aborted) {
      return;
    }
    for await (const records of tfRecordBatches(decompress(ranges(source, file, signal)))) {
      yield records.map(record => recordRow(index++, record, decode));
    }
  }
}

function recordRow(
  index: number,
  record: Uint8Array,
  decode: (record: Uint8Array) => Fields
): IRow {
  return {
    index,
    size: record.length,
    fields: () => {
      try {
        return decode(record);
      } catch {
        return rawFields(record);
      }
    }
  };
}

/** A record that nothing is known of. */
export function rawFields(record: Uint8Array): Fields {
  return fieldsOf([
    { group: 'record', name: '', value: { kind: 'bytes', values: [record], count: 1 } }
  ]);
}
