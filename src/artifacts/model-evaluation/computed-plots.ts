/** Plots that the page reckoned of predictions, as TFMA would have written them. */
import { create } from '@bufbuild/protobuf';

import type { ISlicePlots } from '../../metrics/questions';
import type { PlotData } from '../../proto/generated/metrics_pb';
import { PlotDataSchema } from '../../proto/generated/metrics_pb';
import { NO_CLASS } from './compute-confusion';

/** A slice's plots. */
export function plotDataOf({ counts, buckets, confusion, labels }: ISlicePlots): PlotData {
  return create(PlotDataSchema, {
    ...(counts.length > 0
      ? { confusionMatrixAtThresholds: { matrices: counts.map(each => ({ ...each })) } }
      : {}),
    ...(buckets.length > 0
      ? {
          calibrationHistogramBuckets: {
            buckets: buckets.map(({ low, high, weight, labels: sum, predictions }) => ({
              lowerThresholdInclusive: low,
              upperThresholdExclusive: high,
              numWeightedExamples: weight,
              totalWeightedLabel: sum,
              totalWeightedRefinedPrediction: predictions
            }))
          }
        }
      : {}),
    ...(confusion.length > 0
      ? {
          multiClassConfusionMatrixAtThresholds: {
            matrices: confusion.map(({ threshold, weights }) => ({
              threshold,
              entries: weights.flatMap((row, actualClassId) =>
                row.flatMap((numWeightedExamples, id) =>
                  numWeightedExamples === 0
                    ? []
                    : {
                        ...{ actualClassId, numWeightedExamples },
                        predictedClassId: id === row.length - 1 ? NO_CLASS : id
                      }
                )
              )
            }))
          }
        }
      : {}),
    ...(labels.length > 0
      ? {
          multiLabelConfusionMatrixAtThresholds: {
            matrices: labels.map(({ threshold, counts: matrix }) => ({
              threshold,
              entries: matrix.flatMap((row, actualClassId) =>
                row.map((each, predictedClassId) => ({ actualClassId, predictedClassId, ...each }))
              )
            }))
          }
        }
      : {})
  });
}
