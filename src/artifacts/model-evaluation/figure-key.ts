/** What a figure of an evaluation is the figure of: a slice, a metric of an output of a model. */
import type { Integer } from '../decode-integer';

/** A feature and the value of it that all examples of a slice have. */
export interface ISliceFeature {
  readonly column: string;
  readonly value: string | Integer;
  /** The value is a range of numbers in words, such as `< 10`. */
  readonly isRange?: boolean;
}

/** Which examples: empty for all of them. */
export type Slice = readonly ISliceFeature[];

/** A slice; or one that is held against another. */
export interface ISliceKey {
  readonly slice: Slice;
  /** The other one; null for a slice by itself. */
  readonly against: Slice | null;
}

/** How classes were taken together, or a model's outputs. */
export type Aggregation = 'micro' | 'macro' | 'weighted-macro' | 'outputs';

/** What a figure is the figure of, besides its slice. */
export interface IFigureKey {
  /** Empty for plots that have no name. */
  readonly name: string;
  /** Empty for the only model. */
  readonly model: string;
  /** Empty for the only output. */
  readonly output: string;
  readonly classId: number | null;
  /** Only what is predicted at this rank. */
  readonly k: number | null;
  /** What is predicted at this rank or before. */
  readonly topK: number | null;
  /** How much it changed against the baseline. */
  readonly diff: boolean;
  readonly aggregation: Aggregation | null;
  /** null where the file does not say. */
  readonly weighted: boolean | null;
}
