/** Predictions in short: for those who build a question. */
import { codedBy } from './compute-slices';
import { measuresOf } from './find-measures';
import { edgesOf } from './find-slices';
import type { Feature, IPredictionTable } from './prediction-table';
import type { IFeatureSummary, ITableSummary } from './questions';

/** Values that are named. */
const MOST_NAMED = 500;
/** Bins that are proposed. */
const BINS = 4;

/** What there is to slice by. */
export function summarize(table: IPredictionTable): ITableSummary {
  const { task, rows, leftOut, weights, classes, features } = table;
  return {
    ...{ task, rows, leftOut, classes },
    hasWeights: weights !== null,
    features: features.map(feature => ofFeature(table, feature)),
    measures: measuresOf(table)
  };
}

function ofFeature(table: IPredictionTable, feature: Feature): IFeatureSummary {
  const { name, kind, starts } = feature;
  const values = codedBy(table, { feature: name, edges: null }).values.map(({ value }) => value);
  const numbers = kind === 'number' ? feature.numbers.filter(each => !Number.isNaN(each)) : null;
  return {
    ...{ name, kind },
    role: roleOf(table, name),
    distinct: values.length,
    values: values.slice(0, MOST_NAMED),
    low: numbers ? numbers.reduce((low, each) => Math.min(low, each), Infinity) : NaN,
    high: numbers ? numbers.reduce((high, each) => Math.max(high, each), -Infinity) : NaN,
    edges: kind === 'number' ? (edgesOf(feature.numbers, BINS) ?? []) : [],
    several: starts !== null
  };
}

/** What a column is for, besides being a feature. */
export function roleOf({ about }: IPredictionTable, name: string): IFeatureSummary['role'] {
  switch (name) {
    case about.labelKey:
      return 'label';
    case about.weightKey:
      return 'weight';
    case about.predictionKey:
      return 'prediction';
    default:
      return 'feature';
  }
}
