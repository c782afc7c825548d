/** Rates of slices at a threshold, against those of others: what Fairness Indicators shows. */
import type { IThresholdPoint, Rate } from './compute-curves';
import { nearestThreshold, rateOf, thresholdPoints } from './compute-curves';
import { countColumn } from './compute-order';
import type { MetricTable } from './decode-metrics';
import type { PlotTable } from './decode-plots';
import type { IFigureKey, ISliceKey } from './figure-key';

/** The rates that are shown, as Fairness Indicators names them. */
export const FAIR_RATES: readonly (readonly [Rate, string])[] = [
  ['falsePositiveRate', 'false_positive_rate'],
  ['falseNegativeRate', 'false_negative_rate'],
  ['recall', 'true_positive_rate'],
  ['trueNegativeRate', 'true_negative_rate'],
  ['positiveRate', 'positive_rate'],
  ['negativeRate', 'negative_rate'],
  ['falseDiscoveryRate', 'false_discovery_rate'],
  ['falseOmissionRate', 'false_omission_rate']
];

/** Slices with rates, of one model and class. */
export interface IRateSource {
  readonly id: string;
  readonly key: IFigureKey;
  /** Ascending. */
  readonly thresholds: readonly number[];
  readonly slices: readonly IRatedSlice[];
}

/** A slice, and its rates at thresholds. */
export interface IRatedSlice {
  readonly slice: ISliceKey;
  /** Examples, or their weight; NaN where nobody counted them. */
  readonly weight: number;
  /** NaN where it is not known. */
  readonly rate: (rate: Rate, threshold: number) => number;
}

/** Rates by plots of confusion matrices. */
export function ratesOfPlots(table: PlotTable): readonly IRateSource[] {
  const sources: Sources = new Map();
  table.slices.forEach((slice, index) => {
    for (const { key, data } of slice.against === null ? table.plots(index) : []) {
      const points = thresholdPoints(data.confusionMatrixAtThresholds);
      if (points.length > 0) {
        addPoints(sources, key, slice, points);
      }
    }
  });
  return listed(sources);
}

/** Rates by metrics: confusion matrices at thresholds, and those of Fairness Indicators. */
export function ratesOfMetrics(table: MetricTable): readonly IRateSource[] {
  const sources: Sources = new Map();
  const matrices = table.columns.flatMap((key, column) =>
    key.name === 'confusion_matrix_at_thresholds' && !key.diff ? [column] : []
  );
  const indicators = indicatorsOf(table);
  const counts = countColumn(table.columns);
  for (let row = 0; row < table.rowCount; row++) {
    const slice = table.slice(row);
    if (slice.against !== null) {
      continue;
    }
    for (const column of matrices) {
      const type = table.value(row, column)?.type;
      if (type?.case === 'confusionMatrixAtThresholds') {
        addPoints(sources, table.columns[column], slice, thresholdPoints(type.value));
      }
    }
    for (const [id, { key, columns }] of indicators) {
      const source = sourceOf(sources, id, key);
      const weight = counts < 0 ? NaN : table.number(row, counts);
      columns.forEach((_column, name) => source.thresholds.add(Number(name.split('@')[1])));
      source.slices.push({
        ...{ slice, weight },
        rate: (rate, threshold) => {
          const name = FAIR_RATES.find(([each]) => each === rate)?.[1] ?? '';
          const column = columns.get(`${name}@${threshold}`);
          return column === undefined ? NaN : table.number(row, column);
        }
      });
    }
  }
  return listed(sources);
}

/** Columns such as `fairness_indicators_metrics/false_positive_rate@0.5`, by what they are about. */
function indicatorsOf(
  table: MetricTable
): ReadonlyMap<string, { readonly key: IFigureKey; readonly columns: Map<string, number> }> {
  const found = new Map<string, { key: IFigureKey; columns: Map<string, number> }>();
  table.columns.forEach((key, column) => {
    const match = /^fairness_indicators_metrics\/(\w+)@([\d.]+)$/.exec(key.name);
    if (match && !key.diff) {
      const of = { ...key, name: 'fairness_indicators_metrics' };
      const id = JSON.stringify(of);
      const { columns } = found.get(id) ?? { columns: new Map<string, number>() };
      columns.set(`${match[1]}@${Number(match[2])}`, column);
      found.set(id, { key: of, columns });
    }
  });
  return found;
}

type Sources = Map<string, { key: IFigureKey; slices: IRatedSlice[]; thresholds: Set<number> }>;

function sourceOf(sources: Sources, id: string, key: IFigureKey) {
  const source = sources.get(id) ?? { key, slices: [], thresholds: new Set<number>() };
  sources.set(id, source);
  return source;
}

function addPoints(
  sources: Sources,
  key: IFigureKey,
  slice: ISliceKey,
  points: readonly IThresholdPoint[]
): void {
  const source = sourceOf(sources, JSON.stringify(key), key);
  points.forEach(({ threshold }) => {
    if (threshold >= 0 && threshold <= 1) {
      source.thresholds.add(threshold);
    }
  });
  const [first] = points;
  source.slices.push({
    slice,
    weight: first.truePositives + first.falsePositives + first.trueNegatives + first.falseNegatives,
    rate: (rate, threshold) => {
      const point = nearestThreshold(points, threshold);
      return point ? rateOf(point, rate) : NaN;
    }
  });
}

function listed(sources: Sources): readonly IRateSource[] {
  return [...sources].map(([id, { key, slices, thresholds }]) => ({
    ...{ id, key, slices },
    thresholds: [...thresholds].sort((a, b) => a - b)
  }));
}
