/** Where the bars of a histogram are. */
import type { IAxis, IChartSeries, IPlotArea } from './chart-frame';
import { plotArea } from './chart-frame';
import { numberScale, shareText, tickText } from './number-scale';
import type { IBox } from './svg-element';
import type { IValueBucket } from './value-range';
import { finiteRange } from './value-range';

/** A series of counts by value. */
export interface IHistogramSeries extends IChartSeries {
  readonly buckets: readonly IValueBucket[];
}

/** A bar, and what it stands for. */
export interface IHistogramBar extends IBox {
  readonly bucket: IValueBucket;
}

/** A histogram in pixels. */
export interface IHistogramLayout {
  readonly area: IPlotArea;
  readonly x: IAxis;
  readonly y: IAxis;
  /** By series. */
  readonly bars: readonly (readonly IHistogramBar[])[];
}

/** Least width of a bar, and height of one that is not empty. */
const LEAST = 1.5;

/**
 * Puts bars from zero upwards. Where series have buckets of different widths their heights are per width of the first
 * series' buckets: a height means the same for all.
 */
export function histogramLayout(
  series: readonly IHistogramSeries[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly axes: boolean;
    readonly log: boolean;
    readonly share: boolean;
  }
): IHistogramLayout {
  const { width, height, axes, log, share } = options;
  const area = plotArea(width, height, axes);
  const range = finiteRange(series.flatMap(({ buckets }) => buckets));
  const unit = widthOf(series.flatMap(({ buckets }) => buckets));
  const heights = series.map(({ buckets }) => {
    const total = share ? buckets.reduce((sum, { sampleCount }) => sum + sampleCount, 0) : 1;
    return buckets.map(bucket => heightOf(bucket, unit) / (total || 1));
  });
  const most = heights.flat().reduce((a, b) => Math.max(a, b), 0) || 1;
  const x = numberScale({
    domain: [range.low, range.high],
    range: [area.left, area.right],
    count: Math.max(2, Math.floor(width / 80))
  });
  const y = numberScale({
    domain: [0, most],
    range: [area.bottom, area.top],
    count: Math.max(2, Math.floor(height / 40)),
    log: log ? (share ? most / 1000 : 1) : null
  });
  const bars = series.map(({ buckets }, at) =>
    buckets.map((bucket, index) => {
      const left = x(Math.max(bucket.lowValue, range.low));
      const right = x(Math.min(bucket.highValue, range.high));
      const thick = Math.max(LEAST * 2, right - left - (axes ? 1 : 0.5));
      const value = heights[at][index];
      const top = value > 0 ? Math.min(y(value), area.bottom - LEAST) : area.bottom;
      const start = right - left < LEAST * 2 ? (left + right - thick) / 2 : left;
      return { x: start, y: top, width: thick, height: area.bottom - top, bucket };
    })
  );
  return {
    ...{ area, bars },
    x: { scale: x, text: tickText },
    y: { scale: y, text: share ? shareText : tickText }
  };
}

/** The first width that a bucket has; 0 where none has any. */
function widthOf(buckets: readonly IValueBucket[]): number {
  const first = buckets.find(
    ({ lowValue, highValue }) => highValue > lowValue && Number.isFinite(highValue - lowValue)
  );
  return first ? first.highValue - first.lowValue : 0;
}

function heightOf({ lowValue, highValue, sampleCount }: IValueBucket, unit: number): number {
  const width = highValue - lowValue;
  // Widths that differ by rounding alone are the same.
  return width > 0 && Number.isFinite(width) && Math.abs(width / unit - 1) > 1e-6 && unit > 0
    ? (sampleCount * unit) / width
    : sampleCount;
}
