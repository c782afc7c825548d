/** What plots of slices are made of. */
import type { IBySlice } from './by-slice';
import type { IPredictionTable } from './prediction-table';
import type { ISlices } from './slicing';

/** Predictions between two scores. */
export interface IScoreBucket {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
  /** Sums, weighted. */
  readonly labels: number;
  readonly predictions: number;
}

/** Buckets of scores. */
const BUCKETS = 20;
/** Thresholds of confusion matrices, from 0 on. */
const THRESHOLDS = 20;
/** Classes whose confusion is reckoned, at most: its size is their square. */
const MOST_CLASSES = 100;

/** Which class was taken for which, at a threshold. */
export interface IClassConfusion {
  readonly threshold: number;
  /** Weight by class and most likely class; the last column is of rows whose scores are all at the threshold or below. */
  readonly weights: readonly (readonly number[])[];
}

/** What is predicted of the rows that have a label: by that label, and by the predicted one. */
export interface ILabelConfusion {
  readonly threshold: number;
  readonly counts: readonly (readonly ILabelCounts[])[];
}

/** Weight of the rows with a label, by another one and what is predicted of that. */
export interface ILabelCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Rows by score, of a slice; scores are from 0 to 1. */
export function scoreBuckets(
  { starts, scores, positives, negatives, scored }: IBySlice,
  slice: number
): readonly IScoreBucket[] {
  const size = 1 / BUCKETS;
  const sums = emptyBuckets();
  for (let at = starts[slice]; at < starts[slice + 1]; at++) {
    const sum = sums[bucketOf(scores[at] / size)];
    sum.weight += positives[at] + negatives[at];
    sum.labels += positives[at];
    sum.predictions += scored[at];
  }
  return sums.map((sum, at) => ({ low: size * at, high: size * (at + 1), ...sum }));
}

/** Rows by prediction, of a slice; over all predictions that there are. */
export function numberBuckets(
  { predictions, labels, weights }: IPredictionTable,
  { codes, rows }: ISlices,
  slice: number,
  weighted: boolean
): readonly IScoreBucket[] {
  const [low, high] = extentOf(predictions);
  const size = (high - low) / BUCKETS || 1;
  const sums = emptyBuckets();
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] === slice) {
      const row = rows === null ? at : rows[at];
      const weight = weighted && weights !== null ? weights[row] : 1;
      const sum = sums[bucketOf((predictions[row] - low) / size)];
      sum.weight += weight;
      sum.labels += weight * labels[row];
      sum.predictions += weight * predictions[row];
    }
  }
  return sums.map((sum, at) => ({ low: low + size * at, high: low + size * (at + 1), ...sum }));
}

function emptyBuckets(): { weight: number; labels: number; predictions: number }[] {
  return Array.from({ length: BUCKETS }, () => ({ weight: 0, labels: 0, predictions: 0 }));
}

function bucketOf(place: number): number {
  return Math.min(BUCKETS - 1, Math.max(0, Math.floor(place)));
}

function extentOf(values: Float32Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** As TFMA's MultiClassConfusionMatrixAtThresholds; empty where there are too many classes. */
export function classConfusion(
  { classes, labels, predictions, weights }: IPredictionTable,
  { codes, rows }: ISlices,
  slice: number,
  weighted: boolean
): readonly IClassConfusion[] {
  const width = classes.length;
  if (width > MOST_CLASSES) {
    return [];
  }
  const sums = new Float64Array(width * width * (THRESHOLDS + 1));
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] === slice) {
      const row = rows === null ? at : rows[at];
      let best = 0;
      for (let id = 1; id < width; id++) {
        if (predictions[row * width + id] > predictions[row * width + best]) {
          best = id;
        }
      }
      const passed = passedBy(predictions[row * width + best]);
      const weight = weighted && weights !== null ? weights[row] : 1;
      sums[(labels[row] * width + best) * (THRESHOLDS + 1) + passed] += weight;
    }
  }
  return thresholds().map((threshold, place) => ({
    threshold,
    weights: classes.map((_actual, actual) => {
      let none = 0;
      const predicted = classes.map((_best, best) => {
        const [above, below] = partsAt(sums, actual * width + best, place);
        none += below;
        return above;
      });
      return [...predicted, none];
    })
  }));
}

/** As TFMA's MultiLabelConfusionMatrixPlot; empty where there are too many labels. */
export function labelConfusion(
  { classes, labels, predictions, weights }: IPredictionTable,
  { codes, rows }: ISlices,
  slice: number,
  weighted: boolean
): readonly ILabelConfusion[] {
  const width = classes.length;
  if (width > MOST_CLASSES) {
    return [];
  }
  // By label, predicted label, and whether the row has that one too.
  const sums = new Float64Array(width * width * 2 * (THRESHOLDS + 1));
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] === slice) {
      const from = (rows === null ? at : rows[at]) * width;
      const weight = weighted && weights !== null ? weights[from / width] : 1;
      for (let actual = 0; actual < width; actual++) {
        for (let id = 0; id < width && labels[from + actual] > 0; id++) {
          const cell = (actual * width + id) * 2 + (labels[from + id] > 0 ? 1 : 0);
          sums[cell * (THRESHOLDS + 1) + passedBy(predictions[from + id])] += weight;
        }
      }
    }
  }
  return thresholds().map((threshold, place) => ({
    threshold,
    counts: classes.map((_actual, actual) =>
      classes.map((_predicted, id) => {
        const cell = (actual * width + id) * 2;
        const [falsePositives, trueNegatives] = partsAt(sums, cell, place);
        const [truePositives, falseNegatives] = partsAt(sums, cell + 1, place);
        return { truePositives, falsePositives, trueNegatives, falseNegatives };
      })
    )
  }));
}

function thresholds(): readonly number[] {
  return Array.from({ length: THRESHOLDS }, (_, place) => place / THRESHOLDS);
}

/** Thresholds that a score is above. */
function passedBy(score: number): number {
  let passed = Math.min(THRESHOLDS, Math.max(0, Math.ceil(score * THRESHOLDS)));
  while (passed > 0 && !(score > (passed - 1) / THRESHOLDS)) {
    passed--;
  }
  return passed;
}

/** Of a cell, the weight above a threshold and what is not. */
function partsAt(sums: Float64Array, cell: number, threshold: number): readonly [number, number] {
  let [above, below] = [0, 0];
  for (let passed = 0; passed <= THRESHOLDS; passed++) {
    const sum = sums[cell * (THRESHOLDS + 1) + passed];
    if (passed > threshold) {
      above += sum;
    } else {
      below += sum;
    }
  }
  return [above, below];
}
