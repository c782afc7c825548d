/** The order of the rows: what it goes by is read in slices, as that may take a second. */
import * as React from 'react';

import type { FeatureOrder } from './compute-order';
import { rowMeasure } from './compute-order';
import type { IFeatureRow } from './compute-rows';

/** Milliseconds at a time: less than a frame. */
const SLICE = 8;

/** An order whose figures are known. */
export interface IOrder {
  readonly by: FeatureOrder;
  /** A row's figure; NaN where it has none. */
  readonly measure: (row: IFeatureRow) => number;
}

const AS_IT_IS: IOrder = { by: 'order', measure: () => NaN };
const BY_NAME: IOrder = { by: 'name', measure: () => NaN };

/**
 * The order that was chosen; until its figures are known, the one before.
 *
 * @param rows - All of them: a filter costs nothing then.
 * @param shown - The datasets that count.
 */
export function useOrder(
  rows: readonly IFeatureRow[],
  by: FeatureOrder,
  shown: readonly number[],
  weighted: boolean
): IOrder {
  const [order, setOrder] = React.useState(AS_IT_IS);
  React.useLayoutEffect(() => {
    if (by === 'order' || by === 'name') {
      setOrder(by === 'order' ? AS_IT_IS : BY_NAME);
      return;
    }
    const figures = new Map<IFeatureRow, number>();
    let next = 0;
    let timer = 0;
    const some = (): void => {
      const until = performance.now() + SLICE;
      while (next < rows.length && performance.now() < until) {
        figures.set(rows[next], rowMeasure(rows[next], by, shown, weighted));
        next++;
      }
      if (next < rows.length) {
        timer = window.setTimeout(some);
      } else {
        setOrder({ by, measure: row => figures.get(row) ?? NaN });
      }
    };
    some();
    return () => window.clearTimeout(timer);
  }, [rows, by, shown, weighted]);
  return order;
}
