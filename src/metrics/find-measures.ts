/** What the finder compares slices by: metrics whose error is known without sampling. */
import type { IMetric, IMetricOptions } from './compute-figures';
import { AreaComparer } from './find-area';
import type { IComparer } from './find-comparer';
import type { IRatio } from './find-ratio';
import { RatioComparer } from './find-ratio';
import type { IPredictionTable } from './prediction-table';
import { widthOf } from './prediction-table';
import type { Rankings } from './ranking';

/** Classes that slices are compared by, at most. */
const MOST_CLASSES = 10;
/** What is compared of a class against the others. */
const OF_CLASS = ['auc', 'miss_rate', 'fall_out', 'precision', 'f1_score'];

/** What can be compared in a task, that which is most often asked for first. */
export function measuresOf({
  task,
  classes
}: Pick<IPredictionTable, 'task' | 'classes'>): readonly IMetric[] {
  const plain = (...names: readonly string[]): readonly IMetric[] =>
    names.map(name => ({ name, classId: null, aggregation: null }));
  const ofClasses = classes
    .slice(0, MOST_CLASSES)
    .flatMap((_name, classId) =>
      OF_CLASS.map((name): IMetric => ({ name, classId, aggregation: null }))
    );
  switch (task) {
    case 'binary':
      return plain('binary_crossentropy', 'binary_accuracy', ...OF_CLASS);
    case 'multiclass':
      return [
        ...plain('sparse_categorical_accuracy', 'sparse_categorical_crossentropy'),
        ...ofClasses
      ];
    case 'multilabel':
      return [
        ...plain('binary_accuracy', 'binary_crossentropy').map((each): IMetric => ({
          ...each,
          aggregation: 'micro'
        })),
        ...ofClasses
      ];
    case 'regression':
      return plain('mean_squared_error', 'root_mean_squared_error', 'mean_absolute_error');
  }
}

/**
 * What compares by a metric.
 *
 * @param rankings - Of the table, with the same options.
 * @throws an Error where it is none of {@link measuresOf}.
 */
export function comparerOf(
  table: IPredictionTable,
  measure: IMetric,
  options: IMetricOptions,
  rankings: Rankings
): IComparer {
  return measure.name === 'auc'
    ? new AreaComparer(rankings.of(measure.classId ?? 0))
    : new RatioComparer(ratioOf(table, measure, options));
}

const EPSILON = 1e-7;
const HIGHER: ReadonlySet<string> = new Set([
  ...['binary_accuracy', 'precision', 'f1_score', 'sparse_categorical_accuracy']
]);

function ratioOf(
  table: IPredictionTable,
  measure: IMetric,
  { weighted, threshold }: IMetricOptions
): IRatio {
  const { rows, weights } = table;
  const of = partsOf(table, measure, threshold);
  const above = new Float64Array(rows);
  const below = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const weight = weighted && weights !== null ? weights[row] : 1;
    const [own, all] = of(row);
    above[row] = weight * own;
    below[row] = weight * all;
  }
  return {
    ...{ above, below, higherIsBetter: HIGHER.has(measure.name) },
    isRoot: measure.name.startsWith('root_')
  };
}

type Parts = (row: number) => readonly [number, number];

function partsOf(
  table: IPredictionTable,
  { name, classId, aggregation }: IMetric,
  threshold: number
): Parts {
  const { task, predictions, labels, classes } = table;
  const width = widthOf(table);
  switch (name) {
    case 'mean_squared_error':
    case 'root_mean_squared_error':
      return row => [(labels[row] - predictions[row]) ** 2, 1];
    case 'mean_absolute_error':
      return row => [Math.abs(labels[row] - predictions[row]), 1];
    case 'sparse_categorical_accuracy':
    case 'sparse_categorical_crossentropy':
      return row => {
        const scores = predictions.subarray(row * classes.length, (row + 1) * classes.length);
        const own = scores[labels[row]];
        return name === 'sparse_categorical_accuracy'
          ? [Number(scores.every(each => each <= own)), 1]
          : [entropy(own / scores.reduce((sum, each) => sum + each, 0)), 1];
      };
    default: {
      const parts = scoreParts(name, threshold);
      if (aggregation === 'micro') {
        return row => {
          let [above, below] = [0, 0];
          for (let at = row * width; at < (row + 1) * width; at++) {
            const [own, all] = parts(labels[at], predictions[at]);
            above += own;
            below += all;
          }
          return [above, below];
        };
      }
      const id = classId ?? 0;
      return row =>
        parts(
          task === 'multiclass' ? Number(labels[row] === id) : labels[row * width + id],
          predictions[row * width + id]
        );
    }
  }
}

/** Of a label from 0 to 1 and its score. */
function scoreParts(
  name: string,
  threshold: number
): (label: number, score: number) => readonly [number, number] {
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
    case 'f1_score':
      return (l, p) => (p > threshold ? [2 * l, 1 + l] : [0, l]);
    default:
      throw new Error(`Slices cannot be compared by ${name}.`);
  }
}

function entropy(share: number): number {
  return -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, share)));
}
