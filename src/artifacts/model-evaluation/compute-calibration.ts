/** How well predictions fit what was true: buckets of predictions, as CalibrationPlot has them. */
import type { CalibrationHistogramBuckets } from '../../proto/generated/metrics_pb';

/** Predictions between two bounds, of which one may be infinite. */
export interface ICalibrationBucket {
  readonly low: number;
  readonly high: number;
  /** Weight of the examples; above 0. */
  readonly weight: number;
  /** Means. */
  readonly prediction: number;
  readonly label: number;
}

/** Buckets that have examples, by prediction. */
export function calibrationBuckets(
  histogram: CalibrationHistogramBuckets | undefined
): readonly ICalibrationBucket[] {
  return (histogram?.buckets ?? [])
    .map(bucket => {
      const weight = bucket.numWeightedExamples ?? 0;
      return {
        low: bucket.lowerThresholdInclusive,
        high: bucket.upperThresholdExclusive,
        weight,
        prediction: (bucket.totalWeightedRefinedPrediction ?? 0) / weight,
        label: (bucket.totalWeightedLabel ?? 0) / weight
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.low - b.low);
}

/** How far labels are from predictions on average over the examples, bucket by bucket; NaN where there are none. */
export function calibrationError(buckets: readonly ICalibrationBucket[]): number {
  const weight = buckets.reduce((sum, each) => sum + each.weight, 0);
  const error = buckets.reduce(
    (sum, each) => sum + each.weight * Math.abs(each.label - each.prediction),
    0
  );
  return weight > 0 ? error / weight : NaN;
}

/** How much labels are above predictions, over all examples; NaN where there are none. */
export function meanResidual(buckets: readonly ICalibrationBucket[]): number {
  const weight = buckets.reduce((sum, each) => sum + each.weight, 0);
  const sum = buckets.reduce((all, each) => all + each.weight * (each.label - each.prediction), 0);
  return weight > 0 ? sum / weight : NaN;
}
