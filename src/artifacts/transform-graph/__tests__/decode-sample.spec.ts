/** Rows before and after are matched where they are surely the same, and refused with a sentence where not. */
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import type { IFixture } from '../../__tests__/fixture';
import { cellText } from '../../records/compute-text';
import type { Fields } from '../../records/field-value';
import { fieldsOf } from '../../records/field-value';
import { matchRows, valueOf } from '../compute-match';
import { decodeLineage } from '../decode-lineage';
import { decodeSample } from '../decode-sample';
import type { ILineage } from '../lineage';

const never = new AbortController().signal;
const fixtures = readFixtures();
const find = (type: string, name: string): IFixture =>
  fixtures.find(each => each.type === type && each.name === name)!;
function source(name: string, files?: ReadonlyMap<string, Uint8Array>): FixtureSource {
  const fixture = find('Examples', name);
  const listed = [...(files ?? fixture.files).keys()].map(path => ({
    path,
    size: 0,
    encoding: null,
    data: null
  }));
  return new FixtureSource({ ...fixture, document: { ...fixture.document, files: listed } }, files);
}

let lineage: ILineage;
beforeAll(async () => {
  lineage = await decodeLineage(new FixtureSource(find('TransformGraph', 'penguins')), never);
});

it('finds the rows that TFX made of rows', async () => {
  const { split, raw, made } = await decodeSample(
    source('penguins'),
    source('transformed'),
    lineage,
    never
  );
  expect([split, raw.length, made.length]).toEqual(['train', 238, 238]);
  const mean = 4193.9;
  // What is heavier than the mean is above zero.
  for (const [index, fields] of raw.entries()) {
    const mass = Number(valueOf(fields, 'body_mass_g')?.values[0] ?? mean);
    const z = Number(valueOf(made[index], 'body_mass_g_xf')?.values[0]);
    expect(Math.abs(mass - mean) < 60 || Math.sign(z) === Math.sign(mass - mean)).toBe(true);
  }
  expect(cellText(valueOf(raw[0], 'island')!)).toBe('Torgersen');
  expect(cellText(valueOf(made[0], 'island_xf')!)).toBe('2');
});

it.each<[string, string, (files: Map<string, Uint8Array>) => void, RegExp]>([
  [
    'rows of another pipeline',
    'flights',
    () => {},
    /^Split train has 541 raw and 238 transformed rows, so it cannot be told which became which\.$/
  ],
  [
    'several files',
    'penguins',
    files =>
      ['train', 'eval'].forEach(split =>
        files.set(`Split-${split}/more-1-of-2.gz`, new Uint8Array(9))
      ),
    /has 2 raw and 1 transformed files\. Several workers write rows in any order/
  ],
  [
    'no such split',
    'predictions',
    () => {},
    /^(The transformed rows are of no split|Split \w+ has \d+ raw)/
  ],
  [
    'much',
    'penguins',
    files =>
      ['train', 'eval'].forEach(split =>
        files.set(`Split-${split}/data_tfrecord-00000-of-00001.gz`, new Uint8Array(5 << 20))
      ),
    /^Split train has more than 4 MB: its rows are not counted here/
  ],
  [
    'what is damaged',
    'penguins',
    files =>
      ['train', 'eval'].forEach(split =>
        files.set(`Split-${split}/data_tfrecord-00000-of-00001.gz`, new Uint8Array(99).fill(7))
      ),
    /\.$/
  ]
])('does not match %s', async (_, name, change, sentence) => {
  const files = new Map(find('Examples', name).files);
  change(files);
  await expect(
    decodeSample(source(name, files), source('transformed'), lineage, never)
  ).rejects.toThrow(sentence);
});

it('does not match rows in another order', async () => {
  const { raw, made } = await decodeSample(
    source('penguins'),
    source('transformed'),
    lineage,
    never
  );
  expect(matchRows(raw, made, lineage)).toBe('same');
  expect(matchRows([...raw].reverse(), made, lineage)).toBe('different');
  // As two workers that each had half of them.
  expect(matchRows([...raw.slice(119), ...raw.slice(0, 119)], made, lineage)).toBe('different');
  expect(matchRows(raw.slice(1), made, lineage)).toBe('different');
});

it('does not believe what has no proof', () => {
  const rows = (name: string, of: (index: number) => number): Fields[] =>
    Array.from({ length: 100 }, (_, index) =>
      fieldsOf([
        { group: 'feature', name, value: { kind: 'float', values: [of(index)], count: 1 } }
      ])
    );
  const simple = (sources: string[]): ILineage => ({
    inputs: ['a'],
    features: [
      {
        name: 'b',
        sources: sources.map(name => ({ name, shapeOnly: false })),
        steps: [],
        operations: [],
        assets: [],
        isCut: false
      }
    ]
  });
  const digits = rows('a', index => index % 7);
  expect(
    matchRows(
      digits,
      rows('b', index => (index % 7) * 2),
      simple(['a'])
    )
  ).toBe('same');
  // A float may be computed in two ways.
  expect(
    matchRows(
      digits,
      rows('b', index => (index % 7) + index * 1e-8),
      simple(['a'])
    )
  ).toBe('same');
  // All different, all the same, from nothing.
  expect(
    matchRows(
      rows('a', i => i),
      rows('b', i => i),
      simple(['a'])
    )
  ).toBe('unknown');
  expect(
    matchRows(
      digits,
      rows('b', () => 1),
      simple(['a'])
    )
  ).toBe('unknown');
  expect(
    matchRows(
      digits,
      rows('b', i => i % 7),
      simple([])
    )
  ).toBe('unknown');
  expect(
    matchRows(
      digits,
      rows('b', i => i),
      simple(['a'])
    )
  ).toBe('different');
});
