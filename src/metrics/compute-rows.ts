/** The rows of a slice, and how they differ from all others. */
import { edgesOf } from './bin-edges';
import { codedBy, passedBy } from './compute-slices';
import type { Feature, IPredictionTable } from './prediction-table';
import type { IContrast, IRowsAnswer } from './questions';
import type { IRowFilter, ISliceValue } from './slicing';

/** Differences that are said. */
const SHOWN = 40;
/** Bins of numbers. */
const BINS = 6;
/** Features with more values are no way to tell rows apart. */
const MOST_VALUES = 1000;

/** What the rows of a slice have to meet. */
export function filtersOf(slice: readonly ISliceValue[]): readonly IRowFilter[] {
  return slice.map(({ feature, value, bin }) => ({
    feature,
    values: bin === null ? [value] : null,
    low: bin?.low ?? -Infinity,
    high: bin?.high ?? Infinity
  }));
}

/** The first rows that meet all filters. */
export function rowsOf(
  table: IPredictionTable,
  filters: readonly IRowFilter[],
  most: number
): IRowsAnswer {
  const passed = passedBy(table, filters);
  const rows: IRowsAnswer['rows'][number][] = [];
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (passed === null || passed[row] === 1) {
      if (count < most) {
        rows.push({
          row,
          label: labelOf(table, row),
          prediction: predictionOf(table, row),
          weight: table.weights?.[row] ?? 1,
          values: table.features.map(feature => valuesOf(feature, row))
        });
      }
      count++;
    }
  }
  return { count, features: table.features.map(({ name }) => name), rows };
}

function labelOf({ task, classes, labels }: IPredictionTable, row: number): string | number {
  return task === 'multilabel'
    ? classes.filter((_name, id) => labels[row * classes.length + id] > 0).join(', ')
    : task === 'multiclass'
      ? classes[labels[row]]
      : labels[row];
}

/** Of several classes, the most likely one; of several labels, the score of each. */
function predictionOf(
  { task, classes, predictions }: IPredictionTable,
  row: number
): string | number {
  if (classes.length === 0) {
    return predictions[row];
  }
  const scores = predictions.subarray(row * classes.length, (row + 1) * classes.length);
  if (task === 'multilabel') {
    return classes.map((name, id) => `${name} ${scores[id].toFixed(2)}`).join(', ');
  }
  const best = scores.reduce((place, score, at) => (score > scores[place] ? at : place), 0);
  return classes[best];
}

function valuesOf(feature: Feature, row: number): string {
  const { starts } = feature;
  const first = starts === null ? row : starts[row];
  const end = starts === null ? row + 1 : starts[row + 1];
  return Array.from({ length: end - first }, (_, at) => valueOf(feature, first + at))
    .filter(text => text !== '')
    .join(', ');
}

function valueOf(feature: Feature, entry: number): string {
  if (feature.kind === 'category') {
    return feature.codes[entry] < 0 ? '' : feature.values[feature.codes[entry]];
  }
  const value = feature.numbers[entry];
  return Number.isNaN(value) ? '' : String(Number(value.toPrecision(7)));
}

/** Values of features, and bins of numbers, whose shares differ most between some rows and all others. */
export function contrastsOf(
  table: IPredictionTable,
  filters: readonly IRowFilter[]
): readonly IContrast[] {
  const passed = passedBy(table, filters) ?? new Uint8Array(table.rows).fill(1);
  const inside = passed.reduce((sum, each) => sum + each, 0);
  const about = new Set(filters.map(({ feature }) => feature));
  return table.features
    .filter(({ name }) => !about.has(name))
    .flatMap(feature => {
      const edges = feature.kind === 'number' ? edgesOf(feature.numbers, BINS) : null;
      const { codes, starts, values } = codedBy(table, { feature: feature.name, edges });
      if (values.length > MOST_VALUES) {
        return [];
      }
      const counts = new Float64Array(values.length * 2);
      for (let row = 0; row < table.rows; row++) {
        const end = starts === null ? row + 1 : starts[row + 1];
        for (let at = starts === null ? row : starts[row]; at < end; at++) {
          if (codes[at] >= 0) {
            counts[codes[at] * 2 + (passed[row] === 1 ? 0 : 1)]++;
          }
        }
      }
      return values.map((value, code) => ({
        value,
        share: inside > 0 ? counts[code * 2] / inside : NaN,
        rest: inside < table.rows ? counts[code * 2 + 1] / (table.rows - inside) : NaN
      }));
    })
    .filter(({ share, rest }) => Number.isFinite(share) && Number.isFinite(rest))
    .sort((a, b) => Math.abs(b.share - b.rest) - Math.abs(a.share - a.rest))
    .slice(0, SHOWN);
}
