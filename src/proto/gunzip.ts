/** gzip as a stream, with several members one after the other. */
import { Inflate, Z_SYNC_FLUSH } from 'pako';

import { ByteQueue } from './byte-queue';

/** What is wrong with gzip data; what was decompressed before it is good. */
export class GzipError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GzipError';
  }
}

/** Bytes that are decompressed before the result is handed on: a piece may grow a thousandfold. */
const PIECE = 1 << 14;
/** The library's word for "gzip, and nothing else". */
const GZIP_ONLY = 31;

/**
 * Decompresses gzip data while it comes in. A cut-off or damaged file throws a GzipError, a sentence, after what could
 * be decompressed. The browser's own `DecompressionStream` refuses a second member, and is no faster.
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>
): AsyncGenerator<Uint8Array, void, undefined> {
  const members = new Members();
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += PIECE) {
      yield* members.push(chunk.subarray(start, start + PIECE));
    }
    members.check();
  }
  members.end();
}

/** Decompresses where the data starts as gzip does; else hands it on as it is. */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  const start = new ByteQueue();
  try {
    while (start.length < 3) {
      const next = await iterator.next();
      if (next.done) {
        break;
      }
      start.push(next.value);
    }
    const first = start.take(start.length);
    const all = joined(first, iterator);
    yield* isGzip(first) ? gunzip(all) : all;
  } finally {
    await iterator.return?.();
  }
}

/** Whether bytes start as gzip data does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** The members of a file, in pieces. */
class Members {
  /** What a piece decompresses to; nothing after damage. */
  push(piece: Uint8Array): readonly Uint8Array[] {
    this._read += piece.length;
    if (this._inflate.ended && this._inflate.err === 0) {
      // Zeros after the last member are padding.
      if (piece[0] === 0) {
        return [];
      }
      this._inflate = this._start();
    }
    this._inflate.push(piece, Z_SYNC_FLUSH);
    return this._ready.splice(0);
  }

  /** Throws where the data is damaged. */
  check(): void {
    if (this._inflate.err !== 0) {
      throw new GzipError(`The gzip data is damaged, at or before byte ${this._read}.`);
    }
  }

  /** Throws where the data is damaged, or its end is missing. */
  end(): void {
    this.check();
    if (!this._inflate.ended) {
      throw new GzipError(
        `The gzip data ends early, after ${this._read} bytes: the file was cut off, or it is still being written.`
      );
    }
  }

  private _start(): Inflate {
    const inflate = new Inflate({ windowBits: GZIP_ONLY });
    inflate.onData = data => void this._ready.push(data);
    return inflate;
  }

  private _read = 0;
  private readonly _ready: Uint8Array[] = [];
  private _inflate = this._start();
}

async function* joined(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>
): AsyncGenerator<Uint8Array, void, undefined> {
  if (first.length > 0) {
    yield first;
  }
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    yield next.value;
  }
}
