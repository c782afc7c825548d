/** Where the axes and lines of parallel coordinates are. */
import type { INumberScale } from './number-scale';
import { numberScale, tickText } from './number-scale';

/** An axis, with a value for each line; null where a line has none. */
export type IParallelAxis =
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly log: boolean;
      readonly values: readonly (number | null)[];
    }
  | {
      readonly name: string;
      readonly kind: 'words';
      readonly words: readonly string[];
      /** Indices of words. */
      readonly values: readonly (number | null)[];
    };

/** Lines through axes. */
export interface IParallelData {
  readonly axes: readonly IParallelAxis[];
  readonly lines: readonly {
    readonly id: string;
    /** How much it stands out, from 0 to 1. */
    readonly strength: number;
  }[];
}

/** A place on an axis with what it stands for. */
export interface IParallelTick {
  readonly y: number;
  readonly text: string;
}

/** All in pixels. */
export interface IParallelLayout {
  readonly width: number;
  readonly axes: readonly {
    readonly name: string;
    readonly x: number;
    readonly ticks: readonly IParallelTick[];
  }[];
  readonly top: number;
  readonly bottom: number;
  /** Of each line, its y on each axis. */
  readonly lines: readonly (readonly number[])[];
}

/** Pixels: the least between two axes, for names above, for lines with no value below, beside the outer axes. */
export const PARALLEL = { gap: 84, name: 20, none: 18, side: 52, font: 10 };

/** The layout; wider than it should be where the axes need more. */
export function parallelLayout(
  { axes, lines }: IParallelData,
  { width, height }: { readonly width: number; readonly height: number }
): IParallelLayout {
  const wide = Math.max(width, 2 * PARALLEL.side + (axes.length - 1) * PARALLEL.gap);
  const gap = axes.length > 1 ? (wide - 2 * PARALLEL.side) / (axes.length - 1) : 0;
  const top = PARALLEL.name + 6;
  const none = axes.some(({ values }) => values.includes(null));
  const bottom = height - 8 - (none ? PARALLEL.none : 0);
  const placed = axes.map((axis, index) => {
    const at = scaleOf(axis, bottom, top);
    return {
      x: PARALLEL.side + index * gap,
      place: (value: number | null) => (value === null ? bottom + PARALLEL.none : at.scale(value)),
      ticks: [
        ...at.ticks,
        ...(axis.values.includes(null) ? [{ y: bottom + PARALLEL.none, text: '–' }] : [])
      ]
    };
  });
  return {
    width: wide,
    axes: placed.map(({ x, ticks }, index) => ({ name: axes[index].name, x, ticks })),
    top,
    bottom,
    lines: lines.map((_, line) =>
      placed.map(({ place }, axis) => place(axes[axis].values[line] ?? null))
    )
  };
}

function scaleOf(
  axis: IParallelAxis,
  bottom: number,
  top: number
): { readonly scale: (value: number) => number; readonly ticks: readonly IParallelTick[] } {
  if (axis.kind === 'words') {
    const last = Math.max(1, axis.words.length - 1);
    const scale = (value: number): number =>
      axis.words.length === 1 ? (bottom + top) / 2 : bottom + (value / last) * (top - bottom);
    return { scale, ticks: axis.words.map((text, index) => ({ y: scale(index), text })) };
  }
  let low = Infinity;
  let high = -Infinity;
  for (const value of axis.values) {
    low = Math.min(low, value ?? low);
    high = Math.max(high, value ?? high);
  }
  if (low > high) {
    [low, high] = [0, 1];
  }
  const scale: INumberScale = numberScale({
    domain: [low, high],
    range: [bottom, top],
    count: 4,
    log: axis.log ? low / 1000 : null
  });
  // Few values are named as they are.
  const distinct = [...new Set(axis.values)].filter(value => value !== null);
  const named = distinct.length <= 6 ? distinct : [...new Set([low, ...scale.ticks, high])];
  const ticks = named
    .map(value => ({ y: scale(value), text: tickText(Number(value.toPrecision(3))) }))
    .sort((a, b) => b.y - a.y);
  return { scale, ticks: apart(ticks) };
}

/** Without those that would run into each other; the outer ones stay. */
function apart(ticks: readonly IParallelTick[]): readonly IParallelTick[] {
  const last = ticks.at(-1);
  const kept: IParallelTick[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1)?.y ?? Infinity;
    if (tick === last || (before - tick.y >= 12 && (last ? tick.y - last.y >= 12 : true))) {
      kept.push(tick);
    }
  }
  return kept;
}
