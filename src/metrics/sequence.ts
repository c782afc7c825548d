/** Entries of slices in the order in which a pass goes through them. */
import type { ISlices } from './slicing';

/** Where each entry of a pass is, and in which slice. */
export interface ISequence {
  /** Places in what the pass goes through; null where each has one entry. */
  readonly places: Uint32Array | null;
  /** Of each entry, its slice; -1 for none. */
  readonly codes: Int32Array;
  readonly slices: number;
}

/**
 * Puts slices into an order of rows.
 *
 * @param order - Rows, as the pass goes through them, each as often as it is met; null for their own order.
 */
export function sequenceOf({ slices, codes, rows }: ISlices, order: Uint32Array | null): ISequence {
  if (rows === null) {
    return {
      places: null,
      codes: order === null ? codes : picked(codes, order),
      slices: slices.length
    };
  }
  if (order === null) {
    return { places: rows, codes, slices: slices.length };
  }
  // Where each row's entries begin; they are ascending.
  const starts = new Uint32Array(order.length + 1);
  for (const row of rows) {
    starts[row + 1]++;
  }
  for (let row = 0; row < order.length; row++) {
    starts[row + 1] += starts[row];
  }
  let size = 0;
  for (const row of order) {
    size += starts[row + 1] - starts[row];
  }
  const places = new Uint32Array(size);
  const ordered = new Int32Array(size);
  let next = 0;
  order.forEach((row, place) => {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      places[next] = place;
      ordered[next++] = codes[at];
    }
  });
  return { places, codes: ordered, slices: slices.length };
}

function picked(codes: Int32Array, order: Uint32Array): Int32Array {
  const ordered = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    ordered[at] = codes[order[at]];
  }
  return ordered;
}
