/** Plots that are curves: their points, axes, and what they say in a sentence. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { ICurve, ICurvePoint, IPlaneAxis } from '../../charts/curves-layout';
import type { PlotData } from '../../proto/generated/metrics_pb';
import { count, figure, percent } from '../format';
import type { ICalibrationBucket } from './compute-calibration';
import { calibrationBuckets, calibrationError, meanResidual } from './compute-calibration';
import type { IThresholdPoint, Rate } from './compute-curves';
import {
  bestThreshold,
  precisionRecallArea,
  rateOf,
  rocArea,
  thresholdPoints
} from './compute-curves';
import type { PlotKind } from './plot-kinds';

/** A slice's data, with its colour. */
export interface IPlotSeries {
  readonly name: string;
  readonly color: number;
  readonly data: PlotData;
}

/** Curves, ready to be drawn. */
export interface IPlotCurves {
  readonly curves: readonly ICurve[];
  readonly x: IPlaneAxis;
  readonly y: IPlaneAxis;
  readonly reference: {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  } | null;
  readonly dots: boolean;
  /** By series: an area or an error. */
  readonly words: readonly string[];
}

/** Rates that are drawn by threshold. */
export const RATES: readonly Rate[] = ['accuracy', 'precision', 'recall', 'f1'];

/** What a rate is called. */
export function rateWords(rate: Rate, trans: TranslationBundle): string {
  switch (rate) {
    case 'recall':
      return trans.__('true positive rate (recall)');
    case 'precision':
      return trans.__('precision');
    case 'accuracy':
      return trans.__('accuracy');
    case 'f1':
      return trans.__('F1');
    case 'falsePositiveRate':
      return trans.__('false positive rate');
    case 'falseNegativeRate':
      return trans.__('false negative rate');
    case 'trueNegativeRate':
      return trans.__('true negative rate');
    case 'positiveRate':
      return trans.__('positive rate');
    case 'negativeRate':
      return trans.__('negative rate');
    case 'falseDiscoveryRate':
      return trans.__('false discovery rate');
    case 'falseOmissionRate':
      return trans.__('false omission rate');
  }
}

/**
 * The curves of a kind; null for a kind that is none.
 *
 * @param rate - What is drawn by threshold where there are several series; of one, all rates are.
 */
export function plotCurves(
  kind: PlotKind,
  series: readonly IPlotSeries[],
  rate: Rate,
  trans: TranslationBundle
): IPlotCurves | null {
  switch (kind) {
    case 'roc':
      return rates(series, 'falsePositiveRate', 'recall', trans, points =>
        trans.__('area below the curve %1', figure(rocArea(points)))
      );
    case 'precision-recall':
      return rates(series, 'recall', 'precision', trans, points =>
        trans.__('area below the curve %1', figure(precisionRecallArea(points)))
      );
    case 'gain':
      return rates(series, 'positiveRate', 'recall', trans, points =>
        trans.__('area above chance %1', figure(areaBelow(points, 'positiveRate', 'recall') - 0.5))
      );
    case 'thresholds':
      return byThreshold(series, rate, trans);
    case 'calibration':
    case 'residuals':
      return calibration(series, kind === 'residuals', trans);
    default:
      return null;
  }
}

const UNIT = { low: 0, high: 1 };

function rates(
  series: readonly IPlotSeries[],
  x: Rate,
  y: Rate,
  trans: TranslationBundle,
  say: (points: readonly IThresholdPoint[]) => string
): IPlotCurves {
  const byThreshold = series.map(({ data }) => thresholdPoints(data.confusionMatrixAtThresholds));
  return {
    curves: series.map(({ name, color }, index) => ({
      ...{ name, color },
      points: byThreshold[index].map(point => ({
        x: rateOf(point, x),
        y: rateOf(point, y),
        said: trans.__(
          'threshold %1, %2 %3, %4 %5',
          figure(point.threshold),
          rateWords(x, trans),
          figure(rateOf(point, x)),
          rateWords(y, trans),
          figure(rateOf(point, y))
        )
      }))
    })),
    x: { ...UNIT, name: rateWords(x, trans) },
    y: { ...UNIT, name: rateWords(y, trans) },
    reference: y === 'precision' ? null : { from: [0, 0], to: [1, 1] },
    dots: false,
    words: byThreshold.map(say)
  };
}

function areaBelow(points: readonly IThresholdPoint[], x: Rate, y: Rate): number {
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    const [before, after] = [points[i - 1], points[i]];
    area += ((rateOf(before, x) - rateOf(after, x)) * (rateOf(before, y) + rateOf(after, y))) / 2;
  }
  return points.length > 1 ? area : NaN;
}

function byThreshold(
  series: readonly IPlotSeries[],
  rate: Rate,
  trans: TranslationBundle
): IPlotCurves {
  const points = series.map(({ data }) => thresholdPoints(data.confusionMatrixAtThresholds));
  const curve = (of: readonly IThresholdPoint[], each: Rate): readonly ICurvePoint[] =>
    of.map(point => ({
      x: point.threshold,
      y: rateOf(point, each),
      said: trans.__(
        'threshold %1, %2 %3',
        figure(point.threshold),
        rateWords(each, trans),
        figure(rateOf(point, each))
      )
    }));
  const thresholds = points.flat().map(({ threshold }) => threshold);
  return {
    curves:
      series.length === 1
        ? RATES.map((each, index) => ({
            name: rateWords(each, trans),
            color: index + 1,
            points: curve(points[0], each)
          }))
        : series.map(({ name, color }, index) => ({
            ...{ name, color },
            points: curve(points[index], rate)
          })),
    x: {
      name: trans.__('threshold'),
      low: least(thresholds, 0),
      high: -least(
        thresholds.map(each => -each),
        -1
      )
    },
    y: { ...UNIT, name: series.length === 1 ? '' : rateWords(rate, trans) },
    reference: null,
    dots: false,
    words: points.map(of => {
      const best = bestThreshold(of);
      return best === null
        ? trans.__('no F1 score at any threshold')
        : trans.__(
            'highest F1 %1 at threshold %2',
            figure(rateOf(best, 'f1')),
            figure(best.threshold)
          );
    })
  };
}

function calibration(
  series: readonly IPlotSeries[],
  residuals: boolean,
  trans: TranslationBundle
): IPlotCurves {
  const all = series.map(({ data }) => calibrationBuckets(data.calibrationHistogramBuckets));
  const y = (bucket: ICalibrationBucket): number =>
    residuals ? bucket.label - bucket.prediction : bucket.label;
  const xs = all.flat().map(({ prediction }) => prediction);
  const ys = all.flat().map(y);
  const unit = [...xs, ...(residuals ? [] : ys)].every(value => value >= 0 && value <= 1);
  const span = (values: readonly number[]): { readonly low: number; readonly high: number } => ({
    low: least(values, 0),
    high: -least(
      values.map(value => -value),
      -1
    )
  });
  const plane = unit ? UNIT : span(residuals ? xs : [...xs, ...ys]);
  const far = Math.max(0.01, ...ys.map(Math.abs));
  return {
    curves: series.map(({ name, color }, index) => ({
      ...{ name, color },
      points: all[index].map(bucket => ({
        x: bucket.prediction,
        y: y(bucket),
        said: trans.__(
          'mean prediction %1, mean label %2, %3 examples',
          figure(bucket.prediction),
          figure(bucket.label),
          Number.isInteger(bucket.weight) ? count(bucket.weight) : figure(bucket.weight)
        )
      }))
    })),
    x: { ...plane, name: trans.__('mean prediction') },
    y: residuals
      ? { low: -far, high: far, name: trans.__('label − prediction') }
      : { ...plane, name: trans.__('mean label') },
    reference: residuals
      ? { from: [plane.low, 0], to: [plane.high, 0] }
      : { from: [plane.low, plane.low], to: [plane.high, plane.high] },
    dots: residuals,
    words: all.map(buckets =>
      residuals
        ? residualWords(meanResidual(buckets), trans)
        : trans.__('calibration error %1', errorWords(calibrationError(buckets), unit))
    )
  };
}

function residualWords(residual: number, trans: TranslationBundle): string {
  return residual < 0
    ? trans.__('labels are %1 below predictions on average', figure(-residual))
    : trans.__('labels are %1 above predictions on average', figure(residual));
}

function errorWords(error: number, unit: boolean): string {
  return unit && Number.isFinite(error) ? percent(error) : figure(error);
}

/** The least finite number; another where there is none. */
function least(values: readonly number[], otherwise: number): number {
  let low = Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
    }
  }
  return low === Infinity ? otherwise : low;
}
