/** Orders of the rows by each metric: made in the background, so that a press on a header finds them. */
import * as React from 'react';

import { orderOf } from './compute-order';
import type { IMetricRows } from './metric-rows';

/** Milliseconds until the first one is made. */
const SOON = 700;

/** Orders by column. */
export class SliceOrders {
  constructor(private readonly _table: IMetricRows) {}

  /** Rows by a column's number, ascending; made at the first call. */
  ascending(column: number): Uint32Array {
    const known = this._orders.get(column) ?? orderOf(this._table.numbers(column));
    this._orders.set(column, known);
    return known;
  }

  private readonly _orders = new Map<number, Uint32Array>();
}

/** The orders of a table's rows; those of the columns that are shown, as soon as there is time. */
export function useSliceOrders(table: IMetricRows, columns: readonly number[]): SliceOrders {
  const orders = React.useMemo(() => new SliceOrders(table), [table]);
  React.useEffect(() => {
    let next = 0;
    let timer = window.setTimeout(function one() {
      if (next < columns.length) {
        orders.ascending(columns[next++]);
        timer = window.setTimeout(one);
      }
    }, SOON);
    return () => window.clearTimeout(timer);
  }, [orders, columns]);
  return orders;
}
