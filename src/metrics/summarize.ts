/** Predictions in short: for those who build a question. */
import { edgesOf } from './bin-edges';
import { isAveraged } from './compute-figures';
import { numberText } from './compute-slices';
import { distinctNumbers } from './distinct-numbers';
import { measuresOf } from './find-measures';
import type { Feature, IPredictionTable } from './prediction-table';
import type { IFeatureSummary, ITableSummary } from './questions';

/** Values that are named. */
const MOST_NAMED = 500;
/** Bins that are proposed. */
const BINS = 4;

/** What there is to slice by. */
export function summarize(table: IPredictionTable): ITableSummary {
  const { task, rows, leftOut, weights, classes, output, outputs, features } = table;
  return {
    ...{ task, rows, leftOut, classes, output, outputs, averaged: isAveraged(table) },
    hasWeights: weights !== null,
    features: features.map(feature => ofFeature(table, feature)),
    measures: measuresOf(table)
  };
}

function ofFeature(table: IPredictionTable, feature: Feature): IFeatureSummary {
  const { name, kind, starts } = feature;
  const shared = { name, kind, role: roleOf(table, name), several: starts !== null };
  if (feature.kind === 'category') {
    const { values } = feature;
    return {
      ...{ ...shared, distinct: values.length, values: values.slice(0, MOST_NAMED) },
      ...{ low: NaN, high: NaN, edges: [] }
    };
  }
  const distinct = distinctNumbers(feature.numbers);
  return {
    ...{ ...shared, distinct: distinct.length },
    values: Array.from(distinct.subarray(0, MOST_NAMED), numberText),
    low: distinct.at(0) ?? NaN,
    high: distinct.at(-1) ?? NaN,
    edges: edgesOf(feature.numbers, BINS) ?? []
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
