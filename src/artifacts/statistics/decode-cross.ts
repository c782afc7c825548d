/** Statistics of two features together, from their messages. */
import type {
  CrossFeatureStatistics,
  LiftSeries,
  LiftSeries_LiftValue
} from '../../proto/generated/statistics_pb';
import { count } from '../decode-integer';
import type { ICrossStatistics, ILiftSeries, ILiftValue } from './statistics';

/** Correlation, or lift. */
export function decodeCross({
  pathX,
  pathY,
  count: examples,
  crossStats
}: CrossFeatureStatistics): ICrossStatistics {
  const categorical = crossStats.case === 'categoricalCrossStats' ? crossStats.value.lift : null;
  return {
    pathX: pathX?.step ?? [],
    pathY: pathY?.step ?? [],
    count: count(examples),
    numeric:
      crossStats.case === 'numCrossStats'
        ? { correlation: crossStats.value.correlation, covariance: crossStats.value.covariance }
        : null,
    lift: categorical?.liftSeries.map(series) ?? [],
    weightedLift: categorical?.weightedLiftSeries.map(series) ?? []
  };
}

function series({ yValue, yCountValue, liftValues }: LiftSeries): ILiftSeries {
  return {
    y:
      yValue.case === 'yBucket'
        ? { lowValue: yValue.value.lowValue, highValue: yValue.value.highValue }
        : (yValue.value ?? null),
    yCount: either(yCountValue.value),
    values: liftValues.map(liftValue)
  };
}

function liftValue({
  xValue,
  lift,
  xCountValue,
  xAndYCountValue
}: LiftSeries_LiftValue): ILiftValue {
  return {
    x: xValue.value ?? null,
    lift,
    xCount: either(xCountValue.value),
    xAndYCount: either(xAndYCountValue.value)
  };
}

/** A count or a weight. */
function either(value: bigint | number | undefined): number {
  return Number(value ?? 0);
}
