/**
 * Intervals by Poisson bootstrap, as TFMA's `poisson_bootstrap.py` makes them: every row counts as often as a Poisson
 * variable of mean 1 says, and the standard deviation of a metric over such rounds is its standard error.
 */

import { studentQuantile } from './significance';

/** Numbers by chance: the same for the same seed. */
export class Chance {
  constructor(seed: number) {
    // Marsaglia's xorshift128, from four words that differ.
    this._words = Uint32Array.from([seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162]);
    for (let i = 0; i < 20; i++) {
      this.word();
    }
  }

  /** 32 bits. */
  word(): number {
    const words = this._words;
    let last = words[3];
    const first = words[0];
    words[3] = words[2];
    words[2] = words[1];
    words[1] = first;
    last ^= last << 11;
    last ^= last >>> 8;
    words[0] = last ^ first ^ (first >>> 19);
    return words[0];
  }

  private readonly _words: Uint32Array;
}

/** By 16 bits, what a Poisson variable of mean 1 is. */
const POISSON = poissonTable();

function poissonTable(): Uint8Array {
  const table = new Uint8Array(1 << 16);
  let at = 0;
  let share = Math.exp(-1);
  let below = share;
  for (let value = 0; at < table.length; value++) {
    const end = Math.min(table.length, Math.max(at, Math.round(below * table.length)));
    table.fill(value, at, share * table.length < 0.5 ? table.length : end);
    at = share * table.length < 0.5 ? table.length : end;
    share /= value + 1;
    below += share;
  }
  return table;
}

/** Fills how often each row counts. */
export function drawPoisson(draws: Uint8Array, chance: Chance): void {
  for (let at = 0; at < draws.length; at += 2) {
    const word = chance.word();
    draws[at] = POISSON[word & 0xffff];
    if (at + 1 < draws.length) {
      draws[at + 1] = POISSON[word >>> 16];
    }
  }
}

/** How much numbers vary over rounds (Welford's method); rounds in which one is not known do not count. */
export class Spread {
  constructor(size: number) {
    this._counts = new Uint16Array(size);
    this._means = new Float64Array(size);
    this._squares = new Float64Array(size);
  }

  /** Rounds so far. */
  get rounds(): number {
    return this._rounds;
  }

  /** The numbers of a round. */
  add(numbers: Float64Array): void {
    this._rounds++;
    for (let at = 0; at < numbers.length; at++) {
      const value = numbers[at];
      if (value - value === 0) {
        const away = value - this._means[at];
        this._means[at] += away / ++this._counts[at];
        this._squares[at] += away * (value - this._means[at]);
      }
    }
  }

  /** Half the width of each number's interval; NaN where half of the rounds or more did not know it. */
  halfWidths(confidence = 0.95): Float64Array {
    const quantiles = new Map<number, number>();
    return this._squares.map((square, at) => {
      const count = this._counts[at];
      if (count < 2 || count * 2 <= this._rounds) {
        return NaN;
      }
      const quantile = quantiles.get(count) ?? studentQuantile((1 + confidence) / 2, count - 1);
      quantiles.set(count, quantile);
      return quantile * Math.sqrt(square / (count - 1));
    });
  }

  private _rounds = 0;
  private readonly _counts: Uint16Array;
  private readonly _means: Float64Array;
  private readonly _squares: Float64Array;
}
