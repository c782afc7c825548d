/** A ranking's entries, slice by slice: so that a pass goes through memory once, with a slice's sums at hand. */
import type { IRanking } from './ranking';
import { sequenceOf } from './sequence';
import type { ISlices } from './slicing';

/** Entries of all slices, one slice after the other, that of the highest score first in each. */
export interface IBySlice {
  readonly slices: number;
  /** Where each slice begins, and one more. */
  readonly starts: Uint32Array;
  /** Of the ranking: see `IRanking`. */
  readonly scores: Float32Array;
  readonly steps: Uint16Array;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly scored: Float64Array;
  readonly entropies: Float64Array;
  /** Of each entry, its row; null where each row has one entry at most, so that chance may draw in any order. */
  readonly rows: Uint32Array | null;
}

/**
 * Copies what a ranking has of each slice's rows.
 *
 * @param together - Whether draws are those of other rankings too, so that a row must have its own.
 */
export function bySlice(ranking: IRanking, slices: ISlices, together: boolean): IBySlice {
  const { places, codes } = sequenceOf(slices, ranking.rows);
  const count = slices.slices.length;
  const starts = new Uint32Array(count + 1);
  for (const code of codes) {
    if (code >= 0) {
      starts[code + 1]++;
    }
  }
  for (let slice = 0; slice < count; slice++) {
    starts[slice + 1] += starts[slice];
  }
  const size = starts[count];
  const needsRows = together || slices.rows !== null;
  const copied = {
    ...{ slices: count, starts },
    scores: new Float32Array(size),
    steps: new Uint16Array(size),
    positives: new Float64Array(size),
    negatives: new Float64Array(size),
    scored: new Float64Array(size),
    entropies: new Float64Array(size),
    rows: needsRows ? new Uint32Array(size) : null
  };
  const ends = starts.slice(0, count);
  for (let at = 0; at < codes.length; at++) {
    if (codes[at] < 0) {
      continue;
    }
    const place = places === null ? at : places[at];
    const to = ends[codes[at]]++;
    const positive = ranking.positives[place];
    copied.scores[to] = ranking.scores[place];
    copied.steps[to] = ranking.steps[place];
    copied.positives[to] = positive;
    copied.negatives[to] = ranking.weights[place] - positive;
    copied.scored[to] = ranking.scored[place];
    copied.entropies[to] = ranking.entropies[place];
    if (copied.rows !== null) {
      copied.rows[to] = ranking.rows[place];
    }
  }
  return copied;
}
