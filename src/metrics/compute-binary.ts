/** Metrics of two classes: all slices, and all thresholds, in one pass over the rows by score. */
import type { IBySlice } from './by-slice';

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
 * Areas are added up from step to step of the ranking, as TFMA's AUC interpolates.
 *
 * @param threshold - What is above it counts as positive.
 * @param draws - How often each row counts, or each entry where the entries have no rows; null for once.
 * @returns Slice by slice, in the order of {@link BINARY_METRICS}. Shares of nothing are NaN but where TFMA says 0.
 */
export function binaryFigures(
  { slices, starts, scores, steps, positives, negatives, scored, entropies, rows }: IBySlice,
  threshold: number,
  draws: Uint8Array | null
): Float64Array {
  const figures = new Float64Array(slices * BINARY_METRICS.length);
  for (let slice = 0; slice < slices; slice++) {
    const end = starts[slice + 1];
    // Weight above the step that the pass is at, and in it.
    let [above, aboveNegatives, gained, lost] = [0, 0, 0, 0];
    let [count, scoredSum, entropy, roc, precisionRecall] = [0, 0, 0, 0, 0];
    let [truePositives, falsePositives] = [0, 0];
    let step = -1;
    for (let at = starts[slice]; at <= end; at++) {
      if (at === end || steps[at] !== step) {
        if (gained !== 0) {
          const all = above + aboveNegatives;
          const width = gained + lost;
          const slope = gained / width;
          const intercept = above - slope * all;
          const ratio = all > 0 ? logarithm(width / all) : 0;
          precisionRecall += slope * (gained + intercept * ratio);
        }
        roc += (lost * (above + above + gained)) / 2;
        above += gained;
        aboveNegatives += lost;
        gained = 0;
        lost = 0;
        if (at === end) {
          break;
        }
        step = steps[at];
      }
      const times = draws === null ? 1 : draws[rows === null ? at : rows[at]];
      const positive = positives[at] * times;
      const negative = negatives[at] * times;
      count += times;
      gained += positive;
      lost += negative;
      scoredSum += scored[at] * times;
      entropy += entropies[at] * times;
      if (scores[at] > threshold) {
        truePositives += positive;
        falsePositives += negative;
      }
    }
    figures.set(
      metricsOf({
        ...{ count, positives: above, negatives: aboveNegatives, truePositives, falsePositives },
        ...{ scored: scoredSum, entropy, roc, precisionRecall }
      }),
      slice * BINARY_METRICS.length
    );
  }
  return figures;
}

/** log(1 + x), for x above 0: of the small ones, which nearly all are, by its series. */
function logarithm(x: number): number {
  return x < 0.003
    ? x * (1 - x * (1 / 2 - x * (1 / 3 - x * (1 / 4 - x * (1 / 5)))))
    : Math.log1p(x);
}

/** What a pass adds up of a slice: weight, and areas times what they are divided by. */
interface ISums {
  readonly count: number;
  readonly positives: number;
  readonly negatives: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly scored: number;
  readonly entropy: number;
  readonly roc: number;
  readonly precisionRecall: number;
}

function metricsOf({ count, positives, negatives, ...sums }: ISums): readonly number[] {
  const { truePositives, falsePositives, scored, entropy } = sums;
  const weight = positives + negatives;
  const falseNegatives = positives - truePositives;
  const right = truePositives + negatives - falsePositives;
  return [
    count,
    weight,
    orNone(sums.roc / (positives * negatives)),
    orNone(sums.precisionRecall / positives),
    right / weight,
    truePositives / (truePositives + falsePositives),
    truePositives / positives,
    (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives),
    falsePositives / negatives,
    falseNegatives / positives,
    (truePositives + falsePositives) / weight,
    entropy / weight,
    positives / weight,
    scored / weight,
    scored / positives
  ];
}

/** TFMA adds up an area without what is no number: 0 where a class is not there. */
function orNone(area: number): number {
  return Number.isFinite(area) ? area : 0;
}
