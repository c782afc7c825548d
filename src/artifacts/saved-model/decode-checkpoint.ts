/**
 * Reads `variables.index`: which variables a checkpoint has. The file is a table of LevelDB's kind without compression
 * (tensorflow/core/util/tensor_bundle): blocks of keys and messages, a block that lists them, and 48 bytes at the end
 * that say where it is.
 */
import { decodeMessage } from '../../proto/decode-message';
import { BundleEntryProtoSchema } from '../../proto/generated/tensor_bundle_pb';
import { shapeOf, typeName } from './decode-graph';
import type { IVariable } from './saved-model';

const FOOTER = 48;
const MAGIC = 0xdb4775248b80fb57n;
/** Behind each block: how it is compressed, and a checksum. */
const UNCOMPRESSED = 0;
/** What TensorFlow keeps of the objects that have the variables. */
const OBJECTS = '_CHECKPOINTABLE_OBJECT_GRAPH';
/** Variables, at most. */
const MOST = 200_000;

/** A key with its value. */
interface IEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/**
 * The variables, in the order of their keys.
 *
 * @param what - A file's path, for the sentence.
 * @throws an Error with a sentence.
 */
export function decodeCheckpoint(bytes: Uint8Array, what: string): readonly IVariable[] {
  const fail = (reason: string): never => {
    throw new Error(`${what} cannot be read as a checkpoint's index: ${reason}.`);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < FOOTER || view.getBigUint64(bytes.length - 8, true) !== MAGIC) {
    return fail('its end is missing, or it is another file');
  }
  const footer = new Cursor(bytes, bytes.length - FOOTER, bytes.length - 8);
  const variables: IVariable[] = [];
  try {
    // Where another block is.
    footer.varint();
    footer.varint();
    for (const { value: block } of entriesAt(bytes, footer)) {
      for (const { key, value } of entriesAt(bytes, new Cursor(block, 0, block.length))) {
        const name = new TextDecoder().decode(key);
        // The empty key has the header; keys that begin with zeros are of pieces of a variable.
        if (name !== '' && name !== OBJECTS && key[0] !== 0) {
          const { dtype, shape, size } = decodeMessage(BundleEntryProtoSchema, value, what);
          variables.push({
            name,
            type: typeName(dtype),
            shape: shape ? shapeOf(shape) : null,
            trainable: null,
            size: Number(size)
          });
          if (variables.length > MOST) {
            return fail(`it has more than ${MOST} variables`);
          }
        }
      }
    }
  } catch (error) {
    if (error instanceof RangeError) {
      return fail(error.message);
    }
    throw error;
  }
  return variables;
}

/** The entries of the block that a handle names: where it is, and its length. */
function* entriesAt(bytes: Uint8Array, handle: Cursor): Generator<IEntry> {
  const offset = handle.varint();
  const size = handle.varint();
  if (offset + size + 1 > bytes.length) {
    throw new RangeError('a block is not where it should be');
  }
  if (bytes[offset + size] !== UNCOMPRESSED) {
    throw new RangeError('a block is compressed');
  }
  const block = new DataView(bytes.buffer, bytes.byteOffset + offset, size);
  // Places where keys are whole are listed at the end; nobody looks for one here.
  const restarts = size >= 4 ? block.getUint32(size - 4, true) : Infinity;
  const end = offset + size - 4 * (restarts + 1);
  if (end < offset) {
    throw new RangeError('a block has no end');
  }
  const cursor = new Cursor(bytes, offset, end);
  let key = new Uint8Array(0);
  while (cursor.position < end) {
    const shared = cursor.varint();
    const rest = cursor.varint();
    const length = cursor.varint();
    if (shared > key.length) {
      throw new RangeError('a key has no beginning');
    }
    // Taken first: what is not there is not made room for.
    const own = cursor.take(rest);
    const next = new Uint8Array(shared + rest);
    next.set(key.subarray(0, shared));
    next.set(own, shared);
    key = next;
    yield { key, value: cursor.take(length) };
  }
}

/** Reads on. */
class Cursor {
  constructor(
    private readonly _bytes: Uint8Array,
    public position: number,
    private readonly _end: number
  ) {}

  varint(): number {
    let value = 0;
    for (let times = 1; ; times *= 128) {
      if (this.position >= this._end || times > 2 ** 49) {
        throw new RangeError('a number has no end');
      }
      const byte = this._bytes[this.position++];
      value += (byte & 127) * times;
      if (byte < 128) {
        return value;
      }
    }
  }

  take(length: number): Uint8Array {
    if (this.position + length > this._end) {
      throw new RangeError('an entry is cut off');
    }
    this.position += length;
    return this._bytes.subarray(this.position - length, this.position);
  }
}
