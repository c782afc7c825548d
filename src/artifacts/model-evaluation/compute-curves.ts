/** Curves of a classifier at all thresholds, and what they say in a number, as TFMA and Keras reckon it. */
import type { ConfusionMatrixAtThresholds } from '../../proto/generated/metrics_pb';

/** What a classifier does at a threshold; counts are weights of examples. */
export interface IThresholdPoint {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** By threshold, ascending. */
export function thresholdPoints(
  matrices: ConfusionMatrixAtThresholds | undefined
): readonly IThresholdPoint[] {
  return (matrices?.matrices ?? [])
    .filter(({ threshold }) => Number.isFinite(threshold))
    .map(({ threshold, truePositives, falsePositives, trueNegatives, falseNegatives }) => ({
      ...{ threshold, truePositives, falsePositives, trueNegatives, falseNegatives }
    }))
    .sort((a, b) => a.threshold - b.threshold);
}

/** A rate of a confusion matrix. */
export type Rate =
  | 'recall'
  | 'precision'
  | 'accuracy'
  | 'f1'
  | 'falsePositiveRate'
  | 'falseNegativeRate'
  | 'trueNegativeRate'
  | 'positiveRate'
  | 'negativeRate'
  | 'falseDiscoveryRate'
  | 'falseOmissionRate';

/** A rate; NaN where it is a share of nothing. */
export function rateOf(point: IThresholdPoint, rate: Rate): number {
  const { truePositives: tp, falsePositives: fp, trueNegatives: tn, falseNegatives: fn } = point;
  const all = tp + fp + tn + fn;
  switch (rate) {
    case 'recall':
      return share(tp, tp + fn);
    case 'precision':
      return share(tp, tp + fp);
    case 'accuracy':
      return share(tp + tn, all);
    case 'f1':
      return share(2 * tp, 2 * tp + fp + fn);
    case 'falsePositiveRate':
      return share(fp, fp + tn);
    case 'falseNegativeRate':
      return share(fn, tp + fn);
    case 'trueNegativeRate':
      return share(tn, fp + tn);
    case 'positiveRate':
      return share(tp + fp, all);
    case 'negativeRate':
      return share(tn + fn, all);
    case 'falseDiscoveryRate':
      return share(fp, tp + fp);
    case 'falseOmissionRate':
      return share(fn, tn + fn);
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : NaN;
}

/** The area below the ROC curve: trapezoids between thresholds; NaN where a class is not there. */
export function rocArea(points: readonly IThresholdPoint[]): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const [before, after] = [points[i - 1], points[i]];
    const width = rateOf(before, 'falsePositiveRate') - rateOf(after, 'falsePositiveRate');
    area += (width * (rateOf(before, 'recall') + rateOf(after, 'recall'))) / 2;
  }
  return points.length > 1 ? area : NaN;
}

/**
 * The area below the precision–recall curve, interpolated as Keras and TFMA do it (Davis and Goadrich, 2006): between
 * thresholds, true positives are taken as linear in positives, not precision in recall.
 */
export function precisionRecallArea(points: readonly IThresholdPoint[]): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const [before, after] = [points[i - 1], points[i]];
    const positives = [before, after].map(each => each.truePositives + each.falsePositives);
    const gained = before.truePositives - after.truePositives;
    const width = positives[0] - positives[1];
    const slope = width > 0 ? gained / width : 0;
    const intercept = after.truePositives - slope * positives[1];
    const ratio = positives[0] > 0 && positives[1] > 0 ? positives[0] / positives[1] : 1;
    const all = after.truePositives + after.falseNegatives;
    area += all > 0 ? (slope * (gained + intercept * Math.log(ratio))) / all : NaN;
  }
  return points.length > 1 ? area : NaN;
}

/** The threshold at which the F1 score is highest; null where there is none. */
export function bestThreshold(points: readonly IThresholdPoint[]): IThresholdPoint | null {
  let best: IThresholdPoint | null = null;
  for (const point of points) {
    const score = rateOf(point, 'f1');
    if (!Number.isNaN(score) && (best === null || score > rateOf(best, 'f1'))) {
      best = point;
    }
  }
  return best;
}

/** The point whose threshold is nearest; null where there are none. */
export function nearestThreshold(
  points: readonly IThresholdPoint[],
  threshold: number
): IThresholdPoint | null {
  return points.reduce<IThresholdPoint | null>(
    (best, point) =>
      best === null || Math.abs(point.threshold - threshold) < Math.abs(best.threshold - threshold)
        ? point
        : best,
    null
  );
}
