/** Rows in the order of a score, highest first, with what is needed to reckon with all thresholds in one pass. */
import type { IPredictionTable } from './prediction-table';
import { widthOf } from './prediction-table';

/** Thresholds that TFMA uses for areas where a metric does not say how many. */
export const TFMA_THRESHOLDS = 10_000;
/** Buckets of the histogram that TFMA makes of all predictions first. */
const BUCKETS = 10_000;
/** TFMA's `binary_confusion_matrices._EPSILON`. */
const EPSILON = 1e-7;

/** Which scores are ranked: those of a class against all others, or of all classes together, as a micro average does. */
export type RankedClass = number | 'all';

/** One class against all others, or the only one; or all of them together. */
export interface IRanking {
  /** Rows, that of the highest score first. Of all classes together, each row as often as there are classes. */
  readonly rows: Uint32Array;
  /** The rest is in this order. */
  readonly scores: Float32Array;
  /** The last threshold, of so many as are asked for, that the score is above as TFMA's histogram has it. */
  readonly steps: Uint16Array;
  readonly thresholds: number;
  readonly weights: Float64Array;
  /** Weight that is positive: the label times the weight. */
  readonly positives: Float64Array;
  /** Weight times score. */
  readonly scored: Float64Array;
  /** Weight times cross entropy. */
  readonly entropies: Float64Array;
}

/**
 * Sorts the rows.
 *
 * @param classId - Of several classes or labels; 0 where there is one.
 * @param weighted - Whether rows count by their weight.
 * @param thresholds - For areas below curves: 2 to 65,535, as `num_thresholds` of TFMA's AUC.
 */
export function ranked(
  table: IPredictionTable,
  { classId, weighted, thresholds }: { classId: RankedClass; weighted: boolean; thresholds: number }
): IRanking {
  const { rows: count, labels, predictions, task } = table;
  const width = widthOf(table);
  const [first, stride] = classId === 'all' ? [0, 1] : [classId, width];
  const size = classId === 'all' ? count * width : count;
  const all = stride === 1 ? predictions : new Float32Array(size);
  for (let at = 0; stride > 1 && at < size; at++) {
    all[at] = predictions[at * stride + first];
  }
  const order = descending(all);
  const steps = stepsOf(thresholds);
  const ranking = {
    ...{ rows: order, thresholds },
    scores: new Float32Array(size),
    steps: new Uint16Array(size),
    weights: new Float64Array(size),
    positives: new Float64Array(size),
    scored: new Float64Array(size),
    entropies: new Float64Array(size)
  };
  for (let at = 0; at < size; at++) {
    const entry = order[at] * stride + first;
    const row = width === 1 ? entry : Math.trunc(entry / width);
    const score = all[order[at]];
    const weight = weighted && table.weights !== null ? table.weights[row] : 1;
    const label =
      task === 'multiclass' ? Number(labels[row] === entry - row * width) : labels[entry];
    order[at] = row;
    ranking.scores[at] = score;
    ranking.steps[at] = steps[bucketOf(score)];
    ranking.weights[at] = weight;
    ranking.positives[at] = weight * label;
    ranking.scored[at] = weight * score;
    ranking.entropies[at] = weight * crossEntropy(label, score);
  }
  return ranking;
}

/** Rankings of a table, each made when it is first needed. */
export class Rankings {
  constructor(
    private readonly _table: IPredictionTable,
    private readonly _options: { readonly weighted: boolean; readonly thresholds: number }
  ) {}

  /** The ranking of a class, of all together, or of the only one. */
  of(classId: RankedClass): IRanking {
    const { weighted, thresholds } = this._options;
    const ranking =
      this._made.get(classId) ?? ranked(this._table, { classId, weighted, thresholds });
    this._made.set(classId, ranking);
    return ranking;
  }

  private readonly _made = new Map<RankedClass, IRanking>();
}

/** The score of the bucket is from (bucket - 1) / BUCKETS on; 0 is below all, BUCKETS + 1 from 1 on. */
function bucketOf(score: number): number {
  const bucket = score * BUCKETS + 1;
  return bucket < 0 ? 0 : bucket >= BUCKETS + 1 ? BUCKETS + 1 : Math.trunc(bucket);
}

/** By bucket, the threshold that it belongs to: `calibration_histogram.rebin` and what follows it. */
function stepsOf(thresholds: number): Uint16Array {
  const steps = new Uint16Array(BUCKETS + 2);
  let step = 0;
  for (let bucket = 1; bucket <= BUCKETS; bucket++) {
    const low = (bucket - 1) / BUCKETS;
    while (step + 1 < thresholds - 1 && low >= thresholdOf(step + 1, thresholds) + EPSILON) {
      step++;
    }
    steps[bucket] = step;
  }
  // At the last threshold, above 1, nothing is positive: what is there counts for the one before.
  steps[BUCKETS + 1] = thresholds - 2;
  return steps;
}

/** The threshold of a step: evenly from 0 to 1, the ends just outside. */
export function thresholdOf(step: number, thresholds: number): number {
  return step === 0 ? -EPSILON : step === thresholds - 1 ? 1 + EPSILON : step / (thresholds - 1);
}

/** Keras' cross entropy: of probabilities that are at least 1e-7 away from 0 and 1. */
function crossEntropy(label: number, score: number): number {
  const p = Math.min(1 - EPSILON, Math.max(EPSILON, score));
  return -label * Math.log(p) - (1 - label) * Math.log(1 - p);
}

const DIGIT = 16;

/** Places by number, greatest first: by the bits of the floats, twice 16 of them. */
export function descending(values: Float32Array): Uint32Array {
  const { length } = values;
  const keys = new Uint32Array(length);
  const bits = new Uint32Array(values.buffer, values.byteOffset, length);
  for (let at = 0; at < length; at++) {
    // So that the order of the bits is the opposite of that of the numbers.
    keys[at] = bits[at] >>> 31 === 1 ? bits[at] : ~(bits[at] | 0x80000000);
  }
  let from = Uint32Array.from({ length }, (_, at) => at);
  let to = new Uint32Array(length);
  for (const shift of [0, DIGIT]) {
    const starts = new Uint32Array((1 << DIGIT) + 1);
    for (let at = 0; at < length; at++) {
      starts[((keys[at] >>> shift) & 0xffff) + 1]++;
    }
    for (let key = 0; key < 1 << DIGIT; key++) {
      starts[key + 1] += starts[key];
    }
    for (let at = 0; at < length; at++) {
      to[starts[(keys[from[at]] >>> shift) & 0xffff]++] = from[at];
    }
    [from, to] = [to, from];
  }
  return from;
}
