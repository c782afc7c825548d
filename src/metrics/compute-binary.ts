/** Metrics of two classes: all slices, and all thresholds, in one pass over the rows by score. */
import type { IRanking } from './ranking';
import type { ISequence } from './sequence';

/** What is kept of a slice while the pass goes on: places in its part of the state. */
const AT = {
  count: 0,
  weight: 1,
  scored: 2,
  entropy: 3,
  /** Positive and negative weight above the step that the pass is at, and in it. */
  positives: 4,
  negatives: 5,
  stepPositives: 6,
  stepNegatives: 7,
  step: 8,
  /** Areas so far, times what they are divided by. */
  roc: 9,
  precisionRecall: 10,
  /** Above the threshold that is asked for. */
  above: 11,
  aboveNegatives: 12
};
const SIZE = 13;

/** Names of the metrics, as TFMA has them, in the order of their columns. */
export const BINARY_METRICS = [
  'example_count',
  'weighted_example_count',
  'auc',
  'auc_precision_recall',
  'binary_accuracy',
  'precision',
  'recall',
  'f1_score',
  'fall_out',
  'miss_rate',
  'predicted_positive_rate',
  'binary_crossentropy',
  'mean_label',
  'mean_prediction',
  'calibration'
] as const;

/**
 * Metrics by slice.
 *
 * @param threshold - What is above it counts as positive.
 * @param draws - How often each place of the ranking counts; null for once.
 * @returns Slice by slice, in the order of {@link BINARY_METRICS}. Shares of nothing are NaN but where TFMA says 0.
 */
export function binaryFigures(
  ranking: IRanking,
  { places, codes, slices }: ISequence,
  threshold: number,
  draws: Uint8Array | null
): Float64Array {
  const { scores, steps, weights, positives, scored, entropies } = ranking;
  const state = new Float64Array(slices * SIZE);
  for (let slice = 0; slice < slices; slice++) {
    state[slice * SIZE + AT.step] = -1;
  }
  let isAbove = true;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at];
    const place = places === null ? at : places[at];
    if (isAbove && !(scores[place] > threshold)) {
      isAbove = false;
      markThreshold(state, slices);
    }
    const times = draws === null ? 1 : draws[place];
    if (code < 0 || times === 0) {
      continue;
    }
    const own = code * SIZE;
    if (state[own + AT.step] !== steps[place]) {
      endStep(state, own);
      state[own + AT.step] = steps[place];
    }
    const weight = weights[place] * times;
    const positive = positives[place] * times;
    state[own + AT.count] += times;
    state[own + AT.weight] += weight;
    state[own + AT.scored] += scored[place] * times;
    state[own + AT.entropy] += entropies[place] * times;
    state[own + AT.stepPositives] += positive;
    state[own + AT.stepNegatives] += weight - positive;
  }
  if (isAbove) {
    markThreshold(state, slices);
  }
  const figures = new Float64Array(slices * BINARY_METRICS.length);
  for (let slice = 0; slice < slices; slice++) {
    endStep(state, slice * SIZE);
    figures.set(
      metricsOf(state.subarray(slice * SIZE, (slice + 1) * SIZE)),
      slice * BINARY_METRICS.length
    );
  }
  return figures;
}

function markThreshold(state: Float64Array, slices: number): void {
  for (let own = 0; own < slices * SIZE; own += SIZE) {
    state[own + AT.above] = state[own + AT.positives] + state[own + AT.stepPositives];
    state[own + AT.aboveNegatives] = state[own + AT.negatives] + state[own + AT.stepNegatives];
  }
}

/** Adds to the areas what is between the threshold of a step and the one before: as TFMA's AUC interpolates. */
function endStep(state: Float64Array, own: number): void {
  const gained = state[own + AT.stepPositives];
  const lost = state[own + AT.stepNegatives];
  if (gained === 0 && lost === 0) {
    return;
  }
  const before = state[own + AT.positives];
  const all = before + state[own + AT.negatives];
  const width = gained + lost;
  state[own + AT.roc] += (lost * (before + before + gained)) / 2;
  if (gained !== 0) {
    const slope = gained / width;
    const intercept = before - slope * all;
    const ratio = all > 0 ? logarithm(width / all) : 0;
    state[own + AT.precisionRecall] += slope * (gained + intercept * ratio);
  }
  state[own + AT.positives] = before + gained;
  state[own + AT.negatives] += lost;
  state[own + AT.stepPositives] = 0;
  state[own + AT.stepNegatives] = 0;
}

/** log(1 + x), for x above 0: of the small ones, which nearly all are, by its series. */
function logarithm(x: number): number {
  return x < 0.003
    ? x * (1 - x * (1 / 2 - x * (1 / 3 - x * (1 / 4 - x * (1 / 5)))))
    : Math.log1p(x);
}

function metricsOf(state: Float64Array): readonly number[] {
  const weight = state[AT.weight];
  const positives = state[AT.positives];
  const negatives = state[AT.negatives];
  const truePositives = state[AT.above];
  const falsePositives = state[AT.aboveNegatives];
  const falseNegatives = positives - truePositives;
  const precision = truePositives / (truePositives + falsePositives);
  const recall = truePositives / positives;
  const right = truePositives + negatives - falsePositives;
  return [
    state[AT.count],
    weight,
    orNone(state[AT.roc] / (positives * negatives)),
    orNone(state[AT.precisionRecall] / positives),
    right / weight,
    precision,
    recall,
    (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives),
    falsePositives / negatives,
    falseNegatives / positives,
    (truePositives + falsePositives) / weight,
    state[AT.entropy] / weight,
    positives / weight,
    state[AT.scored] / weight,
    state[AT.scored] / positives
  ];
}

/** TFMA adds up an area without what is no number: 0 where a class is not there. */
function orNone(area: number): number {
  return Number.isFinite(area) ? area : 0;
}
