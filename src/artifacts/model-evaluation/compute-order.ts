/** Rows of the table of slices: which, and in what order; quick for 100,000 of them. */
import type { IFigureKey } from './figure-key';
import type { IMetricRows } from './metric-rows';

/** What a person looks for. */
export interface ISliceFilter {
  /** Words that the slice's name must have, all of them. */
  readonly words: string;
  /** Examples that a slice must have. */
  readonly least: number;
}

/** The column that says how many examples a slice has; -1 where none does. */
export function countColumn(columns: readonly IFigureKey[]): number {
  const named = (name: string): number =>
    columns.findIndex(key => key.name === name && !key.diff && key.classId === null);
  const plain = named('example_count');
  return plain < 0 ? named('weighted_example_count') : plain;
}

/** Whether a figure counts examples, and measures nothing. */
export function isCount({ name }: IFigureKey): boolean {
  return /^(?:weighted_)?example_count$/.test(name);
}

/** Rows of all examples; there is one, where the configuration asks for it. They are looked for at the beginning. */
export function overallRows(table: IMetricRows): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < Math.min(table.rowCount, 1000); row++) {
    const { slice, against } = table.slice(row);
    if (slice.length === 0 && against === null) {
      rows.push(row);
    }
  }
  return rows;
}

/**
 * Rows that match, in the order of the file.
 *
 * @param nameOf - A row's name, in lower case.
 */
export function filterRows(
  table: IMetricRows,
  { words, least }: ISliceFilter,
  count: number,
  nameOf: (row: number) => string
): readonly number[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  const counts = least > 0 && count >= 0 ? table.numbers(count) : null;
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (
      (counts === null || !(counts[row] < least)) &&
      (wanted.length === 0 || hasAll(nameOf(row), wanted))
    ) {
      rows.push(row);
    }
  }
  return rows;
}

function hasAll(name: string, words: readonly string[]): boolean {
  return words.every(word => name.includes(word));
}

/** The order of all rows by a number, ascending; those without one last. Rows of the same number keep their order. */
export function orderOf(numbers: Float64Array): Uint32Array {
  // -0 is 0. What is no number is after all others.
  return radixOrder(numbers.map(value => (Number.isNaN(value) ? Infinity : value + 0)));
}

/**
 * Rows in an order, those without a number last.
 *
 * @param order - Of all rows: see {@link orderOf}.
 * @param numbers - By row.
 */
export function sortByNumber(
  rows: readonly number[],
  order: Uint32Array,
  numbers: Float64Array,
  down: boolean
): readonly number[] {
  const wanted = new Uint8Array(numbers.length);
  for (const row of rows) {
    wanted[row] = 1;
  }
  const known: number[] = [];
  const unknown: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const row = order[down ? order.length - 1 - at : at];
    if (wanted[row] === 1) {
      (Number.isNaN(numbers[row]) ? unknown : known).push(row);
    }
  }
  return unknown.length === 0 ? known : [...known, ...unknown];
}

/** Rows by name. */
export function sortByName(
  rows: readonly number[],
  nameOf: (row: number) => string,
  down: boolean
): readonly number[] {
  const sign = down ? -1 : 1;
  return rows
    .map(row => ({ row, name: nameOf(row) }))
    .sort((a, b) => (a.name < b.name ? -sign : a.name > b.name ? sign : 0))
    .map(({ row }) => row);
}

/** Rows that a person pinned come first. */
export function pinnedFirst(
  rows: readonly number[],
  pinned: ReadonlySet<number>
): readonly number[] {
  return pinned.size === 0 ? rows : [...pinned, ...rows.filter(row => !pinned.has(row))];
}

const DIGIT = 16;
const VALUES = 1 << DIGIT;

/**
 * Places of numbers in ascending order. By the bits of the doubles, four times 16 of them: a hundred thousand take some
 * milliseconds, where comparing takes fifty.
 */
function radixOrder(keys: Float64Array): Uint32Array {
  const { length } = keys;
  const words = new Uint32Array(keys.buffer);
  const bits = new Uint16Array(length * 4);
  for (let i = 0; i < length; i++) {
    const high = words[i * 2 + 1];
    // So that the order of the bits is that of the numbers.
    const negative = high >>> 31 === 1;
    const low = negative ? ~words[i * 2] : words[i * 2];
    const top = negative ? ~high : high ^ 0x80000000;
    bits[i * 4] = low;
    bits[i * 4 + 1] = low >>> DIGIT;
    bits[i * 4 + 2] = top;
    bits[i * 4 + 3] = top >>> DIGIT;
  }
  let from = new Uint32Array(length).map((_value, index) => index);
  let to = new Uint32Array(length);
  for (let digit = 0; digit < 4; digit++) {
    const starts = new Uint32Array(VALUES + 1);
    for (let i = 0; i < length; i++) {
      starts[bits[i * 4 + digit] + 1]++;
    }
    for (let value = 0; value < VALUES; value++) {
      starts[value + 1] += starts[value];
    }
    for (let i = 0; i < length; i++) {
      to[starts[bits[from[i] * 4 + digit]]++] = from[i];
    }
    [from, to] = [to, from];
  }
  return from;
}
