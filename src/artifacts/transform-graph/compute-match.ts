/** Whether rows before and after a transform are the same rows in the same order, as far as their values tell. */
import type { Fields, FieldValue } from '../records/field-value';
import { fieldKey } from '../records/field-value';
import type { ILineage } from './lineage';

/** `unknown` where too few values are there twice to tell. */
export type RowMatch = 'same' | 'different' | 'unknown';

/** Rows that must agree with an earlier one before it is believed. */
const ENOUGH = 8;
/** Part of a float by which two may differ: TensorFlow computes whole batches, not always in the same way. */
const TOLERANCE = 1e-5;

/**
 * A transform is a function: where a feature's raw values are the same, so is what it became. One row that says
 * otherwise, and the order is another one.
 */
export function matchRows(
  raw: readonly Fields[],
  made: readonly Fields[],
  { features }: ILineage
): RowMatch {
  if (raw.length !== made.length) {
    return 'different';
  }
  let isKnown = false;
  for (const { name, sources, isCut } of features) {
    if (isCut || sources.length === 0) {
      continue;
    }
    const first = new Map<string, FieldValue | undefined>();
    let again = 0;
    for (const [index, fields] of raw.entries()) {
      const key = sources.map(source => keyOf(valueOf(fields, source.name))).join('\u0001');
      const value = valueOf(made[index], name);
      if (!first.has(key)) {
        first.set(key, value);
      } else if (isSame(first.get(key), value)) {
        again++;
      } else {
        return 'different';
      }
    }
    // What is the same for all rows says nothing about their order.
    isKnown ||= again >= ENOUGH && new Set([...first.values()].map(keyOf)).size > 1;
  }
  return isKnown ? 'same' : 'unknown';
}

/** A feature of a row. */
export function valueOf(fields: Fields, name: string): FieldValue | undefined {
  return fields.get(fieldKey('feature', name))?.value;
}

/** The same for the same values. */
function keyOf(value: FieldValue | undefined): string {
  if (value === undefined) {
    return '';
  }
  const texts = value.values.map(one =>
    one instanceof Uint8Array ? one.join() : typeof one === 'object' ? keyOf(one) : String(one)
  );
  return `${value.kind} ${value.count} ${JSON.stringify(texts)}`;
}

function isSame(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (a?.kind === 'float' && b?.kind === 'float') {
    return a.count === b.count && a.values.every((value, index) => isNear(value, b.values[index]));
  }
  return keyOf(a) === keyOf(b);
}

function isNear(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}
