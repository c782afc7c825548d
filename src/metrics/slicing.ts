/** How rows are divided into slices: by values of features, by bins of numbers, crossed, of those that pass a filter. */

/** A feature that rows are divided by. */
export interface ISliceBy {
  readonly feature: string;
  /**
   * Ascending edges of bins, for numbers: below the first, from each to the next, from the last on. null: each value
   * for itself.
   */
  readonly edges: readonly number[] | null;
}

/** Rows that have one of these values; or numbers from `low` on and below `high`. */
export interface IRowFilter {
  readonly feature: string;
  /** Texts, as a category's; numbers as they are written. null for a range. */
  readonly values: readonly string[] | null;
  readonly low: number;
  readonly high: number;
}

/** Which slices are asked for. */
export interface ISlicing {
  /** Up to three, crossed; none for all rows together. */
  readonly by: readonly ISliceBy[];
  /** A row has to meet all. */
  readonly filters: readonly IRowFilter[];
}

/** What the rows of a slice have in common: a value of a feature, or a bin of numbers. */
export interface ISliceValue {
  readonly feature: string;
  /** Of a bin, its bounds in words: `in [10, 20)`. */
  readonly value: string;
  /** Bounds of a bin, which may be infinite; null for a value. */
  readonly bin: { readonly low: number; readonly high: number } | null;
}

/** Slices, and which each row is in. */
export interface ISlices {
  readonly slices: readonly (readonly ISliceValue[])[];
  /** Of each entry, its slice; -1 for none. */
  readonly codes: Int32Array;
  /** Of each entry, its row, ascending; null where there is one for each row, as no feature has several values. */
  readonly rows: Uint32Array | null;
}
