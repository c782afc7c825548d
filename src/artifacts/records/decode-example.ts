/**
 * Reads tf.Example and tf.SequenceExample: the same field numbers, so one reader does both. It is not the generated
 * messages' because a row is looked at, not kept: lists are cut while they are read, bytes share the record's memory,
 * and a feature may be called `__proto__`.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

import type { FieldValue, Fields, IField } from './field-value';
import { fieldsOf, MOST_VALUES } from './field-value';

/** Field numbers of Example and SequenceExample. */
const FEATURES = 1;
const FEATURE_LISTS = 2;
/** Of Feature. */
const BYTES_LIST = 1;
const FLOAT_LIST = 2;
const INT64_LIST = 3;

class RecordReader extends BinaryReader {
  constructor(private readonly _record: Uint8Array) {
    super(_record);
  }

  /** The bytes up to `end`, which share the record's memory. */
  slice(end: number): Uint8Array {
    const bytes = this._record.subarray(this.pos, end);
    this.pos = end;
    return bytes;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The features of a record. Of a SequenceExample, those of its context, and its feature lists as `steps`.
 *
 * @throws an Error where the bytes are neither of the two; its message is for developers.
 */
export function decodeExample(record: Uint8Array): Fields {
  const reader = new RecordReader(record);
  const found: IField[] = [];
  fields(reader, record.length, (field, end) => {
    if (field === FEATURES) {
      map(reader, end, (name, value) => found.push({ group: 'feature', name, value }), feature);
    } else if (field === FEATURE_LISTS) {
      map(reader, end, (name, value) => found.push({ group: 'steps', name, value }), featureList);
    } else {
      return false;
    }
    return true;
  });
  return fieldsOf(found);
}

/** Calls with each length-delimited field; those that it does not read, and all others, are passed over. */
function fields(
  reader: RecordReader,
  end: number,
  read: (field: number, end: number) => boolean
): void {
  while (reader.pos < end) {
    const [field, type] = reader.tag();
    if (type !== WireType.LengthDelimited) {
      reader.skip(type, field);
      continue;
    }
    const to = ending(reader, end);
    if (!read(field, to)) {
      reader.pos = to;
    }
  }
  if (reader.pos !== end) {
    throw new RangeError('A field ends beyond its message.');
  }
}

/** Where a length-delimited field ends, from its length. */
function ending(reader: RecordReader, within: number): number {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > within) {
    throw new RangeError('A field ends beyond its message.');
  }
  return end;
}

/** The entries of Features and FeatureLists: a message whose field 1 is a map. */
function map(
  reader: RecordReader,
  end: number,
  add: (name: string, value: FieldValue) => void,
  readValue: (reader: RecordReader, end: number) => FieldValue
): void {
  fields(reader, end, (field, entryEnd) => {
    if (field !== 1) {
      return false;
    }
    let name = '';
    let value: FieldValue = NONE;
    fields(reader, entryEnd, (part, to) => {
      if (part === 1) {
        name = text(reader, to);
      } else if (part === 2) {
        value = readValue(reader, to);
      } else {
        return false;
      }
      return true;
    });
    add(name, value);
    return true;
  });
}

const NONE: FieldValue = { kind: 'none', values: [], count: 0 };
const decoder = new TextDecoder();

function text(reader: RecordReader, end: number): string {
  return decoder.decode(reader.slice(end));
}

function featureList(reader: RecordReader, end: number): FieldValue {
  const values: FieldValue[] = [];
  let count = 0;
  // Steps share the limit of one list: a list of long lists is no longer than either.
  let left = MOST_VALUES;
  fields(reader, end, (field, to) => {
    if (field !== 1) {
      return false;
    }
    count += 1;
    if (left > 0) {
      const step = feature(reader, to, left);
      left -= Math.max(1, step.values.length);
      values.push(step);
    } else {
      reader.pos = to;
    }
    return true;
  });
  return { kind: 'steps', values, count };
}

/** A Feature: of several lists, the last is taken, as a oneof's field is. */
function feature(reader: RecordReader, end: number, most = MOST_VALUES): FieldValue {
  let value = NONE;
  fields(reader, end, (field, to) => {
    if (field === BYTES_LIST) {
      value = bytesList(reader, to, most);
    } else if (field === FLOAT_LIST) {
      value = floatList(reader, to, most);
    } else if (field === INT64_LIST) {
      value = int64List(reader, to, most);
    } else {
      return false;
    }
    return true;
  });
  return value;
}

function bytesList(reader: RecordReader, end: number, most: number): FieldValue {
  const values: Uint8Array[] = [];
  let count = 0;
  fields(reader, end, (field, to) => {
    if (field !== 1) {
      return false;
    }
    const bytes = reader.slice(to);
    if (count++ < most) {
      values.push(bytes);
    }
    return true;
  });
  return { kind: 'bytes', values, count };
}

function floatList(reader: RecordReader, end: number, most: number): FieldValue {
  const values: number[] = [];
  const list: Mutable<FieldValue & { kind: 'float' }> = { kind: 'float', values, count: 0 };
  numbers(reader, end, WireType.Bit32, to => {
    while (reader.pos + 4 <= to) {
      if (list.count++ < most) {
        values.push(reader.float());
      } else {
        reader.pos += 4;
      }
    }
    if (reader.pos !== to) {
      throw new RangeError('A list of floats ends inside a number.');
    }
  });
  return list;
}

function int64List(reader: RecordReader, end: number, most: number): FieldValue {
  const values: bigint[] = [];
  const list: Mutable<FieldValue & { kind: 'int' }> = { kind: 'int', values, count: 0 };
  numbers(reader, end, WireType.Varint, to => {
    while (reader.pos < to) {
      if (list.count++ < most) {
        values.push(BigInt(reader.int64()));
      } else {
        reader.skip(WireType.Varint);
      }
    }
    if (reader.pos !== to) {
      throw new RangeError('A list of integers ends inside a number.');
    }
  });
  return list;
}

/** The numbers of a list's field 1, packed or one by one. */
function numbers(
  reader: RecordReader,
  end: number,
  single: WireType,
  read: (to: number) => void
): void {
  while (reader.pos < end) {
    const [field, type] = reader.tag();
    if (field === 1 && type === WireType.LengthDelimited) {
      read(ending(reader, end));
    } else if (field === 1 && type === single) {
      const start = reader.pos;
      reader.skip(type, field);
      const to = reader.pos;
      reader.pos = start;
      read(to);
    } else {
      reader.skip(type, field);
    }
  }
}
