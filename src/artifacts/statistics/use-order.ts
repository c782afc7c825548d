/** The order of the rows: what it goes by is read in slices, as that may take a second. */
import * as React from 'react';

import { Pauses } from '../../metrics/pause';
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
  React.useEffect(() => {
    if (by === 'order' || by === 'name') {
      setOrder(by === 'order' ? AS_IT_IS : BY_NAME);
      return;
    }
    const stop = new AbortController();
    measured(rows, row => rowMeasure(row, by, shown, weighted), stop.signal).then(
      measure => setOrder({ by, measure }),
      (error: unknown) => {
        if (!stop.signal.aborted) {
          setOrder(() => {
            throw error;
          });
        }
      }
    );
    return () => stop.abort();
  }, [rows, by, shown, weighted]);
  return order;
}

/** Measures all rows; others have the thread in between. */
async function measured(
  rows: readonly IFeatureRow[],
  measure: (row: IFeatureRow) => number,
  signal: AbortSignal
): Promise<(row: IFeatureRow) => number> {
  const pauses = new Pauses(SLICE);
  const figures = new Map<IFeatureRow, number>();
  for (const row of rows) {
    figures.set(row, measure(row));
    await pauses.pause(signal);
  }
  return row => figures.get(row) ?? NaN;
}
