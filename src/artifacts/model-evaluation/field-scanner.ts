/** Walks the fields of a message in its bytes, and makes nothing of them. */
import { MessageError } from '../../proto/decode-message';

/** The wire type of texts, bytes and messages. */
export const LENGTH_DELIMITED = 2;

/** Where a field is. The same scanner walks a message in a message: set `position`, and give `next` its end. */
export class FieldScanner {
  field = 0;
  wire = 0;
  /** Of a field with a length: its first byte, and the one after its last. */
  start = 0;
  end = 0;
  position = 0;

  /** @param _what - What the bytes are, and `_kind` the message they should be, for the sentence. */
  constructor(
    readonly bytes: Uint8Array,
    private readonly _what: string,
    private readonly _kind: string
  ) {}

  /**
   * Goes to the next field before `end`; false where there is none. Afterwards `position` is behind the field.
   *
   * @throws MessageError where the bytes are no message.
   */
  next(end: number): boolean {
    if (this.position >= end) {
      return false;
    }
    const tag = this._varint(end);
    this.field = tag >>> 3;
    this.wire = tag & 7;
    let length = 0;
    switch (this.wire) {
      case 0:
        this._varint(end);
        break;
      case 1:
        length = 8;
        break;
      case LENGTH_DELIMITED:
        length = this._varint(end);
        break;
      case 5:
        length = 4;
        break;
      default:
        throw this._error(`wire type ${this.wire}`);
    }
    this.start = this.position;
    this.end = this.position + length;
    if (this.end > end || this.field === 0) {
      throw this._error('a field ends behind its message');
    }
    this.position = this.end;
    return true;
  }

  /** The lower 32 bits. */
  private _varint(end: number): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.position >= end) {
        throw this._error('it ends inside a number');
      }
      const byte = this.bytes[this.position++];
      if (shift < 32) {
        value |= (byte & 0x7f) << shift;
      }
      if (byte < 0x80) {
        return value >>> 0;
      }
    }
    throw this._error('a number is too long');
  }

  private _error(reason: string): MessageError {
    return new MessageError(this._what, this._kind, reason);
  }
}
