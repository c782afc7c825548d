/** Series of numbers that charts are drawn of. */
import type { IBucket, IFeatureStatistics } from './statistics';

interface IPoint {
  readonly x: number;
  readonly share: number;
}

/** Which share of the values is below each bound. */
export function cumulativeBuckets(buckets: readonly IBucket[]): readonly IPoint[] {
  const total = buckets.reduce((sum, { sampleCount }) => sum + sampleCount, 0);
  if (total === 0 || buckets.length === 0) {
    return [];
  }
  let before = 0;
  const points = [{ x: buckets[0].lowValue, share: 0 }];
  for (const { lowValue, highValue, sampleCount } of buckets) {
    const last = points[points.length - 1];
    if (lowValue > last.x) {
      points.push({ x: lowValue, share: last.share });
    }
    before += sampleCount;
    points.push({ x: highValue, share: before / total });
  }
  return points;
}

/**
 * Which share of the values is among the first ranks.
 *
 * @param total - All values, also those that are in no rank; 0 where nobody knows.
 */
export function cumulativeRanks(
  counts: readonly { readonly count: number }[],
  total: number
): readonly IPoint[] {
  const known = counts.reduce((sum, { count }) => sum + count, 0);
  const all = Math.max(total, known);
  let before = 0;
  return all === 0
    ? []
    : [
        { x: 0, share: 0 },
        ...counts.map(({ count }, index) => ({ x: index + 1, share: (before += count) / all }))
      ];
}

/** Share of examples, or of their weight, that have the feature; NaN where nobody counted. */
export function presence({ common }: IFeatureStatistics, weighted: boolean): number {
  const counted = weighted ? (common?.weighted ?? common) : common;
  return counted ? counted.numNonMissing / (counted.numNonMissing + counted.numMissing) : NaN;
}
