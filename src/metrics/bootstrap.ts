/**
 * Intervals by Poisson bootstrap, as TFMA's `poisson_bootstrap.py` makes them: every row counts as often as a Poisson
 * variable of mean 1 says, and the standard deviation of a metric over such rounds is its standard error.
 */

/** Rounds of TFMA. */
export const TFMA_ROUNDS = 20;

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

/** The quantile of Student's t: Hill, algorithm 396 (1970), good to three digits from 3, to five from 10 degrees of freedom on. */
export function studentQuantile(probability: number, freedom: number): number {
  const tail = 2 * (1 - probability);
  if (freedom === 1) {
    return 1 / Math.tan((tail * Math.PI) / 2);
  }
  if (freedom === 2) {
    return Math.sqrt(2 / (tail * (2 - tail)) - 2);
  }
  const a = 1 / (freedom - 0.5);
  const b = 48 / (a * a);
  let c = ((20700 * a) / b - 98) * a * a - 16 * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  let y = (d * tail) ** (2 / freedom);
  if (y > 0.05 + a) {
    const x = normalQuantile(tail / 2);
    y = x * x;
    if (freedom < 5) {
      c += 0.3 * (freedom - 4.5) * (x + 0.6);
    }
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = a * y * y;
    y = y > 0.002 ? Math.expm1(y) : 0.5 * y * y + y;
  } else {
    const parts = (freedom + 6) / (freedom + y) - 0.089 * d - 0.822;
    y =
      ((1 / (parts * (freedom + 2) * 3) + 0.5 / (freedom + 4)) * y - 1) *
        ((freedom + 1) / (freedom + 2)) +
      1 / y;
  }
  return Math.sqrt(freedom * y);
}

/** The quantile of the normal distribution: Acklam's approximation, good to nine digits. */
export function normalQuantile(probability: number): number {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687];
  a.push(138.357751867269, -30.66479806614716, 2.506628277459239);
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866];
  b.push(66.80131188771972, -13.28068155288572, 1);
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838];
  c.push(-2.549732539343734, 4.374664141464968, 2.938163982698783);
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  const polynomial = (of: readonly number[], x: number): number =>
    of.reduce((sum, each) => sum * x + each, 0);
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return polynomial(c, q) / polynomial(d, q);
  }
  if (probability > 1 - 0.02425) {
    return -normalQuantile(1 - probability);
  }
  const q = probability - 0.5;
  return (polynomial(a, q * q) * q) / polynomial(b, q * q);
}
