/** Sets of rows, a bit for each. */

/** Rows that both have, of those that one of them has. */
export function jaccard(one: Uint32Array, other: Uint32Array): number {
  let both = 0;
  let some = 0;
  for (let at = 0; at < one.length; at++) {
    both += bitCount(one[at] & other[at]);
    some += bitCount(one[at] | other[at]);
  }
  return some === 0 ? 0 : both / some;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
