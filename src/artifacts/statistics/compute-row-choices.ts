/** Which rows a feature's statistics speak of: those with a value, those of a bucket, those without it. */
import { figure } from '../format';
import { filterTerm } from '../records/compute-filter';
import { histogramOf, labelCounts } from './compute-distribution';
import type { IFeatureStatistics } from './statistics';

/** Rows that can be asked for. */
export interface IRowsWith {
  /** A value, or the ends of a bucket; null for rows without the feature. */
  readonly value: string | null;
  /** Values that are so, as the statistics have it. */
  readonly count: number;
  /** What finds them; see `parseFilter`. */
  readonly filter: string;
}

/** Values, at most. */
const MOST = 20;
/** TFDV's words for values that it does not show. */
const HIDDEN = new Set(['__BYTES_VALUE__', '__LARGE_BYTES__']);

/**
 * The most frequent values of text, the buckets of numbers; empty where no row has the feature by its name.
 *
 * @param path - More than one step is a part of a struct, which rows have not as a field.
 */
export function rowChoices(
  feature: IFeatureStatistics,
  path: readonly string[]
): readonly IRowsWith[] {
  if (path.length !== 1) {
    return [];
  }
  const [name] = path;
  const missing = feature.common?.numMissing ?? 0;
  return [
    ...(buckets(feature, name) ?? values(feature, name)),
    ...(missing > 0 ? [{ value: null, count: missing, filter: filterTerm(name, '=', '') }] : [])
  ];
}

function values(feature: IFeatureStatistics, name: string): readonly IRowsWith[] {
  // An empty value cannot be told from none.
  return (labelCounts(feature, false) ?? [])
    .filter(({ label }) => label !== '' && !HIDDEN.has(label))
    .slice(0, MOST)
    .map(({ label, count }) => ({ value: label, count, filter: filterTerm(name, '=', label) }));
}

/** Each bucket is open at its high end, but for the last. */
function buckets(feature: IFeatureStatistics, name: string): readonly IRowsWith[] | null {
  const all = histogramOf(feature, 'standard', false)?.buckets;
  return (
    all?.flatMap(({ lowValue, highValue, sampleCount }, index) =>
      sampleCount > 0
        ? [
            {
              value: `${figure(lowValue)} – ${figure(highValue)}`,
              count: sampleCount,
              filter: [
                filterTerm(name, '>=', String(lowValue)),
                filterTerm(name, index === all.length - 1 ? '<=' : '<', String(highValue))
              ].join(' ')
            }
          ]
        : []
    ) ?? null
  );
}
