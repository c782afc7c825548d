/** Where curves in a plane are: of two measures that both have a scale of their own. */
import type { IAxis, IChartSeries, IPlotArea } from './chart-frame';
import { plotArea } from './chart-frame';
import { numberScale, tickText } from './number-scale';

/** A curve; its points are joined in their order. */
export interface ICurve extends IChartSeries {
  readonly points: readonly ICurvePoint[];
}

/** A point, and what it says when it is looked at. */
export interface ICurvePoint {
  readonly x: number;
  readonly y: number;
  readonly said: string;
}

/** What an axis spans, and its name. */
export interface IPlaneAxis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** There is nothing between whole numbers. */
  readonly whole?: boolean;
}

/** A point in pixels. */
export interface IPlacedCurvePoint {
  readonly left: number;
  readonly top: number;
  readonly said: string;
}

/** All in pixels. */
export interface ICurvesLayout {
  readonly area: IPlotArea;
  readonly x: IAxis;
  readonly y: IAxis;
  /** By curve: points that are finite. */
  readonly curves: readonly (readonly IPlacedCurvePoint[])[];
}

/** Room for the names of the axes. */
const NAME = 14;

/** The layout; what is beyond an axis is put at its end. */
export function curvesLayout(
  curves: readonly ICurve[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly x: IPlaneAxis;
    readonly y: IPlaneAxis;
  }
): ICurvesLayout {
  const { width, height } = options;
  const all = plotArea(width, height - NAME, true);
  const area = { ...all, top: all.top + NAME };
  const x = axis(options.x, [area.left, area.right], width / 80);
  const y = axis(options.y, [area.bottom, area.top], height / 50);
  return {
    ...{ area, x, y },
    curves: curves.map(({ points }) =>
      points
        .filter(point => Number.isFinite(point.x) && Number.isFinite(point.y))
        .map(point => ({ left: x.scale(point.x), top: y.scale(point.y), said: point.said }))
    )
  };
}

function axis(
  { low, high, whole }: IPlaneAxis,
  range: readonly [number, number],
  count: number
): IAxis {
  const domain: [number, number] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  return {
    scale: numberScale({ domain, range, count: Math.max(2, Math.floor(count)), whole }),
    text: tickText
  };
}

/** The point that is nearest to a place, and its curve; null where there are none. */
export function nearestPoint(
  curves: ICurvesLayout['curves'],
  left: number,
  top: number
): { readonly curve: number; readonly index: number } | null {
  let found: { curve: number; index: number } | null = null;
  let least = Infinity;
  curves.forEach((points, curve) =>
    points.forEach((point, index) => {
      const far = (point.left - left) ** 2 + (point.top - top) ** 2;
      if (far < least) {
        least = far;
        found = { curve, index };
      }
    })
  );
  return found;
}
