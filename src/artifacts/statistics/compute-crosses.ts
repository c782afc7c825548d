/** What is known of a feature together with others. */
import type { ICrossStatistics, ILiftSeries } from './statistics';

/** Correlation with another feature. */
export interface ICorrelated {
  readonly other: string;
  readonly correlation: number;
  readonly covariance: number;
  readonly count: number;
}

/** A value that is likelier, or less likely, where another feature has a value. */
export interface ILifted {
  readonly other: string;
  readonly x: string;
  readonly y: string;
  readonly lift: number;
  readonly count: number;
}

/** Strongest first. */
export function correlatedWith(
  crosses: readonly ICrossStatistics[],
  path: readonly string[]
): readonly ICorrelated[] {
  const key = path.join('\0');
  return crosses
    .flatMap(({ pathX, pathY, numeric, count }) => {
      const isX = pathX.join('\0') === key;
      return numeric && (isX || pathY.join('\0') === key)
        ? [{ other: (isX ? pathY : pathX).join('.'), ...numeric, count }]
        : [];
    })
    .sort((a, b) => Math.abs(b.correlation || 0) - Math.abs(a.correlation || 0));
}

/** Lift of a feature's values, the furthest from 1 first. */
export function liftedBy(
  crosses: readonly ICrossStatistics[],
  path: readonly string[],
  weighted: boolean
): readonly ILifted[] {
  const key = path.join('\0');
  return crosses
    .filter(({ pathX }) => pathX.join('\0') === key)
    .flatMap(cross => {
      const series = weighted && cross.weightedLift.length > 0 ? cross.weightedLift : cross.lift;
      const other = cross.pathY.join('.');
      return series.flatMap(({ y, values }) =>
        values.map(({ x, lift, xAndYCount }) => ({
          ...{ other, lift, count: xAndYCount },
          x: String(x ?? ''),
          y: bucketText(y)
        }))
      );
    })
    .sort((a, b) => Math.abs(Math.log(b.lift || 1e-9)) - Math.abs(Math.log(a.lift || 1e-9)));
}

function bucketText(y: ILiftSeries['y']): string {
  return typeof y === 'object' && y !== null ? `[${y.lowValue}, ${y.highValue})` : String(y ?? '');
}
