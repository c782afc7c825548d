/** Where the quantiles of each series are: a lane per series. */
import type { IAxis, IChartSeries, IPlotArea } from './chart-frame';
import { plotArea } from './chart-frame';
import { numberScale, tickText } from './number-scale';
import type { IBox } from './svg-element';
import type { IValueBucket } from './value-range';
import { finiteRange, isWhole } from './value-range';

/** A series of buckets with about the same count each. */
export interface IQuantileSeries extends IChartSeries {
  readonly buckets: readonly IValueBucket[];
}

/** A part of a lane. */
export interface IQuantileBox extends IBox {
  readonly bucket: IValueBucket;
  /** Every other one is drawn darker. */
  readonly odd: boolean;
}

/** Quantiles in pixels. */
export interface IQuantilesLayout {
  readonly area: IPlotArea;
  readonly x: IAxis;
  readonly lanes: readonly {
    readonly boxes: readonly IQuantileBox[];
    /** null where there is none. */
    readonly median: IBox | null;
  }[];
}

/** Puts the lanes below each other. */
export function quantilesLayout(
  series: readonly IQuantileSeries[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly axes: boolean;
    readonly log: boolean;
  }
): IQuantilesLayout {
  const { width, height, axes, log } = options;
  const area = { ...plotArea(width, height, axes), left: axes ? 8 : 1 };
  const range = finiteRange(series.flatMap(({ buckets }) => buckets));
  const x = numberScale({
    domain: [range.low, range.high],
    range: [area.left, area.right],
    count: Math.max(2, Math.floor(width / 80)),
    whole: isWhole(series.flatMap(({ buckets }) => buckets)),
    log: log ? Math.max(Math.abs(range.low), Math.abs(range.high)) / 1000 : null
  });
  const room = (area.bottom - area.top) / Math.max(1, series.length);
  const thick = Math.min(room * 0.75, 28);
  const lanes = series.map(({ buckets }, lane) => {
    const y = area.top + room * lane + (room - thick) / 2;
    const boxes = buckets.map((bucket, index) => {
      const left = x(Math.max(bucket.lowValue, range.low));
      const right = x(Math.min(bucket.highValue, range.high));
      const wide = Math.max(1.5, right - left);
      return { x: left, y, width: wide, height: thick, bucket, odd: index % 2 === 1 };
    });
    const value = medianOf(buckets);
    const median =
      value === null ? null : { x: x(value) - 1, y: y - 2, width: 2, height: thick + 4 };
    return { boxes, median };
  });
  return { area, x: { scale: x, text: tickText }, lanes };
}

/** The bound where half of the count is reached, between bounds where it is within a bucket. */
function medianOf(buckets: readonly IValueBucket[]): number | null {
  const half = buckets.reduce((sum, { sampleCount }) => sum + sampleCount, 0) / 2;
  let before = 0;
  for (const { lowValue, highValue, sampleCount } of buckets) {
    if (sampleCount > 0 && before + sampleCount >= half) {
      const value = lowValue + ((highValue - lowValue) * (half - before)) / sampleCount;
      return Number.isFinite(value) ? value : null;
    }
    before += sampleCount;
  }
  return null;
}
