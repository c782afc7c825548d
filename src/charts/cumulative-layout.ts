/** Where the lines of cumulative shares are. */
import type { IAxis, IChartSeries, IPlotArea } from './chart-frame';
import { plotArea } from './chart-frame';
import { numberScale, shareText, tickText } from './number-scale';

/** A series of points. */
export interface ICumulativeSeries extends IChartSeries {
  /** By x; shares go up to 1, or less where not all is known. */
  readonly points: readonly { readonly x: number; readonly share: number }[];
}

/** Lines in pixels. */
export interface ICumulativeLayout {
  readonly area: IPlotArea;
  readonly x: IAxis;
  readonly y: IAxis;
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** Puts points; those without a finite x are at the ends. */
export function cumulativeLayout(
  series: readonly ICumulativeSeries[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly axes: boolean;
    readonly log: boolean;
  }
): ICumulativeLayout {
  const { width, height, axes, log } = options;
  const area = plotArea(width, height, axes);
  let low = Infinity;
  let high = -Infinity;
  for (const { points } of series) {
    for (const point of points) {
      if (Number.isFinite(point.x)) {
        low = Math.min(low, point.x);
        high = Math.max(high, point.x);
      }
    }
  }
  const domain: [number, number] =
    low > high ? [0, 1] : low === high ? [low - 0.5, high + 0.5] : [low, high];
  const x = numberScale({
    domain,
    range: [area.left, area.right],
    count: Math.max(2, Math.floor(width / 80)),
    whole: series.every(({ points }) => points.every(point => Number.isInteger(point.x))),
    log: log ? Math.max(Math.abs(domain[0]), Math.abs(domain[1])) / 1000 : null
  });
  const y = numberScale({
    domain: [0, 1],
    range: [area.bottom, area.top],
    count: height > 120 ? 4 : 2
  });
  return {
    area,
    x: { scale: x, text: tickText },
    y: { scale: y, text: shareText },
    lines: series.map(({ points }) => points.map(point => [x(point.x), y(point.share)]))
  };
}
