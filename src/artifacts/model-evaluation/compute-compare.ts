/** Two evaluations, or a model and its baseline, held against each other: what got worse, and for how many examples. */
import { columnOf } from './compute-verdict';
import { countColumn } from './compute-order';
import type { MetricTable } from './decode-metrics';
import type { IFigureKey, ISliceKey } from './figure-key';

/** One of the two. */
export interface ISide {
  readonly table: MetricTable;
  /** The model that is looked at; null for the only one there is. */
  readonly model: string | null;
}

/** A slice of both. */
export interface IComparison {
  readonly key: string;
  readonly slice: ISliceKey;
  readonly before: number;
  readonly after: number;
  /** How much better it got: negative where it got worse. */
  readonly gain: number;
  /** Examples; 1 where nobody counted them. */
  readonly weight: number;
  /** What the slice lost, times its examples; negative where it won. */
  readonly harm: number;
}

/** Metrics that both have, by what they are but for the model; those of a baseline's change are none. */
export function sharedMetrics(before: ISide, after: ISide): readonly IFigureKey[] {
  return after.table.columns.filter(
    key =>
      !key.diff &&
      (after.model === null || key.model === after.model) &&
      sideColumn(before, key) >= 0 &&
      sideColumn(after, key) >= 0
  );
}

/** The column of a metric in one of the two; -1 where it has none. */
export function sideColumn({ table, model }: ISide, key: IFigureKey): number {
  const exact = columnOf(table.columns, { ...key, model: model ?? key.model });
  if (exact >= 0 || model !== null) {
    return exact;
  }
  // The only model may be called otherwise in another evaluation.
  const names = new Set(table.columns.map(each => each.model));
  return names.size === 1 ? columnOf(table.columns, { ...key, model: [...names][0] }) : -1;
}

/** Whether less of a metric is better, as far as its name tells. */
export function isLowerBetter(name: string): boolean {
  return /error|loss|entropy|false_|fall_out|miss_rate|\bfp[rn]?\b|\bfn[r]?\b|difference|flip|hinge|divergence|perplexity/.test(
    name
  );
}

/** Slices that both have, those first that were harmed most. */
export function compareSlices(
  before: ISide,
  after: ISide,
  key: IFigureKey,
  lowerIsBetter: boolean
): readonly IComparison[] {
  const columns = [sideColumn(before, key), sideColumn(after, key)];
  const counts = countColumn(after.table.columns);
  const rows = new Map<string, number>();
  for (let row = 0; row < before.table.rowCount; row++) {
    rows.set(sliceId(before.table.slice(row)), row);
  }
  const found: IComparison[] = [];
  for (let row = 0; row < after.table.rowCount; row++) {
    const slice = after.table.slice(row);
    const id = sliceId(slice);
    const other = rows.get(id);
    const now = after.table.number(row, columns[1]);
    const was = other === undefined ? NaN : before.table.number(other, columns[0]);
    if (Number.isNaN(now) || Number.isNaN(was)) {
      continue;
    }
    const gain = lowerIsBetter ? was - now : now - was;
    const counted = counts < 0 ? NaN : after.table.number(row, counts);
    const weight = Number.isNaN(counted) ? 1 : counted;
    found.push({ key: id, slice, before: was, after: now, gain, weight, harm: 0 - gain * weight });
  }
  return found.sort((a, b) => b.harm - a.harm);
}

/** Tells slices apart; features in any order are the same slice. */
export function sliceId({ slice, against }: ISliceKey): string {
  const sorted = (features: ISliceKey['slice']): readonly string[] =>
    features.map(({ column, value }) => `${column}\n${String(value)}`).sort();
  return JSON.stringify([sorted(slice), against && sorted(against)]);
}
