/** Where the lines of values by step are. */
import type { IAxis, IChartSeries, IPlotArea } from './chart-frame';
import { plotArea } from './chart-frame';
import { numberScale, tickText } from './number-scale';

/** A series of points, by x. */
export interface ILineSeries extends IChartSeries {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A point in pixels, with what it stands for. */
export interface IPlacedPoint {
  readonly left: number;
  readonly top: number;
  readonly x: number;
  readonly y: number;
}

/** All in pixels. */
export interface ILineLayout {
  readonly area: IPlotArea;
  readonly x: IAxis;
  readonly y: IAxis;
  /** By series: pieces without a gap; a value that is no finite number is one. */
  readonly lines: readonly (readonly (readonly IPlacedPoint[])[])[];
}

/** The layout; all finite values are within the axes. */
export function lineLayout(
  series: readonly ILineSeries[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly axes: boolean;
    readonly log: boolean;
  }
): ILineLayout {
  const { width, height, axes, log } = options;
  const area = plotArea(width, height, axes);
  const xs = extent(series, point => point.x);
  const ys = extent(series, point => point.y);
  const positive = log && ys.least !== null;
  const pad = positive ? 0 : ys.high * 0.05 - ys.low * 0.05 || Math.abs(ys.low) * 0.1 || 0.5;
  const x = numberScale({
    domain: xs.low === xs.high ? [xs.low - 0.5, xs.high + 0.5] : [xs.low, xs.high],
    range: [area.left, area.right],
    count: Math.max(2, Math.floor(width / 80)),
    whole: series.every(({ points }) => points.every(point => Number.isInteger(point.x)))
  });
  const y = numberScale({
    domain: [ys.low - pad, ys.high + pad],
    range: [area.bottom, area.top],
    count: height > 120 ? 4 : 2,
    log: positive ? (ys.least ?? 1) / 10 : null
  });
  return {
    area,
    x: { scale: x, text: tickText },
    y: { scale: y, text: tickText },
    lines: series.map(({ points }) => {
      const pieces: IPlacedPoint[][] = [];
      let piece: IPlacedPoint[] | null = null;
      for (const point of points) {
        if (Number.isFinite(point.y) && Number.isFinite(point.x)) {
          if (piece === null) {
            piece = [];
            pieces.push(piece);
          }
          piece.push({ left: x(point.x), top: y(point.y), x: point.x, y: point.y });
        } else {
          piece = null;
        }
      }
      return pieces;
    })
  };
}

/** Of all finite numbers; `least` is the least above zero. */
function extent(
  series: readonly ILineSeries[],
  of: (point: { readonly x: number; readonly y: number }) => number
): { readonly low: number; readonly high: number; readonly least: number | null } {
  let low = Infinity;
  let high = -Infinity;
  let least = Infinity;
  for (const { points } of series) {
    for (const point of points) {
      const value = of(point);
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        least = value > 0 ? Math.min(least, value) : least;
      }
    }
  }
  return low > high
    ? { low: 0, high: 1, least: null }
    : { low, high, least: Number.isFinite(least) ? least : null };
}
