/** Correlations of features, as a square. */
import type { ICrossStatistics } from './statistics';

/** Features in rows and columns. */
export interface ICorrelations {
  readonly names: readonly string[];
  /** From -1 to 1, by row and column; NaN where it was not computed, 1 of a feature with itself. */
  readonly values: readonly (readonly number[])[];
  /** Features that are left out. */
  readonly left: number;
}

/** Those that correlate most with any other, at most `limit`, in the order of the file; null where there is none. */
export function correlations(
  crosses: readonly ICrossStatistics[],
  limit: number
): ICorrelations | null {
  const strongest = new Map<string, number>();
  const pairs: { readonly x: string; readonly y: string; readonly value: number }[] = [];
  for (const { pathX, pathY, numeric } of crosses) {
    if (numeric) {
      const pair = { x: pathX.join('.'), y: pathY.join('.'), value: numeric.correlation };
      pairs.push(pair);
      for (const name of [pair.x, pair.y]) {
        const size = Number.isNaN(pair.value) ? 0 : Math.abs(pair.value);
        strongest.set(name, Math.max(strongest.get(name) ?? 0, size));
      }
    }
  }
  if (pairs.length === 0) {
    return null;
  }
  const kept = new Set(
    [...strongest]
      .sort(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([name]) => name)
  );
  const names = [...strongest.keys()].filter(name => kept.has(name));
  const at = new Map(names.map((name, index) => [name, index]));
  const values = names.map((_, row) => names.map((__, column) => (row === column ? 1 : NaN)));
  for (const { x, y, value } of pairs) {
    const row = at.get(x);
    const column = at.get(y);
    if (row !== undefined && column !== undefined) {
      values[row][column] = value;
      values[column][row] = value;
    }
  }
  return { names, values, left: strongest.size - names.length };
}
