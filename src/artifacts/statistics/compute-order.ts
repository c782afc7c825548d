/** Which features are listed, and in what order. */
import { distance } from './compute-distance';
import { distributionOf, nonUniformity } from './compute-distribution';
import { missingShare, rowFlags, zerosShare } from './compute-flags';
import type { FeatureKind, IFeatureRow } from './compute-rows';

/** What features are sorted by. */
export type FeatureOrder = 'order' | 'name' | 'missing' | 'zeros' | 'non-uniformity' | 'distance';

/** An order that needs a figure of each feature. */
export type MeasuredOrder = Exclude<FeatureOrder, 'order' | 'name'>;

/** What features are listed. */
export interface IFeatureFilter {
  /** A regular expression, without regard to case; null for all. */
  readonly name: RegExp | null;
  /** Empty for all. */
  readonly kinds: readonly FeatureKind[];
  readonly flagged: boolean;
}

/** The expression of a filter; null where it is empty, and a sentence where it is none. */
export function readPattern(text: string): RegExp | null | string {
  try {
    return text === '' ? null : new RegExp(text, 'i');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Rows that pass. @param shown - The datasets that count. */
export function filterRows(
  rows: readonly IFeatureRow[],
  { name, kinds, flagged }: IFeatureFilter,
  shown: readonly number[]
): readonly IFeatureRow[] {
  return rows.filter(
    row =>
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      (name === null || name.test(row.name)) &&
      shown.some(index => row.features[index] !== null) &&
      (!flagged || rowFlags(row, shown).length > 0)
  );
}

/**
 * The largest comes first, and what has no such figure last; names go up.
 *
 * @param measure - What a row is sorted by, see `rowMeasure`; not asked of names.
 */
export function orderRows(
  rows: readonly IFeatureRow[],
  by: FeatureOrder,
  measure: (row: IFeatureRow) => number
): readonly IFeatureRow[] {
  if (by === 'order') {
    return rows;
  }
  if (by === 'name') {
    const collator = new Intl.Collator(undefined, { numeric: true });
    return [...rows].sort((a, b) => collator.compare(a.name, b.name));
  }
  return rows
    .map(row => ({ row, key: measure(row) }))
    .sort((a, b) => compare(b.key, a.key) || a.row.order - b.row.order)
    .map(({ row }) => row);
}

/** How far the feature is from what it is in the first dataset that has it, at most; NaN where nobody can say. */
export function rowDistance(row: IFeatureRow, shown: readonly number[], weighted: boolean): number {
  const [first, ...rest] = shown.flatMap(index => {
    const feature = row.features[index];
    const distribution = feature && distributionOf(feature, weighted);
    return distribution ? [distribution] : [];
  });
  return first ? most(rest.map(each => distance(first, each))) : NaN;
}

/** What a row is sorted by; NaN where it has no such figure. */
export function rowMeasure(
  row: IFeatureRow,
  by: MeasuredOrder,
  shown: readonly number[],
  weighted: boolean
): number {
  const features = shown.flatMap(index => row.features[index] ?? []);
  switch (by) {
    case 'missing':
      return most(features.map(missingShare));
    case 'zeros':
      return most(features.map(zerosShare));
    case 'non-uniformity':
      return most(
        features.flatMap(feature => {
          const distribution = distributionOf(feature, weighted);
          return distribution ? [nonUniformity(distribution)] : [];
        })
      );
    case 'distance':
      return rowDistance(row, shown, weighted);
  }
}

/** NaN where there is none. */
function most(values: readonly number[]): number {
  return values.reduce((a, b) => (Number.isNaN(b) || b <= a ? a : b), NaN);
}

function compare(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b)
    ? Number(Number.isNaN(b)) - Number(Number.isNaN(a))
    : a - b;
}
