/** How likely what was seen is by chance: quantiles, tails, and the correction for many looks. */

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

/** How likely a standard normal variable is above a value (Numerical Recipes' erfc, relative error below 1.2e-7). */
export function normalTail(value: number): number {
  const z = Math.abs(value) / Math.SQRT2;
  const t = 1 / (1 + z / 2);
  const of = [0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806];
  const sum = [...of, 0.09678418, 0.37409196, 1.00002368].reduce((all, each) => all * t + each, 0);
  const tail = (t * Math.exp(-z * z - 1.26551223 + t * sum)) / 2;
  return value >= 0 ? tail : 1 - tail;
}

/** By p value, the least rate of false discoveries at which it is one. */
export function discoveryRates(ps: readonly number[]): (p: number) => number {
  const sorted = Float64Array.from(ps).sort();
  const rates = new Float64Array(sorted.length);
  let least = 1;
  for (let at = sorted.length - 1; at >= 0; at--) {
    least = Math.min(least, (sorted[at] * sorted.length) / (at + 1));
    rates[at] = least;
  }
  return p => {
    let [low, high] = [0, sorted.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < p) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return rates[low] ?? 1;
  };
}
