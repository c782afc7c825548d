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
import { cellsOf, reordered } from './find-cells';
import type { IComparer } from './find-comparer';
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
  comparer: IComparer,
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
      coded.push(comparer.order === null ? each : reordered(each, comparer.order));
    }
    await step(0);
  }
  const search = new Search(table, comparer, coded, least);
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
    private readonly _comparer: IComparer,
    private readonly _coded: readonly ICoded[],
    private readonly _least: number
  ) {}

  /** Slices that were held against the rest. */
  get tested(): number {
    return this._tested.length;
  }

  look(features: readonly number[]): void {
    const coded = features.map(at => this._coded[at]);
    const cells = cellsOf(this._table.rows, coded, this._least);
    const sign = this._comparer.higherIsBetter ? -1 : 1;
    for (const [place, compared] of this._comparer.compare(cells).entries()) {
      if (compared === null) {
        continue;
      }
      const { value, rest, error } = compared;
      const gap = sign * (value - rest);
      const p = error > 0 ? normalTail(gap / error) : gap > 0 ? 0 : 1;
      this._tested.push(p);
      const cell = cells.ids[place];
      const size = coded.at(1)?.values.length ?? 1;
      const codes = features.length === 1 ? [cell] : [Math.floor(cell / size), cell % size];
      if (features.length === 1) {
        this._alone.set(`${features[0]} ${cell}`, gap);
      }
      // A pair that is no worse than one of its features says nothing that this does not.
      const worse = features.every(
        (feature, i) =>
          features.length === 1 || gap > (this._alone.get(`${feature} ${codes[i]}`) ?? 0)
      );
      if (gap > 0 && p < FALSE_DISCOVERY && worse) {
        this._candidates.push({
          ...{ features, codes, rows: cells.rows[place] },
          ...{ ...compared, gap, p }
        });
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

  /** Of all slices that were looked at. */
  private readonly _tested: number[] = [];
  private readonly _alone = new Map<string, number>();
  private readonly _candidates: ICandidate[] = [];
}
