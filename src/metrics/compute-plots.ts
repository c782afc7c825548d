/** What plots of slices are made of. */
import type { IPredictionTable } from './prediction-table';
import type { IScoreBucket } from './questions';
import type { ISlices } from './slicing';

/** Buckets of scores. */
const BUCKETS = 20;

/** Rows by score, of a slice; scores of a classifier from 0 to 1, those of a regression over all that there are. */
export function bucketsOf(
  table: IPredictionTable,
  { codes, rows }: ISlices,
  slice: number,
  weighted: boolean
): readonly IScoreBucket[] {
  const { predictions, labels, weights } = table;
  const [low, high] = table.task === 'binary' ? [0, 1] : extentOf(predictions);
  const size = (high - low) / BUCKETS || 1;
  const sums = Array.from({ length: BUCKETS }, () => ({ weight: 0, labels: 0, predictions: 0 }));
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] === slice) {
      const row = rows === null ? at : rows[at];
      const weight = weighted && weights !== null ? weights[row] : 1;
      const place = Math.floor((predictions[row] - low) / size);
      const sum = sums[Math.min(BUCKETS - 1, Math.max(0, place))];
      sum.weight += weight;
      sum.labels += weight * labels[row];
      sum.predictions += weight * predictions[row];
    }
  }
  return sums.map((sum, at) => ({ low: low + size * at, high: low + size * (at + 1), ...sum }));
}

function extentOf(values: Float32Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** Weight by class, and by the class that is most likely as the model has it. */
export function confusionOf(
  { classes, labels, predictions, weights }: IPredictionTable,
  { codes, rows }: ISlices,
  slice: number,
  weighted: boolean
): readonly (readonly number[])[] {
  const width = classes.length;
  const matrix = classes.map(() => new Array<number>(width).fill(0));
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] === slice) {
      const row = rows === null ? at : rows[at];
      let best = 0;
      for (let id = 1; id < width; id++) {
        if (predictions[row * width + id] > predictions[row * width + best]) {
          best = id;
        }
      }
      matrix[labels[row]][best] += weighted && weights !== null ? weights[row] : 1;
    }
  }
  return matrix;
}
