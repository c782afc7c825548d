/** The records of a TFRecord file that is read as a whole, compressed or not. */
import { decompress } from '../proto/gunzip';
import { isTFRecord, tfRecords } from '../proto/tfrecord';

/**
 * The records in a file's bytes; null where they are no TFRecord file.
 *
 * @param path - For the sentence about a damaged one.
 */
export async function recordsOf(
  bytes: Uint8Array,
  path: string
): Promise<readonly Uint8Array[] | null> {
  const chunks: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  try {
    for await (const chunk of decompress(each([bytes]))) {
      if (chunks.length === 0 && !isTFRecord(chunk)) {
        return null;
      }
      chunks.push(chunk);
    }
    for await (const record of tfRecords(each(chunks))) {
      records.push(record);
    }
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return records;
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
