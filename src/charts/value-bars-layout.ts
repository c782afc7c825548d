/** Where the bars of values are, side by side for each value. */
import type { IChartSeries } from './chart-frame';
import { numberScale } from './number-scale';
import type { IBox } from './svg-element';

/** A series of counts by value. */
export interface IValueSeries extends IChartSeries {
  /** Most frequent first. */
  readonly values: readonly { readonly label: string; readonly count: number }[];
  /** Of which a count is a share. */
  readonly total: number;
}

/** A value with a bar for each series. */
export interface IValueBars {
  readonly label: string;
  /** By series; null where the series does not have the value. */
  readonly bars: readonly (IValueBar | null)[];
  /** Pixels: the value's own room. */
  readonly start: number;
  readonly size: number;
}

/** A series' bar, with what it stands for: times, and the share of them from 0 to 1. */
export interface IValueBar extends IBox {
  readonly count: number;
  readonly share: number;
}

/** Sizes of bars with labels beside them, in pixels. */
export const VALUE_BARS = { bar: 9, gap: 7, label: 0.38, figure: 64 };

/** Labels of all series: those of the first one first, and then what others have more often than its rest. */
export function valueLabels(series: readonly IValueSeries[], most: number): readonly string[] {
  const shares = new Map<string, number>();
  series.forEach(({ values, total }) =>
    values.slice(0, most).forEach(({ label, count }) => {
      shares.set(label, Math.max(shares.get(label) ?? 0, count / (total || 1)));
    })
  );
  const first = new Map(series.at(0)?.values.map(({ label }, index) => [label, index]));
  const place = (label: string): number => first.get(label) ?? Infinity;
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([label]) => label)
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** Bars that stand, in a box; without labels. */
export function standingBars(
  series: readonly IValueSeries[],
  options: IValueBarsOptions & { readonly height: number }
): readonly IValueBars[] {
  const { width, height, most, log, share } = options;
  const labels = valueLabels(series, most);
  const room = (width - 2) / Math.max(1, labels.length);
  const size = Math.min(room, 24);
  const thick = Math.max(0.75, (size * 0.85) / Math.max(1, series.length));
  const scale = lengthScale(series, height - 2, log, share);
  return valuesOf(series, labels, (label, index, bars) => ({
    label,
    start: 1 + size * index,
    size,
    bars: bars.map((bar, at) => {
      const length = bar ? Math.max(1, scale(share ? bar.share : bar.count)) : 0;
      const x = 1 + size * index + thick * at;
      return bar && { ...bar, x, y: height - 1 - length, width: thick, height: length };
    })
  }));
}

/** Bars that lie, a value below the other; as high as it comes. */
export function lyingBars(
  series: readonly IValueSeries[],
  options: IValueBarsOptions
): { readonly values: readonly IValueBars[]; readonly height: number; readonly left: number } {
  const { width, most, log, share } = options;
  const { bar: thick, gap, label: part, figure } = VALUE_BARS;
  const labels = valueLabels(series, most);
  const left = Math.round(width * part);
  const size = Math.max(14, thick * series.length + gap);
  const scale = lengthScale(series, width - left - figure, log, share);
  const values = valuesOf(series, labels, (label, index, bars) => ({
    label,
    start: size * index,
    size,
    bars: bars.map((bar, at) => {
      const y = size * index + (size - thick * series.length) / 2 + thick * at;
      const length = bar ? Math.max(1, scale(share ? bar.share : bar.count)) : 0;
      return bar && { ...bar, x: left, y, width: length, height: thick - 1 };
    })
  }));
  return { values, height: size * labels.length, left };
}

interface IValueBarsOptions {
  readonly width: number;
  readonly most: number;
  readonly log: boolean;
  readonly share: boolean;
}

type Counted = Pick<IValueBar, 'count' | 'share'>;

function valuesOf(
  series: readonly IValueSeries[],
  labels: readonly string[],
  place: (label: string, index: number, bars: readonly (Counted | null)[]) => IValueBars
): readonly IValueBars[] {
  const counts = series.map(({ values }) => {
    const byLabel = new Map<string, number>();
    for (const { label, count } of values) {
      byLabel.set(label, (byLabel.get(label) ?? 0) + count);
    }
    return byLabel;
  });
  return labels.map((label, index) =>
    place(
      label,
      index,
      series.map(({ total }, at) => {
        const count = counts[at].get(label);
        return count === undefined ? null : { count, share: count / (total || 1) };
      })
    )
  );
}

function lengthScale(
  series: readonly IValueSeries[],
  room: number,
  log: boolean,
  share: boolean
): (value: number) => number {
  const most = series.reduce(
    (all, { values, total }) =>
      values.reduce((a, { count }) => Math.max(a, share ? count / (total || 1) : count), all),
    0
  );
  return numberScale({
    domain: [0, most || 1],
    range: [0, room],
    count: 2,
    log: log ? (share ? (most || 1) / 1000 : 1) : null
  });
}
