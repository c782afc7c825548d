/** The same slice and metric in several evaluations. */
import { sideColumn, sliceId } from './compute-compare';
import type { MetricTable } from './decode-metrics';
import type { IFigureKey, ISliceKey } from './figure-key';

/** Slices that are offered, at most. */
const MOST = 5000;

/** What evaluations are put in the order of. */
export type TimeOrder = 'run' | 'span';

/** A place on the axis of time. */
export interface IMoment {
  /** Which evaluation, as they were given. */
  readonly index: number;
  /** From 1 by run; the span by span. */
  readonly at: number;
}

/**
 * Evaluations in their order. By span, the one that was made last for each, and none without a span.
 *
 * @param runs - By evaluation, what grows with every run; null for one that nobody has recorded, which comes last.
 * @param spans - By evaluation, the span of its data; null where nobody knows it.
 */
export function momentsOf(
  by: TimeOrder,
  runs: readonly (number | null)[],
  spans: readonly (number | null)[]
): readonly IMoment[] {
  const inOrder = runs
    .map((id, index) => ({ id: id ?? Infinity, index }))
    .sort((a, b) => (a.id === b.id ? a.index - b.index : a.id - b.id));
  if (by === 'run') {
    return inOrder.map(({ index }, place) => ({ index, at: place + 1 }));
  }
  const last = new Map<number, number>();
  for (const { index } of inOrder) {
    const span = spans[index];
    if (span !== null) {
      last.set(span, index);
    }
  }
  return [...last].map(([at, index]) => ({ index, at })).sort((a, b) => a.at - b.at);
}

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
