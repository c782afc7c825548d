/**
 * Holds slices against all other rows by the area below the ROC curve, which is no ratio of sums over rows.
 *
 * It is the share of pairs of a positive and a negative row in which the positive one has the higher score. Those pairs
 * that are both outside of a slice are all pairs, without those of the slice's rows with any row, and with those inside
 * of it, which went twice: so one pass over the rows by score has a slice's own area and that of all others.
 *
 * Errors are those of DeLong, DeLong and Clarke-Pearson, "Comparing the Areas under Two or More Correlated Receiver
 * Operating Characteristic Curves" (1988). Placements of the other rows are taken among all rows.
 */
import type { ICells } from './find-cells';
import type { IComparer, ICompared } from './find-comparer';
import type { IRanking } from './ranking';

/** What is kept of a cell while the pass goes on: places in its part of the state. */
const AT = {
  step: 0,
  /** Positive and negative weight above the step, and in it; squares of what is in it. */
  positives: 1,
  negatives: 2,
  gained: 3,
  lost: 4,
  gained2: 5,
  lost2: 6,
  /** Pairs in the right order: within the cell, and with any row. */
  pairs: 7,
  crossed: 8,
  /** Squared weights of the positives, and times their placement and its square: within the cell, among all rows. */
  positives2: 9,
  ownPlaced: 10,
  ownPlaced2: 11,
  placed: 12,
  placed2: 13,
  /** The same of the negatives. */
  negatives2: 14,
  ownNegativePlaced: 15,
  ownNegativePlaced2: 16,
  negativePlaced: 17,
  negativePlaced2: 18
};
const SIZE = 19;

/** Positive and negative rows that there have to be, inside and outside: of fewer the error is not known well. */
const FEW = 10;

/** One ranking, and how each of its rows is placed. */
export class AreaComparer implements IComparer {
  readonly order: Uint32Array;
  readonly higherIsBetter = true;

  constructor(private readonly _ranking: IRanking) {
    const { rows, weights, positives, steps } = _ranking;
    this.order = rows;
    const size = rows.length;
    this._above = new Float64Array(size);
    this._below = new Float64Array(size);
    let [above, aboveNegatives] = [0, 0];
    for (let from = 0, end = 0; from < size; from = end) {
      let [gained, lost] = [0, 0];
      for (end = from; end < size && steps[end] === steps[from]; end++) {
        gained += positives[end];
        lost += weights[end] - positives[end];
      }
      this._above.fill(above + gained / 2, from, end);
      this._below.fill(aboveNegatives + lost / 2, from, end);
      above += gained;
      aboveNegatives += lost;
    }
    for (let at = 0; at < size; at++) {
      this._above[at] /= above;
      this._below[at] = 1 - this._below[at] / aboveNegatives;
    }
    this._positives = above;
    this._negatives = aboveNegatives;
    this._all = this._state(new Int32Array(size), null, 1);
  }

  compare({ ids, codes, places }: ICells): readonly (ICompared | null)[] {
    const state = this._state(codes, places, ids.length);
    return ids.map((_, cell) => this._one(state.subarray(cell * SIZE, (cell + 1) * SIZE)));
  }

  private _one(own: Float64Array): ICompared | null {
    const all = this._all;
    const [p, n] = [own[AT.positives], own[AT.negatives]];
    const [otherP, otherN] = [this._positives - p, this._negatives - n];
    const left = (at: number): number => all[at] - own[at];
    const counts = [
      countOf(p, own[AT.positives2]),
      countOf(n, own[AT.negatives2]),
      countOf(otherP, left(AT.positives2)),
      countOf(otherN, left(AT.negatives2))
    ];
    if (!counts.every(count => count >= FEW)) {
      return null;
    }
    const value = own[AT.pairs] / (p * n);
    const rest = (all[AT.pairs] - own[AT.crossed] + own[AT.pairs]) / (otherP * otherN);
    const error =
      // Of a positive, how many negatives are above it; of a negative, how many positives.
      spread(own[AT.positives2], own[AT.ownPlaced] / n, own[AT.ownPlaced2] / (n * n), p) +
      spread(
        own[AT.negatives2],
        own[AT.ownNegativePlaced] / p,
        own[AT.ownNegativePlaced2] / (p * p),
        n
      ) +
      spread(left(AT.positives2), left(AT.placed), left(AT.placed2), otherP) +
      spread(left(AT.negatives2), left(AT.negativePlaced), left(AT.negativePlaced2), otherN);
    const share = (p + n) / (this._positives + this._negatives);
    return { share, value, rest, error: Math.sqrt(error) };
  }

  private _state(codes: Int32Array, places: Uint32Array | null, cells: number): Float64Array {
    const { weights, positives, steps } = this._ranking;
    const state = new Float64Array(cells * SIZE);
    for (let cell = 0; cell < cells; cell++) {
      state[cell * SIZE + AT.step] = -1;
    }
    for (let at = 0; at < codes.length; at++) {
      if (codes[at] < 0) {
        continue;
      }
      const own = codes[at] * SIZE;
      const place = places === null ? at : places[at];
      if (state[own + AT.step] !== steps[place]) {
        endStep(state, own);
        state[own + AT.step] = steps[place];
      }
      const positive = positives[place];
      const negative = weights[place] - positive;
      if (positive !== 0) {
        const below = this._below[place];
        const square = positive * positive;
        state[own + AT.gained] += positive;
        state[own + AT.gained2] += square;
        state[own + AT.crossed] += positive * below * this._negatives;
        state[own + AT.placed] += square * below;
        state[own + AT.placed2] += square * below * below;
      }
      if (negative !== 0) {
        const above = this._above[place];
        const square = negative * negative;
        state[own + AT.lost] += negative;
        state[own + AT.lost2] += square;
        state[own + AT.crossed] += negative * above * this._positives;
        state[own + AT.negativePlaced] += square * above;
        state[own + AT.negativePlaced2] += square * above * above;
      }
    }
    for (let cell = 0; cell < cells; cell++) {
      endStep(state, cell * SIZE);
    }
    return state;
  }

  /** Of each place, the share of positive weight above it, and that of negative weight below. */
  private readonly _above: Float64Array;
  private readonly _below: Float64Array;
  private readonly _positives: number;
  private readonly _negatives: number;
  private readonly _all: Float64Array;
}

/** Scores of a step are the same: half of their pairs are in the right order. */
function endStep(state: Float64Array, own: number): void {
  const gained = state[own + AT.gained];
  const lost = state[own + AT.lost];
  const above = state[own + AT.positives] + gained / 2;
  const aboveNegatives = state[own + AT.negatives] + lost / 2;
  if (gained !== 0) {
    const squares = state[own + AT.gained2];
    state[own + AT.positives2] += squares;
    state[own + AT.ownPlaced] += squares * aboveNegatives;
    state[own + AT.ownPlaced2] += squares * aboveNegatives * aboveNegatives;
    state[own + AT.positives] += gained;
    state[own + AT.gained] = 0;
    state[own + AT.gained2] = 0;
  }
  if (lost !== 0) {
    const squares = state[own + AT.lost2];
    state[own + AT.negatives2] += squares;
    state[own + AT.ownNegativePlaced] += squares * above;
    state[own + AT.ownNegativePlaced2] += squares * above * above;
    state[own + AT.pairs] += lost * above;
    state[own + AT.negatives] += lost;
    state[own + AT.lost] = 0;
    state[own + AT.lost2] = 0;
  }
}

/** How many rows of the same weight are as certain as these; NaN of none. */
function countOf(weight: number, squares: number): number {
  return squares > 0 ? (weight * weight) / squares : NaN;
}

/** The variance of a weighted mean, of squared weights, and those times what the mean is of and its square. */
function spread(squares: number, placed: number, placed2: number, weight: number): number {
  const around = Math.max(0, placed2 - (placed * placed) / squares);
  const count = countOf(weight, squares);
  return (around / (weight * weight)) * (count / (count - 1));
}
