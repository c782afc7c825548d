import { create } from '@bufbuild/protobuf';

import {
  CalibrationHistogramBucketsSchema,
  ConfusionMatrixAtThresholdsSchema,
  MultiClassConfusionMatrixAtThresholdsSchema
} from '../../../proto/generated/metrics_pb';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { calibrationBuckets, calibrationError, meanResidual } from '../compute-calibration';
import { classConfusions, rightOf, worstOf } from '../compute-confusion';
import {
  bestThreshold,
  nearestThreshold,
  precisionRecallArea,
  rateOf,
  rocArea,
  thresholdPoints
} from '../compute-curves';
import { decodeEvaluation } from '../decode';
import { loadPlots } from '../decode-plots';

const { signal } = new AbortController();

/** Of six predictions at five thresholds. */
const points = thresholdPoints(
  create(ConfusionMatrixAtThresholdsSchema, {
    matrices: [
      [1, 0, 0, 3, 3],
      [0, 3, 3, 0, 0],
      [0.25, 3, 2, 1, 0],
      [0.5, 2, 1, 2, 1],
      [0.75, 1, 0, 3, 2]
    ].map(([threshold, truePositives, falsePositives, trueNegatives, falseNegatives]) => ({
      ...{ threshold, truePositives, falsePositives, trueNegatives, falseNegatives }
    }))
  })
);

describe('areas below curves', () => {
  it('are those of Keras at the same thresholds', () => {
    expect(rocArea(points)).toBeCloseTo(0.777777791, 6);
    expect(precisionRecallArea(points)).toBeCloseTo(0.8007864952, 6);
  });

  it('are not there where nothing is known', () => {
    expect([rocArea([]), precisionRecallArea([])]).toEqual([NaN, NaN]);
    const none = points.map(point => ({ ...point, truePositives: 0, falseNegatives: 0 }));
    expect([rocArea(none), precisionRecallArea(none)]).toEqual([NaN, NaN]);
  });

  it('are near those of TFMA at other thresholds', async () => {
    const fixture = readFixtures().find(
      ({ type, name }) => type === 'ModelEvaluation' && name === 'two-classes'
    )!;
    const source = new FixtureSource(fixture);
    const { metrics, plots } = await decodeEvaluation(source, signal);
    const table = await loadPlots(source, plots, signal);
    const auc = metrics.columns.findIndex(
      ({ name, model, weighted, diff }) =>
        name === 'auc' && model === 'candidate' && weighted === true && !diff
    );
    const overall = table.slices.findIndex(({ slice }) => slice.length === 0);
    const row = [...Array(metrics.rowCount).keys()].find(
      each => metrics.slice(each).slice.length === 0
    )!;
    const plot = table
      .plots(overall)
      .find(({ key }) => key.model === 'candidate' && key.weighted === true);
    const area = rocArea(thresholdPoints(plot?.data.confusionMatrixAtThresholds));
    expect(area).toBeCloseTo(metrics.number(row, auc), 2);
  });
});

it('rates are shares of the right whole', () => {
  const point = nearestThreshold(points, 0.55)!;
  expect(point.threshold).toBe(0.5);
  expect(
    (['recall', 'precision', 'falsePositiveRate', 'falseOmissionRate', 'accuracy'] as const).map(
      rate => rateOf(point, rate)
    )
  ).toEqual([2 / 3, 2 / 3, 1 / 3, 1 / 3, 4 / 6]);
  expect(bestThreshold(points)?.threshold).toBe(0.25);
});

it('calibration is by bucket, weighted', () => {
  const buckets = calibrationBuckets(
    create(CalibrationHistogramBucketsSchema, {
      buckets: [
        [-Infinity, 0, 0, 0, 0],
        [0, 0.5, 4, 1, 1.2],
        [0.5, 1, 2, 2, 1.4]
      ].map(([low, high, weight, label, prediction]) => ({
        lowerThresholdInclusive: low,
        upperThresholdExclusive: high,
        numWeightedExamples: weight,
        totalWeightedLabel: label,
        totalWeightedRefinedPrediction: prediction
      }))
    })
  );
  expect(buckets).toHaveLength(2);
  expect(calibrationError(buckets)).toBeCloseTo((0.2 + 0.6) / 6);
  expect(meanResidual(buckets)).toBeCloseTo((-0.2 + 0.6) / 6);
});

it('a confusion of classes has rows for actual classes, and none last', () => {
  const [matrix] = classConfusions(
    create(MultiClassConfusionMatrixAtThresholdsSchema, {
      matrices: [
        {
          threshold: 0.5,
          entries: [
            { actualClassId: 0, predictedClassId: 0, numWeightedExamples: 5 },
            { actualClassId: 0, predictedClassId: -1, numWeightedExamples: 3 },
            { actualClassId: 1, predictedClassId: 0, numWeightedExamples: 2 }
          ]
        }
      ]
    })
  );
  expect(matrix).toMatchObject({ actual: [0, 1], predicted: [0, 1, -1], left: 0 });
  expect(matrix.values).toEqual([
    [5, 0, 3],
    [2, 0, 0]
  ]);
  expect(rightOf(matrix)).toEqual({ right: 5, all: 10 });
  expect(worstOf(matrix)).toEqual({ actual: 0, predicted: -1, value: 3 });
});
