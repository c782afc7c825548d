/** Figures by slice and metric, wherever they come from: the Evaluator's files, or the page's own reckoning. */
import type { MetricValue } from '../../proto/generated/metrics_pb';
import type { IFigureKey, ISliceKey } from './figure-key';

/** Bounds that a value is between. */
export interface IInterval {
  readonly lower: number;
  readonly upper: number;
}

/** A row per slice, a column per metric. */
export interface IMetricRows {
  readonly columns: readonly IFigureKey[];
  readonly rowCount: number;
  /** Which slice a row is. */
  slice(row: number): ISliceKey;
  /** NaN where there is none. */
  number(row: number, column: number): number;
  /** What {@link number} says of a column, for all rows. */
  numbers(column: number): Float64Array;
  has(row: number, column: number): boolean;
  /** A value that is no number; null where there is none. */
  value(row: number, column: number): MetricValue | null;
  /** How certain a number is; null where nobody said. */
  interval(row: number, column: number): IInterval | null;
}
