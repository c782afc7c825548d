/** Writes TFRecord bytes for tests. */
import { maskedCrc32c } from '../crc32c';

/** The records with their lengths and checksums, as one file. */
export function writeTFRecord(records: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(records.reduce((size, { length }) => size + length + 16, 0));
  const view = new DataView(file.buffer);
  let at = 0;
  for (const record of records) {
    view.setBigUint64(at, BigInt(record.length), true);
    view.setUint32(at + 8, maskedCrc32c(file.subarray(at, at + 8)), true);
    file.set(record, at + 12);
    view.setUint32(at + 12 + record.length, maskedCrc32c(record), true);
    at += record.length + 16;
  }
  return file;
}

/** The bytes in chunks of the given size. */
export async function* inChunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.slice(at, at + size);
  }
}

/** What an iterable gives, and the error that ends it where one does. */
export async function collect<T>(
  items: AsyncIterable<T>
): Promise<{ items: T[]; error: Error | null }> {
  const collected: T[] = [];
  try {
    for await (const item of items) {
      collected.push(item);
    }
  } catch (error) {
    if (!(error instanceof Error)) {
      throw error;
    }
    return { items: collected, error };
  }
  return { items: collected, error: null };
}

/** Chunks as one. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
