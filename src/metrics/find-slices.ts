/**
 * The slices where a model is worst, over all features and pairs of them.
 *
 * As Slice Finder (Chung et al., 2019) has it, each slice is held against all other rows; here what is found is ranked
 * by how much it harms (the gap times the share of the rows), with the false discovery rate kept below 5 % over all
 * that were looked at (Benjamini and Hochberg, 1995), and slices of nearly the same rows shown once.
 */
import { edgesOf } from './bin-edges';
import type { ICoded } from './compute-slices';
import { codedBy } from './compute-slices';
import type { IMeasure } from './find-measures';
import type { Feature, IPredictionTable } from './prediction-table';
import { jaccard } from './row-bits';
import { discoveryRates, normalQuantile, normalTail } from './significance';
import type { ISliceValue } from './slicing';

/** A slice where the model is worse than elsewhere. */
export interface IFoundSlice {
  readonly slice: readonly ISliceValue[];
  readonly rows: number;
  /** Of all weight that the metric is about, from 0 to 1. */
  readonly share: number;
  /** Its metric, and that of all other rows. */
  readonly value: number;
  readonly rest: number;
  /** How much worse it is than the rest, above 0; and the ends of the 95 % interval. */
  readonly gap: number;
  readonly low: number;
  readonly high: number;
  /** The gap times the share. */
  readonly harm: number;
  /** The least false discovery rate at which it is found. */
  readonly q: number;
  /** Others of nearly the same rows. */
  readonly alike: readonly (readonly ISliceValue[])[];
}

/** What the finder says. */
export interface IFinding {
  /** Worst first. */
  readonly found: readonly IFoundSlice[];
  /** Slices that were held against the rest. */
  readonly tested: number;
  /** Features with too many values to be looked at. */
  readonly left: readonly string[];
}

/** How the finder goes about. */
export interface IFindOptions {
  /** Rows that a slice must have. */
  readonly least: number;
  /** Features that are not looked at. */
  readonly without: readonly string[];
}

/** Features with more values are no way to tell slices apart. */
const MOST_VALUES = 1000;
/** Combinations of values of a pair. */
const MOST_PAIRS = 1 << 20;
/** Of numbers with many values. */
const BINS = 6;
/** The false discovery rate. */
const FALSE_DISCOVERY = 0.05;
/** Slices whose rows are compared, and that are shown. */
const COMPARED = 400;
const SHOWN = 50;
/** Rows of two slices that are the same, as a share of all rows of both. */
const ALIKE = 0.8;

/** Sums of a slice: rows, and of `above` and `below` first and second moments. */
const SIZE = 6;

interface ICandidate {
  readonly features: readonly number[];
  readonly codes: readonly number[];
  readonly rows: number;
  readonly share: number;
  readonly value: number;
  readonly rest: number;
  readonly gap: number;
  readonly error: number;
  readonly p: number;
}

/**
 * Goes through all features and pairs.
 *
 * @param step - Called between parts, with the share that is done; it may throw to stop.
 */
export async function findSlices(
  table: IPredictionTable,
  measure: IMeasure,
  { least, without }: IFindOptions,
  step: (done: number) => Promise<void>
): Promise<IFinding> {
  const left: string[] = [];
  const coded: ICoded[] = [];
  for (const feature of table.features) {
    const each = without.includes(feature.name) ? null : codedFor(table, feature);
    if (each === 'many') {
      left.push(feature.name);
    } else if (each !== null) {
      coded.push(each);
    }
    await step(0);
  }
  const search = new Search(table, measure, coded, least);
  const pairs = coded.flatMap((_, a) => coded.slice(a + 1).map((_other, b) => [a, a + 1 + b]));
  const wanted = [...coded.map((_, a) => [a]), ...pairs].filter(
    features => features.reduce((size, at) => size * coded[at].values.length, 1) <= MOST_PAIRS
  );
  for (const [index, features] of wanted.entries()) {
    search.look(features);
    await step((index + 1) / (wanted.length + 1));
  }
  return { found: search.worst(), tested: search.tested, left };
}

function codedFor(table: IPredictionTable, feature: Feature): ICoded | 'many' | null {
  if (feature.kind === 'category') {
    return feature.values.length > MOST_VALUES
      ? 'many'
      : feature.values.length < 2
        ? null
        : codedBy(table, { feature: feature.name, edges: null });
  }
  const edges = edgesOf(feature.numbers, BINS);
  return edges !== null && edges.length === 0
    ? null
    : codedBy(table, { feature: feature.name, edges });
}

/** Looks at one feature or pair after the other. */
class Search {
  constructor(
    private readonly _table: IPredictionTable,
    private readonly _measure: IMeasure,
    private readonly _coded: readonly ICoded[],
    private readonly _least: number
  ) {
    const all = this._sums([]);
    [, this._above, this._below, this._above2, this._both, this._below2] = all;
  }

  /** Slices that were held against the rest. */
  get tested(): number {
    return this._tested.length;
  }

  look(features: readonly number[]): void {
    const sums = this._sums(features);
    const sizes = features.map(at => this._coded[at].values.length);
    const sign = this._measure.higherIsBetter ? -1 : 1;
    for (let cell = 0; cell * SIZE < sums.length; cell++) {
      const at = cell * SIZE;
      const [rows, above, below] = [sums[at], sums[at + 1], sums[at + 2]];
      if (rows < this._least || rows > this._table.rows - this._least || !(below > 0)) {
        continue;
      }
      const value = above / below;
      const restBelow = this._below - below;
      const rest = (this._above - above) / restBelow;
      if (!(restBelow > 0)) {
        continue;
      }
      const own = variance(value, below, sums[at + 3], sums[at + 4], sums[at + 5]);
      const others = variance(
        rest,
        restBelow,
        this._above2 - sums[at + 3],
        this._both - sums[at + 4],
        this._below2 - sums[at + 5]
      );
      const gap = sign * (value - rest);
      const error = Math.sqrt(own + others);
      const p = error > 0 ? normalTail(gap / error) : gap > 0 ? 0 : 1;
      this._tested.push(p);
      const codes = sizes.length === 1 ? [cell] : [Math.floor(cell / sizes[1]), cell % sizes[1]];
      if (features.length === 1) {
        this._alone.set(`${features[0]} ${cell}`, gap);
      }
      // A pair that is no worse than one of its features says nothing that this does not.
      const worse = features.every(
        (feature, i) =>
          features.length === 1 || gap > (this._alone.get(`${feature} ${codes[i]}`) ?? 0)
      );
      if (gap > 0 && p < FALSE_DISCOVERY && worse) {
        const share = below / this._below;
        this._candidates.push({ features, codes, rows, share, value, rest, gap, error, p });
      }
    }
  }

  /** Those that are no chance, worst first. */
  worst(): readonly IFoundSlice[] {
    const rates = discoveryRates(this._tested);
    const sorted = this._candidates
      .map(each => ({ ...each, q: rates(each.p), harm: each.gap * each.share }))
      .filter(({ q }) => q <= FALSE_DISCOVERY)
      .sort((a, b) => b.harm - a.harm || a.features.length - b.features.length)
      .slice(0, COMPARED);
    const kept: { each: (typeof sorted)[number]; rows: Uint32Array; alike: ICandidate[] }[] = [];
    for (const each of sorted) {
      const rows = this._rowsOf(each);
      const same = kept.find(other => jaccard(rows, other.rows) >= ALIKE);
      if (same) {
        same.alike.push(each);
      } else if (kept.length < SHOWN) {
        kept.push({ each, rows, alike: [] });
      }
    }
    const quantile = normalQuantile(0.975);
    return kept.map(({ each, alike }) => {
      const { rows, share, value, rest, gap, error, harm, q } = each;
      return {
        slice: this._valuesOf(each),
        ...{ rows, share, value, rest, gap, harm, q },
        low: gap - quantile * error,
        high: gap + quantile * error,
        alike: alike.map(other => this._valuesOf(other))
      };
    });
  }

  private _valuesOf({ features, codes }: ICandidate): readonly ISliceValue[] {
    return features.map((feature, i) => this._coded[feature].values[codes[i]]);
  }

  /** Sums of all combinations of values; of all rows without features. */
  private _sums(features: readonly number[]): Float64Array {
    const coded = features.map(at => this._coded[at]);
    const size = coded.reduce((product, { values }) => product * values.length, 1);
    const sums = new Float64Array(size * SIZE);
    const { above, below } = this._measure;
    const add = (cell: number, row: number): void => {
      const at = cell * SIZE;
      const a = above[row];
      const b = below[row];
      sums[at]++;
      sums[at + 1] += a;
      sums[at + 2] += b;
      sums[at + 3] += a * a;
      sums[at + 4] += a * b;
      sums[at + 5] += b * b;
    };
    const [first, second] = coded;
    for (let row = 0; row < this._table.rows; row++) {
      if (first === undefined) {
        add(0, row);
      } else if (second === undefined) {
        each(first, row, code => add(code, row));
      } else if (first.starts === null && second.starts === null) {
        const code = first.codes[row];
        const other = second.codes[row];
        if (code >= 0 && other >= 0) {
          add(code * second.values.length + other, row);
        }
      } else {
        each(first, row, code =>
          each(second, row, other => add(code * second.values.length + other, row))
        );
      }
    }
    return sums;
  }

  /** The rows of a candidate, as bits. */
  private _rowsOf({ features, codes }: ICandidate): Uint32Array {
    const bits = new Uint32Array(Math.ceil(this._table.rows / 32));
    const coded = features.map(at => this._coded[at]);
    for (let row = 0; row < this._table.rows; row++) {
      let has = true;
      for (let i = 0; i < coded.length && has; i++) {
        const { starts, codes: all } = coded[i];
        if (starts === null) {
          has = all[row] === codes[i];
        } else {
          has = false;
          for (let at = starts[row]; at < starts[row + 1]; at++) {
            has ||= all[at] === codes[i];
          }
        }
      }
      if (has) {
        bits[row >>> 5] |= 1 << (row & 31);
      }
    }
    return bits;
  }

  private readonly _above: number;
  private readonly _below: number;
  private readonly _above2: number;
  private readonly _both: number;
  private readonly _below2: number;
  /** Of all slices that were looked at. */
  private readonly _tested: number[] = [];
  private readonly _alone = new Map<string, number>();
  private readonly _candidates: ICandidate[] = [];
}

/** Each value that a row has, once. */
function each({ codes, starts }: ICoded, row: number, use: (code: number) => void): void {
  const first = starts === null ? row : starts[row];
  const end = starts === null ? row + 1 : starts[row + 1];
  for (let at = first; at < end; at++) {
    let seen = codes[at] < 0;
    for (let before = first; before < at && !seen; before++) {
      seen = codes[before] === codes[at];
    }
    if (!seen) {
      use(codes[at]);
    }
  }
}

/** Of a ratio of sums, by linearization. */
function variance(ratio: number, below: number, aa: number, ab: number, bb: number): number {
  return Math.max(0, aa - 2 * ratio * ab + ratio * ratio * bb) / (below * below);
}
