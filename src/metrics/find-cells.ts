/** Rows by the values that they have of a feature, or of two: the cells that are large enough to be looked at. */
import type { ICoded } from './compute-slices';

/** Cells that have enough rows, and rows enough outside. */
export interface ICells {
  /** Numbers of the cells: of a pair, the first one's code times the second one's values, plus its code. */
  readonly ids: readonly number[];
  /** Rows of each. */
  readonly rows: readonly number[];
  /** Of each entry, the place of its cell in `ids`; -1 for none. */
  readonly codes: Int32Array;
  /** Of each entry, its row; null where each row has one. */
  readonly places: Uint32Array | null;
}

/** @param least - Rows that a cell must have, and that must be outside of it. */
export function cellsOf(rows: number, coded: readonly ICoded[], least: number): ICells {
  const { codes, places } = coded.every(({ starts }) => starts === null)
    ? { codes: ofRows(rows, coded), places: null }
    : ofEntries(rows, coded);
  const counts = new Uint32Array(coded.reduce((size, { values }) => size * values.length, 1));
  for (const code of codes) {
    if (code >= 0) {
      counts[code]++;
    }
  }
  const ids: number[] = [];
  const own = new Int32Array(counts.length).fill(-1);
  counts.forEach((count, id) => {
    if (count >= least && count <= rows - least) {
      own[id] = ids.push(id) - 1;
    }
  });
  for (let at = 0; at < codes.length; at++) {
    codes[at] = codes[at] < 0 ? -1 : own[codes[at]];
  }
  return { ids, rows: ids.map(id => counts[id]), codes, places };
}

/** A feature's values, of rows in another order. */
export function reordered(coded: ICoded, order: Uint32Array): ICoded {
  const { codes, starts } = coded;
  if (starts === null) {
    return { ...coded, codes: Int32Array.from(order, row => codes[row]) };
  }
  const ordered = new Int32Array(codes.length);
  const begins = new Uint32Array(order.length + 1);
  let next = 0;
  order.forEach((row, place) => {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      ordered[next++] = codes[at];
    }
    begins[place + 1] = next;
  });
  return { ...coded, codes: ordered, starts: begins };
}

function ofRows(rows: number, [first, second]: readonly ICoded[]): Int32Array {
  const codes = first.codes.slice(0, rows);
  if (second !== undefined) {
    const size = second.values.length;
    for (let row = 0; row < rows; row++) {
      const other = second.codes[row];
      codes[row] = codes[row] < 0 || other < 0 ? -1 : codes[row] * size + other;
    }
  }
  return codes;
}

function ofEntries(
  rows: number,
  [first, second]: readonly ICoded[]
): { readonly codes: Int32Array; readonly places: Uint32Array } {
  const codes: number[] = [];
  const places: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (const code of codesOfRow(first, row)) {
      for (const other of second === undefined ? [0] : codesOfRow(second, row)) {
        codes.push(second === undefined ? code : code * second.values.length + other);
        places.push(row);
      }
    }
  }
  return { codes: Int32Array.from(codes), places: Uint32Array.from(places) };
}

/** Each value that a row has, once. */
function codesOfRow({ codes, starts }: ICoded, row: number): Iterable<number> {
  const own =
    starts === null ? codes.subarray(row, row + 1) : codes.subarray(starts[row], starts[row + 1]);
  return new Set(own.filter(code => code >= 0));
}
