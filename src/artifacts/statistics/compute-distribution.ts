/** How a feature's values are spread: the one histogram that distance and non-uniformity are measured on. */
import type { IBucket, IFeatureStatistics, IHistogram } from './statistics';

/** Numbers by bucket, or values by label. */
export type Distribution =
  | { readonly kind: 'numbers'; readonly numNaN: number; readonly buckets: readonly IBucket[] }
  | { readonly kind: 'labels'; readonly counts: ReadonlyMap<string, number> };

/** The unnamed histogram of a kind; null where there is none. */
export function histogramOf(
  feature: IFeatureStatistics,
  kind: IHistogram['kind'],
  weighted: boolean
): IHistogram | null {
  const numeric = weighted ? (feature.numeric?.weighted ?? feature.numeric) : feature.numeric;
  const all = numeric?.histograms.filter(histogram => histogram.kind === kind) ?? [];
  return all.find(({ name }) => name === '') ?? all.at(0) ?? null;
}

/** Labels with their counts, most frequent first; null where the feature has none. */
export function labelCounts(
  feature: IFeatureStatistics,
  weighted: boolean
): readonly { readonly label: string; readonly count: number }[] | null {
  const string = weighted ? (feature.string?.weighted ?? feature.string) : feature.string;
  if (!string) {
    return null;
  }
  return string.ranks && string.ranks.buckets.length > 0
    ? string.ranks.buckets.map(({ label, sampleCount }) => ({ label, count: sampleCount }))
    : string.topValues.map(({ value, frequency }) => ({ label: value, count: frequency }));
}

/** null where the feature has no histogram. */
export function distributionOf(
  feature: IFeatureStatistics,
  weighted: boolean
): Distribution | null {
  const histogram = histogramOf(feature, 'standard', weighted);
  if (histogram) {
    return { kind: 'numbers', numNaN: histogram.numNaN, buckets: histogram.buckets };
  }
  const counts = labelCounts(feature, weighted);
  if (!counts || counts.length === 0) {
    return null;
  }
  const byLabel = new Map<string, number>();
  for (const { label, count } of counts) {
    byLabel.set(label, (byLabel.get(label) ?? 0) + count);
  }
  return { kind: 'labels', counts: byLabel };
}

/** From 0, where all buckets have the same count, to 1, where one has all: 1 less the normalised entropy. */
export function nonUniformity(distribution: Distribution): number {
  const counts =
    distribution.kind === 'numbers'
      ? distribution.buckets.map(({ sampleCount }) => sampleCount)
      : [...distribution.counts.values()];
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0)) {
    return NaN;
  }
  if (counts.length < 2) {
    return 1;
  }
  const entropy = counts.reduce((sum, count) => {
    const share = count / total;
    return share > 0 ? sum - share * Math.log(share) : sum;
  }, 0);
  return 1 - entropy / Math.log(counts.length);
}
