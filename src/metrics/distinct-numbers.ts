/** The different values of a number, in their order: found once, as many questions need them. */

const sorted = new WeakMap<Float64Array, Float64Array>();
const distinct = new WeakMap<Float64Array, Float64Array>();

/** All that are not missing, ascending. */
export function sortedNumbers(numbers: Float64Array): Float64Array {
  const known = sorted.get(numbers) ?? numbers.filter(each => !Number.isNaN(each)).sort();
  sorted.set(numbers, known);
  return known;
}

/** Each that there is, once, ascending. */
export function distinctNumbers(numbers: Float64Array): Float64Array {
  const known = distinct.get(numbers) ?? withoutRepeats(sortedNumbers(numbers));
  distinct.set(numbers, known);
  return known;
}

function withoutRepeats(ascending: Float64Array): Float64Array {
  const all = new Float64Array(ascending.length);
  let size = 0;
  for (const value of ascending) {
    if (size === 0 || value !== all[size - 1]) {
      all[size++] = value;
    }
  }
  return all.slice(0, size);
}

/** The place of a number among ascending ones that have it. */
export function placeOf(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
