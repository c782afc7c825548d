/** Columns of an Arrow file as typed arrays. */
import type { Batch, Column } from '@uwdata/flechette';
import { Type } from '@uwdata/flechette';

/** A column's batches, each by itself. */
export function batches(column: Column<unknown>): readonly Batch<unknown>[] {
  return column.data;
}

/** Whether each row has a list of the same length. */
export function isVectors({ type }: Batch<unknown>): boolean {
  return type.typeId === Type.FixedSizeList;
}

/** All numbers of a column, also of lists of the same length; NaN where there is none. */
export function numbersOf(column: Column<unknown>): Float64Array {
  const parts = batches(column).map(batch =>
    isVectors(batch) ? numbers(batch.children[0]) : numbers(batch)
  );
  return joined(parts, size => new Float64Array(size));
}

/** Numbers of a batch; NaN where there is none. */
export function numbers(batch: Batch<unknown>): Float64Array {
  const { typeId } = batch.type;
  const plain = typeId === Type.Float || typeId === Type.Int;
  if (plain && batch.nullCount === 0 && !(batch.values instanceof BigInt64Array)) {
    return Float64Array.from({ length: batch.length }, (_, at) => Number(batch.values[at]));
  }
  return Float64Array.from({ length: batch.length }, (_, at) => {
    const value = batch.at(at);
    return value === null ? NaN : Number(value);
  });
}

/** The texts of a dictionary; null where a column has none. */
export function dictionaryOf(column: Column<unknown>): readonly string[] | null {
  const [batch] = batches(column);
  return batch === undefined ? null : texts(batch);
}

/** The texts of a batch's dictionary; null where it has none. */
export function texts(batch: Batch<unknown>): readonly string[] | null {
  if (batch.type.typeId !== Type.Dictionary || !('dictionary' in batch)) {
    return null;
  }
  const { dictionary } = batch;
  return isColumn(dictionary) ? Array.from(dictionary, value => String(value ?? '')) : null;
}

function isColumn(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** Places in a dictionary, of a whole column; -1 for none. */
export function codesOf(column: Column<unknown>): Int32Array {
  return joined(batches(column).map(codes), size => new Int32Array(size));
}

/** The same, of a batch. */
export function codes(batch: Batch<unknown>): Int32Array {
  return Int32Array.from({ length: batch.length }, (_, at) =>
    batch.nullCount === 0 || batch.isValid(at) ? Number(batch.values[at]) : -1
  );
}

/** The values of all lists of a batch, one after the other. */
export function entriesOf(batch: Batch<unknown>): Batch<unknown> {
  return batch.children[0];
}

/** Where each row's values begin, and one more. */
export function startsOf(column: Column<unknown>): Uint32Array {
  const starts = new Uint32Array(column.length + 1);
  let row = 0;
  let before = 0;
  for (const batch of batches(column)) {
    for (let at = 0; at < batch.length; at++) {
      starts[++row] = before + Number(batch.offsets[at + 1]);
    }
    before += entriesOf(batch).length;
  }
  return starts;
}

/** One array of several. */
export function joined<T extends Float64Array | Int32Array>(
  parts: readonly T[],
  make: (size: number) => T
): T {
  if (parts.length === 1) {
    return parts[0];
  }
  const all = make(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
