/** What a classifier does at all thresholds, slice by slice. */
import type { IBySlice } from './by-slice';
import { thresholdOf } from './ranking';

/** All of them, one slice after the other. */
export interface ICurves {
  /** Where each slice begins, and one more. Between two places nothing changes. */
  readonly starts: Uint32Array;
  /** Steps of the ranking, descending: see `IRanking.steps`. */
  readonly steps: Uint16Array;
  /** Positive and negative weight that is at this step or above. */
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Of the ranking. */
  readonly thresholds: number;
}

/** Counts at a threshold; of weight. */
export interface ICounts {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** All slices in two passes. */
export function curvesOf(
  { slices, starts: from, steps, positives, negatives }: IBySlice,
  thresholds: number
): ICurves {
  const starts = new Uint32Array(slices + 1);
  let size = 0;
  for (let slice = 0; slice < slices; slice++) {
    for (let at = from[slice]; at < from[slice + 1]; at++) {
      size += at === from[slice] || steps[at] !== steps[at - 1] ? 1 : 0;
    }
    starts[slice + 1] = size;
  }
  const curves = {
    ...{ starts, thresholds },
    steps: new Uint16Array(size),
    positives: new Float64Array(size),
    negatives: new Float64Array(size)
  };
  let own = -1;
  for (let slice = 0; slice < slices; slice++) {
    let [positive, negative] = [0, 0];
    for (let at = from[slice]; at < from[slice + 1]; at++) {
      positive += positives[at];
      negative += negatives[at];
      if (at === from[slice] || steps[at] !== steps[at - 1]) {
        curves.steps[++own] = steps[at];
      }
      curves.positives[own] = positive;
      curves.negatives[own] = negative;
    }
  }
  return curves;
}

/** What is positive at the lowest threshold: all. */
export function totalsOf(
  { starts, positives, negatives }: ICurves,
  slice: number
): { readonly positives: number; readonly negatives: number } {
  const last = starts[slice + 1] - 1;
  return last < starts[slice]
    ? { positives: 0, negatives: 0 }
    : { positives: positives[last], negatives: negatives[last] };
}

/** TFMA's `confusion_matrix_plot` puts its first threshold so far below 0. */
const OUTSIDE = 1e-6;

/**
 * A slice at evenly spaced thresholds, ascending, as TFMA's ConfusionMatrixPlot has them.
 *
 * @param parts - Of the way from 0 to 1; their ends are thresholds, and one below 0 is.
 */
export function plotCounts(curves: ICurves, slice: number, parts: number): readonly ICounts[] {
  const counts: ICounts[] = [];
  let at = curves.starts[slice + 1] - 1;
  for (let point = -1; point <= parts; point++) {
    const threshold = point < 0 ? -OUTSIDE : point / parts;
    // The last step at which all is above the threshold; at 0 and below, that is the lowest.
    while (
      threshold > 0 &&
      at >= curves.starts[slice] &&
      thresholdOf(curves.steps[at], curves.thresholds) < threshold
    ) {
      at--;
    }
    counts.push(countsAt(curves, slice, at, threshold));
  }
  return counts;
}

/** Counts where what is at a place of a curve or before it is positive; before its start, nothing is. */
export function countsAt(curves: ICurves, slice: number, at: number, threshold: number): ICounts {
  const all = totalsOf(curves, slice);
  const some = at >= curves.starts[slice];
  const truePositives = some ? curves.positives[at] : 0;
  const falsePositives = some ? curves.negatives[at] : 0;
  return {
    ...{ threshold, truePositives, falsePositives },
    trueNegatives: all.negatives - falsePositives,
    falseNegatives: all.positives - truePositives
  };
}

/** The threshold above which just the steps up to a place are: before a curve's start, above all. */
export function thresholdAt(curves: ICurves, slice: number, at: number): number {
  return at < curves.starts[slice]
    ? 1
    : Math.max(0, thresholdOf(curves.steps[at], curves.thresholds));
}
