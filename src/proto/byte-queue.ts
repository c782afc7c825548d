/** Bytes that come in chunks and are taken in pieces of other sizes. */

/** Copies only where a piece spans chunks; the other pieces share memory with their chunk. */
export class ByteQueue {
  /** How many bytes wait. */
  get length(): number {
    return this._length;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length > 0) {
      this._chunks.push(chunk);
      this._length += chunk.length;
    }
  }

  /** Takes the next bytes; there must be so many. */
  take(count: number): Uint8Array {
    if (count > this._length) {
      throw new RangeError('More bytes are taken than there are.');
    }
    if (count === 0) {
      return new Uint8Array(0);
    }
    this._length -= count;
    const rest = this._chunks[this._first].length - this._start;
    return count <= rest ? this._advance(count) : this._join(count);
  }

  private _join(count: number): Uint8Array {
    const joined = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      const rest = this._chunks[this._first].length - this._start;
      const piece = this._advance(Math.min(rest, count - filled));
      joined.set(piece, filled);
      filled += piece.length;
    }
    return joined;
  }

  /** Takes bytes of the first chunk. */
  private _advance(count: number): Uint8Array {
    const chunk = this._chunks[this._first];
    const piece = chunk.subarray(this._start, this._start + count);
    this._start += count;
    if (this._start === chunk.length) {
      this._start = 0;
      this._first++;
      if (this._first > 64) {
        this._chunks.splice(0, this._first);
        this._first = 0;
      }
    }
    return piece;
  }

  private readonly _chunks: Uint8Array[] = [];
  private _first = 0;
  private _start = 0;
  private _length = 0;
}
