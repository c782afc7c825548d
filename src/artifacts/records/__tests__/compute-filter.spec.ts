/** What a person writes, and the rows that it finds. */
import { filterTerm, parseFilter } from '../compute-filter';
import type { Fields, FieldValue } from '../field-value';
import { fieldsOf } from '../field-value';

function row(values: Readonly<Record<string, FieldValue>>): Fields {
  return fieldsOf(
    Object.entries(values).map(([name, value]) => ({ group: 'feature' as const, name, value }))
  );
}

function bytes(...texts: string[]): FieldValue {
  return {
    kind: 'bytes',
    values: texts.map(text => new TextEncoder().encode(text)),
    count: texts.length
  };
}

const rows: readonly Fields[] = [
  row({
    species: bytes('Adelie'),
    mass: { kind: 'float', values: [Math.fround(17.1)], count: 1 },
    year: { kind: 'int', values: [2007n], count: 1 },
    'two words': bytes('a b')
  }),
  row({
    species: bytes('Gentoo', 'x:1'),
    mass: { kind: 'float', values: [NaN], count: 1 },
    year: { kind: 'int', values: [9007199254740993n], count: 1 },
    list: { kind: 'steps', values: [{ kind: 'int', values: [5n], count: 1 }], count: 1 }
  }),
  row({ species: { kind: 'none', values: [], count: 0 }, year: bytes('2007') })
];

const names = new Set(rows.flatMap(fields => [...fields.values()].map(({ name }) => name)));

function found(text: string): readonly number[] {
  const test = parseFilter(text, names);
  return rows.flatMap((fields, index) => (test === null || test(fields) ? [index] : []));
}

describe('parseFilter', () => {
  it.each([
    ['', [0, 1, 2]],
    ['  ', [0, 1, 2]],
    ['adelie', [0]],
    ['species:ENT', [1]],
    ['species=gent', []],
    ['species=gentoo', [1]],
    ['species!=gentoo', [0, 2]],
    ['species=', [2]],
    ['species!=', [0, 1]],
    ['mass=17.1', [0]],
    ['mass>17', [0]],
    ['mass<=17', []],
    ['year=2007', [0, 2]],
    ['year=2007.0', [0]],
    ['year=9007199254740993', [1]],
    ['year=9007199254740992', []],
    ['list>=5', [1]],
    ['"two words":b', [0]],
    ['"two words"="a b"', [0]],
    ['x:1', [1]],
    ['unknown=1', []],
    ['year=2007 species:a', [0]],
    ['mass>', []]
  ])('%p', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['species', '=', 'Gentoo', [1]],
    ['two words', '=', 'a b', [0]],
    ['mass', '>=', '17', [0]]
  ] as const)(
    'reads the terms that other views make: %s %s %s',
    (name, operator, value, expected) => {
      expect(found(filterTerm(name, operator, value))).toEqual(expected);
    }
  );

  it('keeps quotes in a term', () => {
    const value = 'say "hi" & go';
    const test = parseFilter(filterTerm('a"b c', '=', value), new Set(['a"b c']));
    expect(test?.(row({ 'a"b c': bytes(value) }))).toBe(true);
  });
});
