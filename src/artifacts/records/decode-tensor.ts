/** TensorFlow's TensorProto as values of a row. */
import type { TensorProto } from '../../proto/generated/tensor_pb';
import { DataType } from '../../proto/generated/tensor_pb';
import type { FieldValue } from './field-value';
import { MOST_VALUES } from './field-value';

/** How the numbers of a type are in `tensor_content`: bytes of each, and how one is read. */
interface IPacked<V> {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => V;
}

const LITTLE = true;

/**
 * The values in a tensor's order, row by row; the last one is repeated to fill the shape, as TensorFlow has it. Types
 * that are no numbers or texts (resources, variants) have no values.
 */
export function decodeTensor(tensor: TensorProto): FieldValue {
  const { dtype, tensorShape } = tensor;
  const shape = tensorShape && !tensorShape.unknownRank ? tensorShape.dim.map(sizeOf) : null;
  const filled = (list: FieldValue): FieldValue => fill(list, shape);
  switch (dtype) {
    case DataType.DT_STRING:
      return filled(listOf('bytes', tensor.stringVal));
    case DataType.DT_BOOL:
      return filled(
        packed(tensor, 'bool', { bytes: 1, read: (view, at) => view.getUint8(at) !== 0 }) ??
          listOf('bool', tensor.boolVal)
      );
    case DataType.DT_FLOAT:
      return filled(
        packed(tensor, 'float', { bytes: 4, read: (view, at) => view.getFloat32(at, LITTLE) }) ??
          listOf('float', tensor.floatVal)
      );
    case DataType.DT_DOUBLE:
      return filled(
        packed(tensor, 'float', { bytes: 8, read: (view, at) => view.getFloat64(at, LITTLE) }) ??
          listOf('float', tensor.doubleVal)
      );
    case DataType.DT_HALF:
    case DataType.DT_BFLOAT16: {
      const read = dtype === DataType.DT_HALF ? half : bfloat16;
      return filled(
        packed(tensor, 'float', {
          bytes: 2,
          read: (view, at) => read(view.getUint16(at, LITTLE))
        }) ?? listOf('float', tensor.halfVal.slice(0, MOST_VALUES).map(read), tensor.halfVal.length)
      );
    }
    case DataType.DT_COMPLEX64:
      return filled(complex(tensor, 4, tensor.scomplexVal));
    case DataType.DT_COMPLEX128:
      return filled(complex(tensor, 8, tensor.dcomplexVal));
    default: {
      const integer = INTEGERS.get(dtype);
      return filled(
        integer
          ? (packed(tensor, 'int', integer) ?? integers(tensor))
          : { kind: 'none', values: [], count: 0 }
      );
    }
  }
}

const INT8: IPacked<bigint> = { bytes: 1, read: (view, at) => BigInt(view.getInt8(at)) };
const UINT8: IPacked<bigint> = { bytes: 1, read: (view, at) => BigInt(view.getUint8(at)) };
const INT16: IPacked<bigint> = { bytes: 2, read: (view, at) => BigInt(view.getInt16(at, LITTLE)) };
const UINT16: IPacked<bigint> = {
  bytes: 2,
  read: (view, at) => BigInt(view.getUint16(at, LITTLE))
};
const INT32: IPacked<bigint> = { bytes: 4, read: (view, at) => BigInt(view.getInt32(at, LITTLE)) };

const INTEGERS: ReadonlyMap<DataType, IPacked<bigint>> = new Map([
  [DataType.DT_INT8, INT8],
  [DataType.DT_QINT8, INT8],
  [DataType.DT_UINT8, UINT8],
  [DataType.DT_QUINT8, UINT8],
  [DataType.DT_INT16, INT16],
  [DataType.DT_QINT16, INT16],
  [DataType.DT_UINT16, UINT16],
  [DataType.DT_QUINT16, UINT16],
  [DataType.DT_INT32, INT32],
  [DataType.DT_QINT32, INT32],
  [
    DataType.DT_UINT32,
    { bytes: 4, read: (view: DataView, at: number) => BigInt(view.getUint32(at, LITTLE)) }
  ],
  [
    DataType.DT_INT64,
    { bytes: 8, read: (view: DataView, at: number) => view.getBigInt64(at, LITTLE) }
  ],
  [
    DataType.DT_UINT64,
    { bytes: 8, read: (view: DataView, at: number) => view.getBigUint64(at, LITTLE) }
  ]
]);

/** Those that are not packed: in the list of their type. */
function integers({ dtype, intVal, int64Val, uint32Val, uint64Val }: TensorProto): FieldValue {
  const list: readonly (number | bigint)[] =
    dtype === DataType.DT_INT64
      ? int64Val
      : dtype === DataType.DT_UINT64
        ? uint64Val
        : dtype === DataType.DT_UINT32
          ? uint32Val
          : intVal;
  return listOf('int', list.slice(0, MOST_VALUES).map(BigInt), list.length);
}

function sizeOf({ size }: { readonly size: bigint }): number {
  return Math.max(0, Number(size));
}

type ListKind = Exclude<FieldValue['kind'], 'none' | 'steps' | 'text'>;
type ValueOf<K extends ListKind> = Extract<FieldValue, { readonly kind: K }>['values'][number];

function listOf<K extends ListKind>(
  kind: K,
  values: readonly ValueOf<K>[],
  count = values.length
): FieldValue {
  return { kind, values: values.slice(0, MOST_VALUES), count } as FieldValue;
}

/** Values in `tensor_content`; null where there is none. */
function packed<K extends ListKind>(
  { tensorContent }: TensorProto,
  kind: K,
  { bytes, read }: IPacked<ValueOf<K>>
): FieldValue | null {
  if (tensorContent.length === 0) {
    return null;
  }
  const view = new DataView(
    tensorContent.buffer,
    tensorContent.byteOffset,
    tensorContent.byteLength
  );
  const count = Math.floor(tensorContent.length / bytes);
  const values: ValueOf<K>[] = [];
  for (let index = 0; index < Math.min(count, MOST_VALUES); index++) {
    values.push(read(view, index * bytes));
  }
  return listOf(kind, values, count);
}

/** Pairs of numbers, as text. */
function complex(tensor: TensorProto, bytes: number, list: readonly number[]): FieldValue {
  const parts =
    packed(tensor, 'float', {
      bytes,
      read: (view, at) => (bytes === 4 ? view.getFloat32(at, LITTLE) : view.getFloat64(at, LITTLE))
    }) ?? listOf('float', list);
  const values: string[] = [];
  for (let at = 0; at + 1 < parts.values.length; at += 2) {
    values.push(`${String(parts.values[at])} + ${String(parts.values[at + 1])}i`);
  }
  return { kind: 'text', values, count: Math.floor(parts.count / 2) };
}

/** Repeats the last value, and gives the list its shape where it has more than one dimension. */
function fill(list: FieldValue, shape: readonly number[] | null): FieldValue {
  if (shape === null) {
    return list;
  }
  const count = shape.reduce((product, size) => product * size, 1);
  const { values } = list;
  const missing = Math.min(count, MOST_VALUES) - values.length;
  const last = values[values.length - 1];
  const filled =
    missing > 0 && values.length > 0
      ? [...values, ...new Array<typeof last>(missing).fill(last)]
      : values.slice(0, Math.min(count, MOST_VALUES));
  const known = values.length > 0 ? count : list.count;
  // The kind is the list's own: only its length changes.
  return {
    ...list,
    values: filled,
    count: known,
    ...(shape.length > 1 && count > 1 && { shape })
  } as FieldValue;
}

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) {
    return sign * fraction * 2 ** -24;
  }
  return exponent === 0x1f
    ? fraction === 0
      ? sign * Infinity
      : NaN
    : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const word = new DataView(new ArrayBuffer(4));

function bfloat16(bits: number): number {
  word.setUint32(0, (bits & 0xffff) << 16);
  return word.getFloat32(0);
}
