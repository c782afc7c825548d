/** How many messages bytes hold, before they are read: each becomes an object a hundred times as large as the least. */
import type { DescMessage } from '@bufbuild/protobuf';

/** What a message counts: those with many fields take as much memory as several others. */
export function partsOf({ fields }: DescMessage): number {
  return 1 + (fields.length >> 4);
}

/** Message fields of a message by number, with what they are; null for a field that is none. */
type Fields = ReadonlyMap<number, DescMessage>;

/** As deep as the library reads. */
const DEEPEST = 100;

/**
 * The messages in a message, each as many as {@link partsOf} says, up to `most` or a little more. What is not well-formed is counted as far as it goes: the reader that comes
 * after says what is wrong.
 */
export function countParts(desc: DescMessage, bytes: Uint8Array, most: number): number {
  const at = { position: 0, count: 0 };
  scan(bytes, at, bytes.length, desc, most, 1);
  return at.count;
}

interface IScan {
  position: number;
  count: number;
}

function scan(
  bytes: Uint8Array,
  at: IScan,
  end: number,
  desc: DescMessage,
  most: number,
  depth: number
): void {
  const fields = fieldsOf(desc);
  while (at.position < end && at.count < most) {
    const tag = varint(bytes, at);
    switch (tag & 7) {
      case 0:
        varint(bytes, at);
        break;
      case 1:
        at.position += 8;
        break;
      case 5:
        at.position += 4;
        break;
      case 2: {
        const length = varint(bytes, at);
        const to = at.position + length;
        const child = fields.get(tag >>> 3);
        if (child && to <= end && depth < DEEPEST) {
          at.count += partsOf(child);
          scan(bytes, at, to, child, most, depth + 1);
        }
        at.position = to;
        break;
      }
      default:
        // A group, which none of the formats has, or what is none.
        at.position = bytes.length;
    }
  }
}

/** A varint's low 32 bits: tags and lengths have no more. */
function varint(bytes: Uint8Array, at: IScan): number {
  let value = 0;
  for (let shift = 0; at.position < bytes.length; shift += 7) {
    const byte = bytes[at.position++];
    if (shift < 32) {
      value |= (byte & 127) << shift;
    }
    if (byte < 128) {
      break;
    }
  }
  return value >>> 0;
}

const fieldsByDesc = new WeakMap<DescMessage, Fields>();

function fieldsOf(desc: DescMessage): Fields {
  let fields = fieldsByDesc.get(desc);
  if (!fields) {
    fields = new Map(
      desc.fields.flatMap(({ number, message }) => (message ? [[number, message] as const] : []))
    );
    fieldsByDesc.set(desc, fields);
  }
  return fields;
}
