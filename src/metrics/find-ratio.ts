/** Holds slices against all other rows by a ratio of sums: its error is known by linearization. */
import type { ICells } from './find-cells';
import type { IComparer, ICompared } from './find-comparer';

/** Of each row, what it adds above and below. */
export interface IRatio {
  readonly above: Float64Array;
  readonly below: Float64Array;
  readonly higherIsBetter: boolean;
  /** The metric is the root of the ratio. */
  readonly isRoot: boolean;
}

/** Sums of a slice: of `above` and `below` first and second moments. */
const SIZE = 5;

/** Sums of all cells in one pass; those of the other rows are what is left. */
export class RatioComparer implements IComparer {
  readonly order = null;
  readonly higherIsBetter: boolean;

  constructor(private readonly _ratio: IRatio) {
    this.higherIsBetter = _ratio.higherIsBetter;
    const { above } = _ratio;
    this._all = this._sums(new Int32Array(above.length), null, 1);
  }

  compare({ ids, codes, places }: ICells): readonly (ICompared | null)[] {
    const sums = this._sums(codes, places, ids.length);
    return ids.map((_, cell) => this._one(sums.subarray(cell * SIZE, (cell + 1) * SIZE)));
  }

  private _one(sums: Float64Array): ICompared | null {
    const others = this._all.map((sum, at) => sum - sums[at]);
    const [above, below] = sums;
    // Of nothing, sums of weights may leave the last digits.
    const least = this._all[1] * 1e-12;
    if (!(below > least) || !(others[1] > least)) {
      return null;
    }
    const own = above / below;
    const rest = others[0] / others[1];
    const errors = [variance(own, sums), variance(rest, others)];
    const share = below / this._all[1];
    if (!this._ratio.isRoot) {
      return { share, value: own, rest, error: Math.sqrt(errors[0] + errors[1]) };
    }
    // The error of a root, to first order.
    const [first, second] = [errors[0] / (4 * own), errors[1] / (4 * rest)];
    return {
      share,
      value: Math.sqrt(own),
      rest: Math.sqrt(rest),
      error: Math.sqrt(first + second)
    };
  }

  private _sums(codes: Int32Array, places: Uint32Array | null, cells: number): Float64Array {
    const { above, below } = this._ratio;
    const sums = new Float64Array(cells * SIZE);
    for (let at = 0; at < codes.length; at++) {
      if (codes[at] < 0) {
        continue;
      }
      const own = codes[at] * SIZE;
      const row = places === null ? at : places[at];
      const a = above[row];
      const b = below[row];
      sums[own] += a;
      sums[own + 1] += b;
      sums[own + 2] += a * a;
      sums[own + 3] += a * b;
      sums[own + 4] += b * b;
    }
    return sums;
  }

  private readonly _all: Float64Array;
}

/** Of a ratio of sums, by linearization. */
function variance(ratio: number, [, below, aa, ab, bb]: Float64Array): number {
  return Math.max(0, aa - 2 * ratio * ab + ratio * ratio * bb) / (below * below);
}
