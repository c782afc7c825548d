/** Bins for numbers that have too many values to be slices of their own. */
import { distinctNumbers, sortedNumbers } from './distinct-numbers';

/** Numbers with more values are put into bins. */
const FEW_VALUES = 12;

/**
 * Edges of bins that have about as many rows each; null where there are so few values that each is for itself, empty
 * where there are not two.
 */
export function edgesOf(numbers: Float64Array, bins: number): readonly number[] | null {
  const distinct = distinctNumbers(numbers).length;
  if (distinct < 2) {
    return [];
  }
  if (distinct <= FEW_VALUES) {
    return null;
  }
  const known = sortedNumbers(numbers);
  const edges = Array.from(
    { length: bins - 1 },
    (_, at) => known[Math.floor(((at + 1) * known.length) / bins)]
  );
  return [...new Set(edges)].filter(edge => edge > known[0]);
}
