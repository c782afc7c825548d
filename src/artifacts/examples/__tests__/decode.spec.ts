/** Examples agree with what Google's Python reads in the same files. */
import { readFileSync } from 'node:fs';

import { folderSource } from '../../records/__tests__/folder-source';
import type { Fields, FieldValue, IRow } from '../../records/field-value';
import { fieldKey } from '../../records/field-value';
import { decodeExamples } from '../decode';

const root = 'fixtures/formats';

interface IJsonFeature {
  readonly bytesList?: { readonly value?: readonly string[] };
  readonly floatList?: { readonly value?: readonly (number | string)[] };
  readonly int64List?: { readonly value?: readonly string[] };
}

interface IJsonFeatures {
  readonly feature?: Readonly<Record<string, IJsonFeature>>;
}

interface IJsonExample {
  readonly features?: IJsonFeatures;
  readonly context?: IJsonFeatures;
  readonly featureLists?: {
    readonly featureList?: Readonly<Record<string, { readonly feature?: readonly IJsonFeature[] }>>;
  };
}

async function all(rows: AsyncIterable<readonly IRow[]>): Promise<IRow[]> {
  const found: IRow[] = [];
  for await (const batch of rows) {
    found.push(...batch);
  }
  return found;
}

/** A value, as Python's canonical JSON has it. */
function toJson({ kind, values }: FieldValue): unknown {
  switch (kind) {
    case 'bytes':
      return { bytesList: { value: values.map(one => Buffer.from(one).toString('base64')) } };
    case 'float':
      return { floatList: { value: values.map(one => Math.fround(one)) } };
    case 'int':
      return { int64List: { value: values.map(String) } };
    case 'none':
      return {};
    case 'steps':
      return values.map(toJson);
    default:
      throw new Error(`${kind} is not of an example.`);
  }
}

/** Floats as the number of 32 bits that they stand for. */
function wanted({ bytesList, floatList, int64List }: IJsonFeature): unknown {
  if (floatList) {
    const numbers = (floatList.value ?? []).map(one => Math.fround(Number(one)));
    return { floatList: { value: numbers } };
  }
  return bytesList
    ? { bytesList: { value: bytesList.value ?? [] } }
    : int64List
      ? { int64List: { value: int64List.value ?? [] } }
      : {};
}

function wantedRow(example: IJsonExample): ReadonlyMap<string, unknown> {
  const lists = Object.entries(example.featureLists?.featureList ?? {});
  const features = Object.entries((example.features ?? example.context)?.feature ?? {});
  return new Map<string, unknown>([
    ...features.map(([name, feature]) => [fieldKey('feature', name), wanted(feature)] as const),
    ...lists.map(
      ([name, list]) => [fieldKey('steps', name), (list.feature ?? []).map(wanted)] as const
    )
  ]);
}

function gotRow(fields: Fields): ReadonlyMap<string, unknown> {
  return new Map([...fields].map(([key, { value }]) => [key, toJson(value)]));
}

describe('decodeExamples', () => {
  it.each(['examples', 'examples-old', 'examples-sequence', 'examples-odd'])(
    'reads %s as Python does',
    async name => {
      const splits = JSON.parse(readFileSync(`${root}/${name}.json`, 'utf8')) as Record<
        string,
        readonly IJsonExample[]
      >;
      const read = await decodeExamples(folderSource(`${root}/${name}`));
      expect(read.splits.map(split => split.name).sort()).toEqual(Object.keys(splits).sort());
      for (const split of read.splits) {
        const rows = await all(split.rows(new AbortController().signal));
        expect(rows.map(row => row.index)).toEqual(rows.map((_, index) => index));
        expect(rows.map(row => gotRow(row.fields()))).toEqual(splits[split.name].map(wantedRow));
      }
    }
  );

  it('has the splits in the order of the artifact', async () => {
    const source = folderSource(`${root}/examples`, { splits: ['train', 'eval'] });
    expect((await decodeExamples(source)).splits.map(({ name }) => name)).toEqual([
      'train',
      'eval'
    ]);
  });

  it.each(['FORMAT_PROTO', 11])('shows records of another message as bytes: %p', async format => {
    const source = folderSource(`${root}/examples`, {
      customProperties: { payload_format: format }
    });
    const [{ rows }] = (await decodeExamples(source)).splits;
    const [first] = await all(rows(new AbortController().signal));
    expect([...first.fields().keys()]).toEqual(['record:']);
  });

  it('says that there are no files', async () => {
    const source = folderSource(`${root}/text`, { files: [], problem: null });
    await expect(decodeExamples(source)).rejects.toThrow('There are no files with rows here.');
  });
});
