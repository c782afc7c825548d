/** What a comparer of the finder says of slices. */
import type { ICells } from './find-cells';

/** A slice against all other rows. */
export interface ICompared {
  /** Of all weight that the metric is about, from 0 to 1. */
  readonly share: number;
  readonly value: number;
  readonly rest: number;
  /** Standard error of their difference. */
  readonly error: number;
}

/** Holds slices against all other rows. */
export interface IComparer {
  /** Rows in the order in which it goes through them; null for their own. */
  readonly order: Uint32Array | null;
  readonly higherIsBetter: boolean;
  /** By cell; null where the metric says nothing of it, or of the others. Rows of the cells are in its order. */
  compare(cells: ICells): readonly (ICompared | null)[];
}
