/** TFRecord files: each record between its length and checksums. */
import { ByteQueue } from './byte-queue';
import { maskedCrc32c } from './crc32c';

/** How a file is read. */
export interface ITFRecordOptions {
  /** Whether checksums are checked; true. */
  readonly verify?: boolean;
  /** Reading stops after so many records; all are read. */
  readonly limit?: number;
  /** Bytes; a longer record is refused before it is gathered. 256 MiB. */
  readonly maxLength?: number;
}

/** What is wrong with a file, and where; all records before it are good. */
export class TFRecordError extends Error {
  constructor(
    message: string,
    /** The record's number, from 1. */
    readonly record: number,
    /** Where the record starts, in bytes of the uncompressed file. */
    readonly offset: number
  ) {
    super(message);
    this.name = 'TFRecordError';
  }
}

/** Of a length (8 bytes) and its checksum (4). */
const HEADER = 12;
const CHECKSUM = 4;

/**
 * The records of an uncompressed file, as many at a time as a chunk completes. They may share memory with the chunks.
 * The file is read no further than `limit`; a damaged or cut-off one throws a TFRecordError after the records before.
 */
export async function* tfRecordBatches(
  chunks: AsyncIterable<Uint8Array>,
  { verify = true, limit = Infinity, maxLength = 2 ** 28 }: ITFRecordOptions = {}
): AsyncGenerator<readonly Uint8Array[], void, undefined> {
  const queue = new ByteQueue();
  let record = 1;
  let offset = 0;
  let length = -1;
  let failure: TFRecordError | null = null;
  const fail = (message: string) => {
    failure = new TFRecordError(message, record, offset);
  };

  const readHeader = () => {
    const header = queue.take(HEADER);
    const view = new DataView(header.buffer, header.byteOffset, HEADER);
    const size = view.getBigUint64(0, true);
    if (verify && view.getUint32(8, true) !== maskedCrc32c(header.subarray(0, 8))) {
      fail(
        record === 1
          ? 'This is not a TFRecord file, or its first bytes are damaged: the checksum of the first length is wrong.'
          : `Record ${record} (at byte ${offset}) cannot be read: the checksum of its length is wrong. The file is damaged from there on.`
      );
    } else if (size > BigInt(maxLength)) {
      fail(
        `Record ${record} (at byte ${offset}) says that it is ${size} bytes long; records of more than ${maxLength} bytes are not read.`
      );
    } else {
      length = Number(size);
    }
  };

  const readData = (): Uint8Array | null => {
    const data = queue.take(length);
    const end = queue.take(CHECKSUM);
    const checksum = new DataView(end.buffer, end.byteOffset, CHECKSUM).getUint32(0, true);
    if (verify && checksum !== maskedCrc32c(data)) {
      fail(`Record ${record} (at byte ${offset}) is damaged: its checksum is wrong.`);
      return null;
    }
    offset += HEADER + length + CHECKSUM;
    length = -1;
    record++;
    return data;
  };

  /** What is complete. */
  const drain = (): Uint8Array[] => {
    const batch: Uint8Array[] = [];
    while (!failure && record <= limit) {
      if (length < 0) {
        if (queue.length < HEADER) {
          break;
        }
        readHeader();
      } else if (queue.length >= length + CHECKSUM) {
        const data = readData();
        if (data) {
          batch.push(data);
        }
      } else {
        break;
      }
    }
    return batch;
  };

  if (limit <= 0) {
    return;
  }
  for await (const chunk of chunks) {
    queue.push(chunk);
    const batch = drain();
    if (batch.length > 0) {
      yield batch;
    }
    if (failure) {
      throw failure;
    }
    if (record > limit) {
      return;
    }
  }
  if (queue.length > 0 || length >= 0) {
    throw new TFRecordError(
      `The file ends inside record ${record}, which starts at byte ${offset}: it was cut off, or it is still being written.`,
      record,
      offset
    );
  }
}

/** Whether bytes, a dozen at least, start as a TFRecord file does: with a length that its checksum fits. */
export function isTFRecord(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  return (
    length >= HEADER &&
    new DataView(buffer, byteOffset, HEADER).getUint32(8, true) ===
      maskedCrc32c(bytes.subarray(0, 8))
  );
}

/** The records of an uncompressed file, one at a time; see `tfRecordBatches`. */
export async function* tfRecords(
  chunks: AsyncIterable<Uint8Array>,
  options?: ITFRecordOptions
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const batch of tfRecordBatches(chunks, options)) {
    yield* batch;
  }
}
