/** Metrics that are made of sums over the rows of a slice: of numbers that are predicted, and of several classes. */
import type { IPredictionTable } from './prediction-table';
import type { ISequence } from './sequence';

/** What is added up, row by row. */
export interface ISummands {
  /** Metrics, as TFMA names them. */
  readonly metrics: readonly string[];
  /** Of each row, so many numbers. */
  readonly width: number;
  readonly numbers: Float64Array;
  /** Metrics of the sums of a slice: its count first, then `width` of them. */
  readonly metricsOf: (sums: Float64Array) => readonly number[];
}

/** Metrics of a task that are sums; those of two classes are made by ranking. */
export function summandsOf(table: IPredictionTable, weighted: boolean): ISummands {
  switch (table.task) {
    case 'multiclass':
      return ofClasses(table, weighted);
    case 'multilabel':
      return countsOf(table, weighted);
    default:
      return ofNumbers(table, weighted);
  }
}

/** Metrics by slice. See {@link ISummands.metrics}; `draws` as in `binaryFigures`. */
export function summedFigures(
  { width, numbers, metrics, metricsOf }: ISummands,
  { places, codes, slices }: ISequence,
  draws: Uint8Array | null
): Float64Array {
  const size = width + 1;
  const sums = new Float64Array(slices * size);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    const place = places === null ? at : places[at];
    const times = draws === null ? 1 : draws[place];
    if (code < 0 || times === 0) {
      continue;
    }
    const own = code * size;
    sums[own] += times;
    const from = place * width;
    for (let i = 0; i < width; i++) {
      sums[own + 1 + i] += numbers[from + i] * times;
    }
  }
  const figures = new Float64Array(slices * metrics.length);
  for (let slice = 0; slice < slices; slice++) {
    figures.set(metricsOf(sums.subarray(slice * size, (slice + 1) * size)), slice * metrics.length);
  }
  return figures;
}

function ofNumbers(
  { rows, labels, predictions, weights }: IPredictionTable,
  weighted: boolean
): ISummands {
  const width = 10;
  const numbers = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const label = labels[row];
    const prediction = predictions[row];
    const weight = weighted && weights !== null ? weights[row] : 1;
    const error = label - prediction;
    const logs = Math.log(label + 1) - Math.log(prediction + 1);
    const summands = [
      ...[1, label, prediction, label * label, prediction * prediction, label * prediction],
      ...[error * error, Math.abs(error), Math.abs(error / label), logs * logs]
    ];
    for (let i = 0; i < width; i++) {
      numbers[row * width + i] = summands[i] * weight;
    }
  }
  return {
    metrics: [
      ...['example_count', 'weighted_example_count', 'mean_squared_error'],
      ...['root_mean_squared_error', 'mean_absolute_error', 'mean_absolute_percentage_error'],
      ...['mean_squared_logarithmic_error', 'r2_score', 'squared_pearson_correlation'],
      ...['mean_label', 'mean_prediction', 'calibration']
    ],
    ...{ width, numbers },
    metricsOf: ([n, w, l, p, ll, pp, lp, squared, absolute, percentage, logarithmic]) => {
      const ofLabels = ll - (l * l) / w;
      const ofPredictions = pp - (p * p) / w;
      const together = lp - (l * p) / w;
      return [
        ...[n, w, squared / w, Math.sqrt(squared / w), absolute / w, (percentage / w) * 100],
        ...[logarithmic / w, ofLabels > 0 ? 1 - squared / ofLabels : NaN],
        ofLabels * ofPredictions > 0 ? together ** 2 / (ofLabels * ofPredictions) : NaN,
        ...[l / w, p / w, p / l]
      ];
    }
  };
}

/** Keras' bound for probabilities. */
const EPSILON = 1e-7;

function ofClasses(
  { rows, labels, predictions, weights, classes }: IPredictionTable,
  weighted: boolean
): ISummands {
  const width = 3;
  const numbers = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const from = row * classes.length;
    let best = 0;
    let sum = 0;
    for (let id = 0; id < classes.length; id++) {
      sum += predictions[from + id];
      if (predictions[from + id] > predictions[from + best]) {
        best = id;
      }
    }
    const weight = weighted && weights !== null ? weights[row] : 1;
    const share = predictions[from + labels[row]] / sum;
    numbers[row * width] = weight;
    numbers[row * width + 1] = best === labels[row] ? weight : 0;
    numbers[row * width + 2] = -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, share))) * weight;
  }
  return {
    metrics: [
      ...['example_count', 'weighted_example_count', 'sparse_categorical_accuracy'],
      'sparse_categorical_crossentropy'
    ],
    ...{ width, numbers },
    metricsOf: ([n, w, right, entropy]) => [n, w, right / w, entropy / w]
  };
}

/** Of several labels, all but the counts are metrics of each, and averages. */
function countsOf({ rows, weights }: IPredictionTable, weighted: boolean): ISummands {
  return {
    metrics: ['example_count', 'weighted_example_count'],
    width: 1,
    numbers: weighted && weights !== null ? weights : new Float64Array(rows).fill(1),
    metricsOf: ([n, w]) => [n, w]
  };
}
