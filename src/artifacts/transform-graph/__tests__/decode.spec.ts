/** Transform graphs agree with what Google's Python reads; vocabularies in all their forms. */
import { gzipSync } from 'node:zlib';

import { writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { textSource } from '../../__tests__/text-source';
import { DocumentSource } from '../../document-source';
import { decodeTransformGraph } from '../decode';
import { decodeVocabulary } from '../decode-vocabulary';

const never = new AbortController().signal;
const fixtures = readFixtures()
  .filter(({ type }) => type === 'TransformGraph')
  .map(fixture => [fixture.name, fixture] as const);

describe.each(fixtures)('%s', (_, fixture) => {
  it('has both schemas, and the vocabularies that Python reads', async () => {
    // What an output carries is enough for these.
    const source = new DocumentSource(fixture.document, null);
    const graph = await decodeTransformGraph(source, never);
    expect(graph).toMatchObject({ problems: [], hasGraph: true });
    for (const [schema, path] of [
      [graph.raw, 'metadata/schema.pbtxt'],
      [graph.transformed, 'transformed_metadata/schema.pbtxt']
    ] as const) {
      const { feature } = fixture.truths[path].value as { feature: readonly { name: string }[] };
      expect(schema?.features.map(({ name }) => name)).toEqual(feature.map(({ name }) => name));
    }
    const names = fixture.truths['transformed_metadata/asset_map'].value as Record<string, string>;
    expect(graph.vocabularies.map(({ name }) => name)).toEqual(Object.keys(names).sort());
    for (const { file } of graph.vocabularies) {
      const { terms, hasCounts, cut } = await decodeVocabulary(source, file.path, never);
      expect(terms.map(({ text }) => text)).toEqual(fixture.truths[file.path].value);
      expect(terms.map(({ index }) => index)).toEqual(terms.map((_term, index) => index));
      expect([hasCounts, cut]).toEqual([false, null]);
    }
  });

  it('is read from the server too', async () => {
    const graph = await decodeTransformGraph(new FixtureSource(fixture), never);
    expect(graph.statistics?.before).toMatch(/\/Transform[^/]*\/pre_transform_stats\/\d+$/);
    expect(graph.statistics?.after).toMatch(/\/Transform[^/]*\/post_transform_stats\/\d+$/);
  });
});

async function read(content: string | Uint8Array, path = 'transform_fn/assets/v') {
  const { terms, hasCounts } = await decodeVocabulary(
    textSource('TransformGraph', { [path]: content }),
    path,
    never
  );
  return { hasCounts, terms: terms.map(({ text, count }) => [text, count]) };
}

it('reads counts, reserved terms and spaces', async () => {
  expect(await read('-1 [PAD]\n47 Paris\n14 New__SPACE__York\n14 \n0.5 a b\n')).toEqual({
    hasCounts: true,
    terms: [
      ['[PAD]', null],
      ['Paris', 47],
      ['New York', 14],
      ['', 14],
      ['a b', 0.5]
    ]
  });
});

it.each([
  ['12 Main Street\n14 Main Street\n', ['12 Main Street', '14 Main Street']],
  ['3 a\nb\n', ['3 a', 'b']],
  ['a\n\nb', ['a', '', 'b']],
  ['', []]
])('takes %j for terms', async (content, terms) => {
  const found = await read(content);
  expect(found.hasCounts).toBe(false);
  expect(found.terms.map(([text]) => text)).toEqual(terms);
});

it('reads terms over the borders of chunks', async () => {
  const terms = Array.from({ length: 3000 }, (_, index) => `términ ${index}`);
  expect((await read(`${terms.join('\n')}\n`)).terms.map(([text]) => text)).toEqual(terms);
});

it('reads compressed records', async () => {
  const records = ['5 smith', '2 cook'].map(term => new TextEncoder().encode(term));
  const file = new Uint8Array(gzipSync(writeTFRecord(records)));
  const path = 'transform_fn/assets/v.tfrecord.gz';
  expect(await read(file, path)).toEqual({
    hasCounts: true,
    terms: [
      ['smith', 5],
      ['cook', 2]
    ]
  });
  await expect(read(file.slice(0, 10), path)).rejects.toThrow(/\.$/);
});

it('says what is missing, and shows the rest', async () => {
  const graph = await decodeTransformGraph(
    textSource('TransformGraph', {
      'metadata/schema.pbtxt': 'feature { name: "a" }',
      'transformed_metadata/schema.pbtxt': 'feature {',
      'transformed_metadata/asset_map': '[]',
      'transform_fn/assets/v': 'x'
    }),
    never
  );
  expect(graph.raw?.features).toHaveLength(1);
  expect(graph.transformed).toBeNull();
  expect(graph.vocabularies.map(({ name }) => name)).toEqual(['v']);
  expect(graph.hasGraph).toBe(false);
  expect(graph.problems).toEqual([
    expect.stringMatching(/^transformed_metadata\/schema\.pbtxt: /),
    expect.stringMatching(/^transformed_metadata\/asset_map does not name files/)
  ]);
  await expect(decodeTransformGraph(textSource('TransformGraph', {}), never)).rejects.toThrow(
    /^There are no files/
  );
});
