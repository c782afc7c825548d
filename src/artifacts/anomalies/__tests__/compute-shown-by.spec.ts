/** Which rows show an anomaly: each filter is tried on rows. */
import { SchemaSchema } from '../../../proto/generated/schema_pb';
import { parseText } from '../../../proto/text-format';
import { parseFilter } from '../../records/compute-filter';
import type { Fields, IField } from '../../records/field-value';
import { plainSchema } from '../../schema/decode-schema';
import type { IFeatureStatistics } from '../../statistics/statistics';
import type { IAnomaly } from '../anomalies';
import { shownBy } from '../compute-shown-by';

const anomaly = (
  path: readonly string[],
  ...reasons: [type: string, description: string][]
): IAnomaly => ({
  ...{ name: path.join('.'), path, severity: 'ERROR', shortDescription: '', description: '' },
  reasons: reasons.map(([type, description]) => ({ type, shortDescription: '', description })),
  diff: []
});
const strings = (...values: readonly string[]) =>
  ({
    type: 'STRING',
    string: { ranks: null, topValues: values.map(value => ({ value, frequency: 1 })) }
  }) as unknown as IFeatureStatistics;
const counted = (figures: Partial<IFeatureStatistics['figures']>, type = 'INT') =>
  ({ type, figures, string: null }) as unknown as IFeatureStatistics;
const schema = (text: string) => plainSchema(parseText(SchemaSchema, text).message);

/** Whether a row with one value, or none, is found. */
function finds(filter: string, name: string, value: string | number | bigint | null): boolean {
  const kind = typeof value === 'string' ? 'text' : typeof value === 'bigint' ? 'integer' : 'float';
  const field = { name, group: 'feature', value: { kind, count: 1, values: [value] } };
  const fields: Fields = new Map(value === null ? [] : [[name, field as unknown as IField]]);
  return parseFilter(filter, new Set([name]))?.(fields) ?? true;
}

const unexpected = (...values: readonly string[]): [string, string] => [
  'ENUM_TYPE_UNEXPECTED_STRING_VALUES',
  `Examples contain values missing from the schema: ${values.map(each => `${each} (~2%)`).join(', ')}. `
];

it.each(['Chinstrap', 'a "b" c', 'x=y', '<img src=x>', '1.0'])(
  'finds a value that the domain lacks: %j',
  value => {
    const rule = schema(
      'feature { name: "a b" domain: "d" } string_domain { name: "d" value: "x" }'
    );
    const [found, ...more] = shownBy(
      anomaly(['a b'], unexpected(value)),
      rule,
      strings('x', value)
    );
    expect(more).toEqual([]);
    expect([value, 'x', null].map(each => finds(found.filter, 'a b', each))).toEqual([
      ...[true, false, false]
    ]);
  }
);

it('offers no value that a filter would mistake', () => {
  const rule = schema('feature { name: "a" string_domain { value: "Male" } }');
  const values = shownBy(
    anomaly(['a'], unexpected('male', '', 'a\u0001', 'gone', 'other')),
    rule,
    strings('Male', 'male', '', 'a\u0001', 'other')
  );
  expect(values.map(({ value }) => value)).toEqual(['other']);
});

it('finds numbers out of bounds', () => {
  const rule = schema('feature { name: "a" int_domain { min: -2 max: 5 } }');
  const [below, above] = shownBy(
    anomaly(['a'], ['INT_TYPE_SMALL_INT', ''], ['INT_TYPE_BIG_INT', '']),
    rule,
    counted({})
  );
  expect([-3n, -2n, 6n].map(value => finds(below.filter, 'a', value))).toEqual([
    ...[true, false, false]
  ]);
  expect([-3n, 5n, 6n].map(value => finds(above.filter, 'a', value))).toEqual([
    ...[false, false, true]
  ]);
});

it('offers no bound that a filter does not compare exactly, or not as validation does', () => {
  const big = anomaly(['a'], ['INT_TYPE_BIG_INT', ''], ['FLOAT_TYPE_BIG_FLOAT', '']);
  const huge = schema('feature { name: "a" int_domain { max: 9007199254740993 } }');
  expect(shownBy(big, huge, counted({}))).toEqual([]);
  const plain = schema('feature { name: "a" int_domain { max: 5 } }');
  expect(shownBy(big, plain, counted({}, 'STRING'))).toEqual([]);
  expect(shownBy(big, schema(''), counted({}))).toEqual([]);
});

it('finds rows without the feature, where some have it and none has an empty list', () => {
  const low = anomaly(['a'], ['FEATURE_TYPE_LOW_FRACTION_PRESENT', '']);
  const offer = (numMissing: number, numNonMissing: number, minNumValues: number) =>
    shownBy(
      low,
      schema('feature { name: "a" }'),
      counted({ numMissing, numNonMissing, minNumValues })
    );
  const [found] = offer(1, 9, 1);
  expect([null, 'x'].map(value => finds(found.filter, 'a', value))).toEqual([true, false]);
  expect([offer(10, 0, 0), offer(1, 9, 0), offer(0, 10, 1)]).toEqual([[], [], []]);
});

it('finds a new column, and nothing of a struct or of other reasons', () => {
  const fresh = anomaly(['new'], ['SCHEMA_NEW_COLUMN', '']);
  const [found] = shownBy(fresh, schema(''), counted({ totNumValues: 3 }));
  expect([null, 'x'].map(value => finds(found.filter, 'new', value))).toEqual([false, true]);
  const inside = anomaly(['a', 'new'], ['SCHEMA_NEW_COLUMN', '']);
  expect(shownBy(inside, schema(''), counted({ totNumValues: 3 }))).toEqual([]);
  const other = anomaly(['a'], ['SCHEMA_MISSING_COLUMN', '']);
  expect(shownBy(other, schema('feature { name: "a" }'), counted({}))).toEqual([]);
});
