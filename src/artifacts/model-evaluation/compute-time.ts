/** The same slice and metric in several evaluations. */
import { sideColumn, sliceId } from './compute-compare';
import type { MetricTable } from './decode-metrics';
import type { IFigureKey, ISliceKey } from './figure-key';

/** Slices that are offered, at most. */
const MOST = 5000;

/** A slice that some evaluation has. */
export interface ISliceOver {
  readonly id: string;
  readonly slice: ISliceKey;
}

/** The slices of all evaluations; all examples first, where there are such. */
export function slicesOver(tables: readonly MetricTable[]): readonly ISliceOver[] {
  const found = new Map<string, ISliceKey>();
  for (const table of tables) {
    for (let row = 0; row < table.rowCount && found.size < MOST; row++) {
      const slice = table.slice(row);
      found.set(sliceId(slice), slice);
    }
  }
  return [...found]
    .map(([id, slice]) => ({ id, slice }))
    .sort((a, b) => rank(a.slice) - rank(b.slice));
}

function rank({ slice, against }: ISliceKey): number {
  return slice.length + (against === null ? 0 : 100);
}

/** By evaluation, the figure; NaN where it has none. */
export function seriesOver(
  tables: readonly MetricTable[],
  { id }: ISliceOver,
  key: IFigureKey
): readonly number[] {
  return tables.map(table => {
    const column = sideColumn({ table, model: null }, key);
    for (let row = 0; column >= 0 && row < table.rowCount; row++) {
      if (table.has(row, column) && sliceId(table.slice(row)) === id) {
        return table.number(row, column);
      }
    }
    return NaN;
  });
}
