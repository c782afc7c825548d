/** What finds the rows that statistics speak of: each filter is tried on rows. */
import { parseFilter } from '../../records/compute-filter';
import type { Fields, IField } from '../../records/field-value';
import { rowChoices } from '../compute-row-choices';
import type { IFeatureStatistics } from '../statistics';

const bucket = (lowValue: number, highValue: number, sampleCount: number) => ({
  ...{ lowValue, highValue, sampleCount }
});
const numbers = {
  common: { numMissing: 2 },
  string: null,
  numeric: {
    histograms: [
      {
        ...{ kind: 'standard', name: '', numNaN: 0, numUndefined: 0 },
        buckets: [bucket(-Infinity, 0.1, 1), bucket(0.1, 0.2, 0), bucket(0.2, 0.3, 2)]
      }
    ]
  }
} as unknown as IFeatureStatistics;

function text(...values: readonly string[]): IFeatureStatistics {
  const topValues = values.map(value => ({ value, frequency: 1 }));
  return { common: null, numeric: null, string: { ranks: null, topValues } } as never;
}

function finds(filter: string, name: string, value: string | number): boolean | undefined {
  const kind = typeof value === 'string' ? 'text' : 'float';
  const field = { name, group: 'feature', value: { kind, count: 1, values: [value] } };
  const fields: Fields = new Map([[name, field as unknown as IField]]);
  return parseFilter(filter, new Set([name]))?.(fields);
}

it('finds the numbers of a bucket, whose high end is in the next one, but for the last', () => {
  const [low, high] = rowChoices(numbers, ['a b']);
  expect([-5, 0.1].map(value => finds(low.filter, 'a b', value))).toEqual([true, false]);
  expect([0.1, 0.2, 0.3].map(value => finds(high.filter, 'a b', value))).toEqual([
    ...[false, true, true]
  ]);
});

it('leaves out empty buckets, and has those without a value last', () => {
  const choices = rowChoices(numbers, ['x']);
  expect(choices.map(({ count }) => count)).toEqual([1, 2, 2]);
  expect(choices.at(-1)).toEqual({ value: null, count: 2, filter: 'x=""' });
});

it.each([
  ['island', 'Biscoe'],
  ['a "b" c', 'x"y z'],
  ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>'],
  ['a=b:c', 'name>=1 other=2'],
  ['\u202Eevil', '\u202Eתשע \n\t']
])('finds a value whatever names look like: %j', (name, value) => {
  const [{ filter }] = rowChoices(text(value), [name]);
  expect(finds(filter, name, value)).toBe(true);
  expect(finds(filter, name, `${value}!`)).toBe(false);
});

it('offers nothing for what rows do not show: empty and hidden values, parts of structs', () => {
  expect(rowChoices(text('', '__BYTES_VALUE__', 'a'), ['x'])).toHaveLength(1);
  expect(rowChoices(text('a'), ['x', 'y'])).toEqual([]);
});
