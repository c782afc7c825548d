/** Rows in an order, all at once. */
import type { FeatureOrder } from '../compute-order';
import { orderRows, rowMeasure } from '../compute-order';
import type { IFeatureRow } from '../compute-rows';

/** See `orderRows` and `rowMeasure`. */
export function orderedBy(
  rows: readonly IFeatureRow[],
  by: FeatureOrder,
  shown: readonly number[],
  weighted: boolean
): readonly IFeatureRow[] {
  return orderRows(rows, by, row =>
    by === 'order' || by === 'name' ? NaN : rowMeasure(row, by, shown, weighted)
  );
}
