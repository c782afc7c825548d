/** What the finder compares slices by: shares and means, whose error is known without sampling. */
import type { IPredictionTable } from './prediction-table';
import type { IMetricOptions } from './compute-figures';

/** A metric that is a sum over rows, divided by another. */
export interface IMeasure {
  /** As TFMA names it. */
  readonly name: string;
  readonly higherIsBetter: boolean;
  /** Of each row, what it adds above and below. */
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/** Names of what can be compared in a task, that which is most often asked for first. */
export function measuresOf({ task }: Pick<IPredictionTable, 'task'>): readonly string[] {
  switch (task) {
    case 'binary':
      return ['binary_crossentropy', 'binary_accuracy', 'miss_rate', 'fall_out', 'precision'];
    case 'multiclass':
      return ['sparse_categorical_accuracy', 'sparse_categorical_crossentropy'];
    case 'regression':
      return ['mean_squared_error', 'mean_absolute_error'];
  }
}

const EPSILON = 1e-7;
const HIGHER: ReadonlySet<string> = new Set([
  'binary_accuracy',
  'precision',
  'sparse_categorical_accuracy'
]);

/** @throws an Error where the name is none of {@link measuresOf}. */
export function measureOf(
  table: IPredictionTable,
  name: string,
  { weighted, threshold }: IMetricOptions
): IMeasure {
  const { rows, weights, labels, predictions } = table;
  const of = partsOf(table, name, threshold);
  const above = new Float64Array(rows);
  const below = new Float64Array(rows);
  const width = table.classes.length || 1;
  for (let row = 0; row < rows; row++) {
    const weight = weighted && weights !== null ? weights[row] : 1;
    const [own, all] = of(labels[row], predictions[row * width], row);
    above[row] = weight * own;
    below[row] = weight * all;
  }
  return { ...{ name, above, below }, higherIsBetter: HIGHER.has(name) };
}

type Parts = (label: number, prediction: number, row: number) => readonly [number, number];

function partsOf(
  { predictions, classes }: IPredictionTable,
  name: string,
  threshold: number
): Parts {
  const entropy = (share: number): number =>
    -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, share)));
  switch (name) {
    case 'binary_crossentropy':
      return (l, p) => [l * entropy(p) + (1 - l) * entropy(1 - p), 1];
    case 'binary_accuracy':
      return (l, p) => [p > threshold ? l : 1 - l, 1];
    case 'miss_rate':
      return (l, p) => [p > threshold ? 0 : l, l];
    case 'fall_out':
      return (l, p) => [p > threshold ? 1 - l : 0, 1 - l];
    case 'precision':
      return (l, p) => (p > threshold ? [l, 1] : [0, 0]);
    case 'mean_squared_error':
      return (l, p) => [(l - p) ** 2, 1];
    case 'mean_absolute_error':
      return (l, p) => [Math.abs(l - p), 1];
    case 'sparse_categorical_accuracy':
    case 'sparse_categorical_crossentropy':
      return (label, _first, row) => {
        const scores = predictions.subarray(row * classes.length, (row + 1) * classes.length);
        return name === 'sparse_categorical_accuracy'
          ? [Number(scores.every(each => each <= scores[label])), 1]
          : [entropy(scores[label] / scores.reduce((sum, each) => sum + each, 0)), 1];
      };
    default:
      throw new Error(`Slices cannot be compared by ${name}.`);
  }
}
