/** Which slice each row is in. */
import { distinctNumbers, placeOf } from './distinct-numbers';
import type { Feature, IPredictionTable } from './prediction-table';
import { featureOf } from './prediction-table';
import type { IRowFilter, ISliceBy, ISlices, ISliceValue, ISlicing } from './slicing';

/** Slices of a question, at most: what has more is no answer that a person reads. */
export const MOST_SLICES = 200_000;

/** Codes that a list of this length can map: else a Map does. */
const DENSE = 1 << 22;

/** A feature's values as codes, from 0 on; -1 where it is missing. */
export interface ICoded {
  readonly codes: Int32Array;
  readonly starts: Uint32Array | null;
  readonly values: readonly ISliceValue[];
}

/**
 * The slices of a question that have rows, in the order of their values.
 *
 * @throws an Error whose message is a sentence, where there is no such feature, or there are too many slices.
 */
export function slicesOf(table: IPredictionTable, { by, filters }: ISlicing): ISlices {
  const passed = passedBy(table, filters);
  const coded = by.map(each => codedBy(table, each));
  return coded.every(({ starts }) => starts === null)
    ? ofRows(table.rows, coded, passed)
    : ofEntries(table.rows, coded, passed);
}

/** A feature's values, or bins of them, as codes. */
export function codedBy(table: IPredictionTable, { feature: name, edges }: ISliceBy): ICoded {
  const feature = needed(table, name);
  if (feature.kind === 'category') {
    const values = feature.values.map(value => ({ feature: name, value, bin: null }));
    return { codes: feature.codes, starts: feature.starts, values };
  }
  const { numbers, starts } = feature;
  return edges === null
    ? { ...byValue(name, numbers), starts }
    : { codes: binned(numbers, edges), starts, values: binValues(name, edges) };
}

function needed(table: IPredictionTable, name: string): Feature {
  const feature = featureOf(table, name);
  if (!feature) {
    throw new Error(`The predictions have no feature ${name}.`);
  }
  return feature;
}

/** By a feature's numbers: to find the distinct ones takes longer than all else. */
const known = new WeakMap<Float64Array, Pick<ICoded, 'codes' | 'values'>>();

function byValue(feature: string, numbers: Float64Array): Pick<ICoded, 'codes' | 'values'> {
  const coded = known.get(numbers) ?? valuesAsCodes(feature, numbers);
  known.set(numbers, coded);
  return coded;
}

function valuesAsCodes(feature: string, numbers: Float64Array): Pick<ICoded, 'codes' | 'values'> {
  const distinct = distinctNumbers(numbers);
  if (distinct.length > MOST_SLICES) {
    throw new Error(
      `${feature} has ${distinct.length.toLocaleString('en')} different values: put it into bins.`
    );
  }
  const codes = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    codes[at] = Number.isNaN(numbers[at]) ? -1 : placeOf(distinct, numbers[at]);
  }
  const values = Array.from(distinct, value => ({ feature, value: numberText(value), bin: null }));
  return { codes, values };
}

/** A number as TFMA writes it in a slice: those of 32 bits with the digits that tell them apart. */
export function numberText(value: number): string {
  if (Number.isInteger(value) || Math.fround(value) !== value) {
    return String(value);
  }
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) {
      return String(short);
    }
  }
  return String(value);
}

function binned(numbers: Float64Array, edges: readonly number[]): Int32Array {
  const codes = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const value = numbers[at];
    let bin = 0;
    while (bin < edges.length && value >= edges[bin]) {
      bin++;
    }
    codes[at] = Number.isNaN(value) ? -1 : bin;
  }
  return codes;
}

function binValues(feature: string, edges: readonly number[]): readonly ISliceValue[] {
  return Array.from({ length: edges.length + 1 }, (_, at) => {
    const low = at === 0 ? -Infinity : edges[at - 1];
    const high = at === edges.length ? Infinity : edges[at];
    return { feature, value: binText(low, high), bin: { low, high } };
  });
}

/** `< 10`, `in [10, 20)`, `≥ 20`; of all numbers, `of any size`. */
function binText(low: number, high: number): string {
  const [from, to] = [low, high].map(each => String(Number(each.toPrecision(6))));
  return low === -Infinity
    ? high === Infinity
      ? 'of any size'
      : `< ${to}`
    : high === Infinity
      ? `≥ ${from}`
      : `in [${from}, ${to})`;
}

/** By row, 1 where it meets all filters; null where there are none. */
export function passedBy(
  table: IPredictionTable,
  filters: readonly IRowFilter[]
): Uint8Array | null {
  if (filters.length === 0) {
    return null;
  }
  const passed = new Uint8Array(table.rows).fill(1);
  for (const filter of filters) {
    const feature = needed(table, filter.feature);
    const meets = testOf(feature, filter);
    for (let row = 0; row < table.rows; row++) {
      if (passed[row] === 1) {
        const first = feature.starts === null ? row : feature.starts[row];
        const end = feature.starts === null ? row + 1 : feature.starts[row + 1];
        let some = false;
        for (let at = first; at < end && !some; at++) {
          some = meets(at);
        }
        passed[row] = some ? 1 : 0;
      }
    }
  }
  return passed;
}

function testOf(feature: Feature, { values, low, high }: IRowFilter): (entry: number) => boolean {
  if (feature.kind === 'category') {
    const wanted = Uint8Array.from(feature.values, each => (values?.includes(each) ? 1 : 0));
    return entry => feature.codes[entry] >= 0 && wanted[feature.codes[entry]] === 1;
  }
  const { numbers } = feature;
  if (values === null) {
    return entry => numbers[entry] >= low && numbers[entry] < high;
  }
  const wanted = new Set(values.flatMap(each => [Number(each), Math.fround(Number(each))]));
  return entry => wanted.has(numbers[entry]);
}

/** Of features that have one value each. */
function ofRows(rows: number, coded: readonly ICoded[], passed: Uint8Array | null): ISlices {
  const codes = new Int32Array(rows);
  if (coded.length > 0) {
    codes.set(coded[0].codes);
  }
  for (const { codes: more, values } of coded.slice(1)) {
    const size = values.length;
    for (let row = 0; row < rows; row++) {
      codes[row] = codes[row] < 0 || more[row] < 0 ? -1 : codes[row] * size + more[row];
    }
  }
  if (passed !== null) {
    for (let row = 0; row < rows; row++) {
      codes[row] = passed[row] === 1 ? codes[row] : -1;
    }
  }
  return compact(codes, null, coded);
}

/** Where some have several: an entry for each of their combinations, and each once, as TFMA has it. */
function ofEntries(rows: number, coded: readonly ICoded[], passed: Uint8Array | null): ISlices {
  const codes: number[] = [];
  const places: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (passed !== null && passed[row] === 0) {
      continue;
    }
    let combined: readonly number[] = [0];
    for (const { codes: more, starts, values } of coded) {
      const own =
        starts === null
          ? more.subarray(row, row + 1)
          : new Set(more.subarray(starts[row], starts[row + 1]));
      const next: number[] = [];
      for (const code of own) {
        if (code >= 0) {
          combined.forEach(before => next.push(before * values.length + code));
        }
      }
      combined = next;
    }
    for (const code of combined) {
      codes.push(code);
      places.push(row);
    }
  }
  return compact(Int32Array.from(codes), Uint32Array.from(places), coded);
}

/** Numbers those combinations that rows have, in their order. */
function compact(codes: Int32Array, rows: Uint32Array | null, coded: readonly ICoded[]): ISlices {
  const size = coded.reduce((product, { values }) => product * values.length, 1);
  if (size > 2 ** 31) {
    throw new Error('These features have too many values together: choose fewer, or bins.');
  }
  const present = size <= DENSE ? presentDense(codes, size) : [...new Set(codes)].sort(ascending);
  const there = present.filter(code => code >= 0);
  if (there.length > MOST_SLICES) {
    throw new Error(
      `There are ${there.length.toLocaleString('en')} such slices: choose features with fewer values, or bins.`
    );
  }
  if (size <= DENSE) {
    const places = new Int32Array(size);
    there.forEach((code, place) => (places[code] = place));
    for (let at = 0; at < codes.length; at++) {
      codes[at] = codes[at] < 0 ? -1 : places[codes[at]];
    }
  } else {
    const places = new Map(there.map((code, place) => [code, place]));
    for (let at = 0; at < codes.length; at++) {
      codes[at] = places.get(codes[at]) ?? -1;
    }
  }
  return { slices: there.map(code => valuesOf(code, coded)), codes, rows };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function presentDense(codes: Int32Array, size: number): number[] {
  const seen = new Uint8Array(size);
  for (const code of codes) {
    if (code >= 0) {
      seen[code] = 1;
    }
  }
  const present: number[] = [];
  seen.forEach((there, code) => {
    if (there === 1) {
      present.push(code);
    }
  });
  return present;
}

function valuesOf(code: number, coded: readonly ICoded[]): readonly ISliceValue[] {
  let rest = code;
  return [...coded]
    .reverse()
    .map(({ values }) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return value;
    })
    .reverse();
}
