/** Which datasets, and which of their features, an anomaly is about. */
import type { IDatasetStatistics, IFeatureStatistics, IStatistics } from '../statistics/statistics';

/** A feature in one dataset. */
export interface IOfDataset {
  readonly dataset: IDatasetStatistics;
  /** null where the dataset has no such feature. */
  readonly feature: IFeatureStatistics | null;
}

/** TFDV's name for what is no slice. */
const WHOLE = ['', 'All Examples'];

/** The feature in a split; null where the statistics do not have that. */
export function ofSplit(
  statistics: IStatistics | null,
  split: string,
  path: readonly string[]
): IOfDataset | null {
  const datasets = statistics?.datasets.filter(each => each.split === split) ?? [];
  const dataset = datasets.find(({ name }) => WHOLE.includes(name)) ?? datasets.at(0);
  if (!dataset) {
    return null;
  }
  const feature = dataset.features.find(each => isSame(each.path, path)) ?? null;
  return { dataset, feature };
}

/**
 * The two of a pair, such as `train_eval`, as DistributionValidator names it: split of the statistics, split of the
 * others. A name that can be read in two ways is not read.
 */
export function pairOf(
  statistics: IStatistics | null,
  others: IStatistics | null,
  pair: string,
  path: readonly string[]
): readonly [IOfDataset, IOfDataset] | null {
  const pairs = splitsOf(statistics).flatMap(one =>
    splitsOf(others)
      .filter(two => `${one}_${two}` === pair)
      .map(two => [ofSplit(statistics, one, path), ofSplit(others, two, path)] as const)
  );
  const [one, two] = pairs.length === 1 ? pairs[0] : [null, null];
  return one && two ? [one, two] : null;
}

function splitsOf(statistics: IStatistics | null): readonly string[] {
  return [...new Set(statistics?.datasets.map(({ split }) => split))];
}

function isSame(one: readonly string[], two: readonly string[]): boolean {
  return one.length === two.length && one.every((step, index) => step === two[index]);
}
