/** Examples of real pipelines, from the documents alone: as a notebook shows them where no server has the files. */
import type { JsonValue } from '@bufbuild/protobuf';
import { fromJson, toBinary } from '@bufbuild/protobuf';

import { ExampleSchema, SequenceExampleSchema } from '../../../proto/generated/example_pb';
import { collect } from '../../../proto/__tests__/write-tfrecord';
import { readFixtures } from '../../__tests__/fixture';
import { DocumentSource } from '../../document-source';
import { decodeExample } from '../../records/decode-example';
import { decodeExamples } from '../decode';

const fixtures = readFixtures()
  .filter(({ type }) => type === 'Examples')
  .map(fixture => [fixture.name, fixture] as const);

/** What `decodeExample` says of a message that Python read: that it is told by itself is tested in decode.spec.ts. */
function fieldsOf(message: string | undefined, json: JsonValue): unknown {
  const schema = message === 'tensorflow.SequenceExample' ? SequenceExampleSchema : ExampleSchema;
  const fields = decodeExample(toBinary(schema, fromJson(schema, json)));
  return [...fields].sort();
}

describe.each(fixtures)('Examples %s', (_, { document, truths }) => {
  it('has the rows that Python reads', async () => {
    const { splits } = await decodeExamples(new DocumentSource(document, null));
    expect(splits.map(split => split.name)).toEqual(document.splits);
    for (const split of splits) {
      const { items, error } = await collect(split.rows(new AbortController().signal));
      expect(error).toBeNull();
      const wanted = split.files.flatMap(({ path }) => truths[path].value as JsonValue[]);
      const [{ kind, message }] = split.files.map(({ path }) => truths[path]);
      const rows = items.flat();
      expect(rows).toHaveLength(wanted.length);
      if (kind === 'records') {
        expect(rows.map(row => [...row.fields()].sort())).toEqual(
          wanted.map(one => fieldsOf(message, one))
        );
      } else if (kind === 'bytes') {
        const bytes = rows.map(row => row.fields().get('record:')?.value.values[0]);
        expect(
          bytes.map(one => one instanceof Uint8Array && Buffer.from(one).toString('hex'))
        ).toEqual(wanted);
      }
    }
  });
});

it('shows the rows that a document has room for, then says where the others are', async () => {
  const flights = fixtures.find(([name]) => name === 'flights')?.[1].document;
  const files = (flights?.files ?? []).map(file => ({
    ...file,
    data: file.data?.slice(0, 8000) ?? null
  }));
  const document = { ...fixtures[0][1].document, files, splits: ['train'] };
  const [{ rows }] = (await decodeExamples(new DocumentSource(document, null))).splits;
  const { items, error } = await collect(rows(new AbortController().signal));
  expect(items.flat().length).toBeGreaterThan(50);
  expect(error?.message).toMatch(/is not in this output, and no server can be asked for it here/);
});
