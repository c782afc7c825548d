/** Rows of the predictions: what a row has, and which other row is nearest to it. */
import type { Feature, IPredictionTable } from '../metrics/prediction-table';
import { widthOf } from '../metrics/prediction-table';
import type { RawValue } from './raw-values';
import { isSameRaw } from './raw-values';

/** Labels that an outcome tells apart: as many as a number has bits. */
const MOST_BITS = 52;

/** One row. */
export interface IRow {
  readonly row: number;
  /** Raw features by name. */
  readonly values: Readonly<Record<string, RawValue>>;
  /** Of several labels, as {@link outcomeOf} has them. */
  readonly label: number;
  /** As the kernel made it: one number for each class or label; one of a binary task, or of a regression. */
  readonly prediction: readonly number[];
}

/** @param row - From 0. */
export function rowOf(table: IPredictionTable, row: number): IRow {
  const width = widthOf(table);
  return {
    row,
    values: Object.fromEntries(table.features.map(feature => [feature.name, rawOf(feature, row)])),
    label:
      table.task === 'multilabel'
        ? outcomeOf(table.task, table.labels.subarray(row * width, (row + 1) * width), 1)
        : table.labels[row],
    prediction: Array.from(table.predictions.subarray(row * width, (row + 1) * width))
  };
}

/** What a row has of a feature; of one with several values a list, where it has any. */
export function rawOf(feature: Feature, row: number): RawValue {
  const { starts } = feature;
  if (starts === null) {
    return valueOf(feature, row);
  }
  const entries = Array.from(
    { length: starts[row + 1] - starts[row] },
    (_, at) => valueOf(feature, starts[row] + at) ?? NaN
  ).filter(entry => !Number.isNaN(entry));
  return entries.length > 0 ? entries : null;
}

/** @param row - Or an entry, of a feature with several. */
function valueOf(feature: Feature, row: number): string | number | null {
  if (feature.kind === 'category') {
    const code = feature.codes[row];
    return code < 0 ? null : feature.values[code];
  }
  const number = feature.numbers[row];
  return Number.isNaN(number) ? null : number;
}

/**
 * What a prediction comes to: the class that is most likely; 1 of a binary task from the threshold on; of several
 * labels a bit for each that is. A regression has no outcomes: NaN.
 */
export function outcomeOf(
  task: IPredictionTable['task'],
  prediction: ArrayLike<number>,
  threshold: number
): number {
  switch (task) {
    case 'binary':
      return prediction[0] >= threshold ? 1 : 0;
    case 'multiclass':
      return Array.from(prediction).reduce(
        (best, value, at, all) => (value > all[best] ? at : best),
        0
      );
    case 'multilabel':
      return Array.from(prediction).reduce(
        (sum, value, at) => sum + (value >= threshold && at < MOST_BITS ? 2 ** at : 0),
        0
      );
    case 'regression':
      return NaN;
  }
}

/**
 * The row that is nearest to another among those with another outcome; null where there is none.
 *
 * The distance is the sum over features: 1 for another word, or other values of a feature with several, the difference in standard deviations for a number, 1 where
 * one of the two is missing (as the What-If Tool of TensorBoard measures it, L1).
 *
 * @param names - Features that count.
 * @param wanted - The outcome that it shall have; null for any other.
 */
export function nearestOther(
  table: IPredictionTable,
  row: number,
  names: readonly string[],
  threshold: number,
  wanted: number | null
): number | null {
  const width = widthOf(table);
  const outcome = (at: number): number =>
    outcomeOf(table.task, table.predictions.subarray(at * width, (at + 1) * width), threshold);
  const own = outcome(row);
  const distances = new Float64Array(table.rows);
  for (const feature of table.features) {
    if (names.includes(feature.name)) {
      addDistances(distances, feature, row);
    }
  }
  let best: number | null = null;
  for (let at = 0; at < table.rows; at++) {
    if (!(best !== null && distances[at] >= distances[best]) && at !== row) {
      const other = outcome(at);
      if (other !== own && !Number.isNaN(other) && (wanted === null || other === wanted)) {
        best = at;
      }
    }
  }
  return best;
}

function addDistances(distances: Float64Array, feature: Feature, row: number): void {
  if (feature.starts !== null) {
    const list = rawOf(feature, row);
    for (let at = 0; at < distances.length; at++) {
      distances[at] += isSameRaw(rawOf(feature, at), list) ? 0 : 1;
    }
    return;
  }
  if (feature.kind === 'category') {
    const own = feature.codes[row];
    for (let at = 0; at < distances.length; at++) {
      distances[at] += feature.codes[at] === own ? 0 : 1;
    }
    return;
  }
  const own = feature.numbers[row];
  const deviation = deviationOf(feature.numbers) || 1;
  for (let at = 0; at < distances.length; at++) {
    const off = Math.abs(feature.numbers[at] - own) / deviation;
    distances[at] += Number.isNaN(off)
      ? Number.isNaN(own) === Number.isNaN(feature.numbers[at])
        ? 0
        : 1
      : off;
  }
}

function deviationOf(numbers: Float64Array): number {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const number of numbers) {
    if (!Number.isNaN(number)) {
      count++;
      const off = number - mean;
      mean += off / count;
      squares += off * (number - mean);
    }
  }
  return count > 1 ? Math.sqrt(squares / count) : 0;
}

/** Names of the labels that an outcome has. */
export function labelsOf(classes: readonly string[], outcome: number): readonly string[] {
  return classes.filter((_name, at) => at < MOST_BITS && Math.floor(outcome / 2 ** at) % 2 === 1);
}
