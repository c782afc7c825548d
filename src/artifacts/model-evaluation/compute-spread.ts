/** How a metric is spread over slices: for the overview, and the scale of a column. */
import type { IMetricRows } from './metric-rows';

/** From the least to the greatest finite number of a column; null where there is none. */
export interface IExtent {
  readonly low: number;
  readonly high: number;
}

/** With the ends of intervals, where there are few rows: to read those of many takes long. */
export function extentOf(
  table: IMetricRows,
  rows: readonly number[],
  column: number,
  intervals: boolean
): IExtent | null {
  let low = Infinity;
  let high = -Infinity;
  const take = (value: number): void => {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  };
  const numbers = table.numbers(column);
  for (const row of rows) {
    take(numbers[row]);
    const interval = intervals ? table.interval(row, column) : null;
    if (interval) {
      take(interval.lower);
      take(interval.upper);
    }
  }
  return low > high ? null : { low, high };
}

/** A range of a metric, and the slices whose number is in it. */
export interface ISpreadBucket {
  readonly lowValue: number;
  readonly highValue: number;
  readonly sampleCount: number;
}

/** Slices by a metric, in so many ranges of the same width. */
export function spreadOf(
  table: IMetricRows,
  rows: readonly number[],
  column: number,
  buckets: number
): readonly ISpreadBucket[] {
  const extent = extentOf(table, rows, column, false);
  if (extent === null) {
    return [];
  }
  const { low, high } = extent;
  const width = (high - low) / buckets;
  const counts = new Array<number>(width > 0 ? buckets : 1).fill(0);
  const numbers = table.numbers(column);
  for (const row of rows) {
    const value = numbers[row];
    if (Number.isFinite(value)) {
      counts[width > 0 ? Math.min(buckets - 1, Math.floor((value - low) / width)) : 0]++;
    }
  }
  return counts.map((sampleCount, index) => ({
    lowValue: low + width * index,
    highValue: low + width * (index + 1),
    sampleCount
  }));
}
