/** Where the bars of a measure are: one below the other, with intervals; and what it is for all. */
import type { INumberScale } from './number-scale';
import { numberScale } from './number-scale';

/** A measured value. */
export interface IMeasure {
  readonly name: string;
  /** A finite number. */
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

/** Sizes in pixels. */
export const MEASURE = { row: 20, bar: 12, names: 0.36, most: 220, figure: 68, foot: 18 };

/** All in pixels. */
export interface IMeasureLayout {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly scale: INumberScale;
  /** Where zero is, or the end that is nearest to it. */
  readonly zero: number;
  /** By bar: its middle. */
  readonly middles: readonly number[];
}

/** The layout; as high as it comes. */
export function measureLayout(
  measures: readonly IMeasure[],
  options: { readonly width: number; readonly mark: number | null }
): IMeasureLayout {
  const { width, mark } = options;
  const left = Math.round(Math.min(MEASURE.most, width * MEASURE.names));
  const right = width - MEASURE.figure;
  const values = measures.flatMap(({ value, interval }) =>
    interval ? [value, interval.lower, interval.upper] : [value]
  );
  const all = [0, ...values, ...(mark === null ? [] : [mark])].filter(Number.isFinite);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const scale = numberScale({
    domain: low === high ? [low, low + 1] : [low, high],
    range: [left, right],
    count: Math.max(2, Math.floor((right - left) / 70))
  });
  return {
    ...{ left, right, scale },
    height: MEASURE.row * measures.length + MEASURE.foot,
    zero: scale(0),
    middles: measures.map((_measure, index) => MEASURE.row * (index + 0.5))
  };
}
