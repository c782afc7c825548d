import type { JsonValue } from '@bufbuild/protobuf';
import { clone, fromBinary, fromJson, toBinary } from '@bufbuild/protobuf';

import { SchemaSchema } from '../../../proto/generated/schema_pb';
import { printText } from '../../../proto/text-print';
import { FolderSource, filesIn, pythonReads } from '../../__tests__/folder-source';
import { leaves } from '../../__tests__/leaves';
import { decodeSchema } from '../decode';
import { plainSchema } from '../decode-schema';
import type { ISchemaFeature } from '../schema';

const { signal } = new AbortController();
const decode = (folder: string, files = filesIn(folder)) =>
  decodeSchema(new FolderSource(folder, 'Schema', files), signal);
const text = (schema: string) =>
  decode('text', new Map([['schema.pbtxt', new TextEncoder().encode(schema)]]));

/** Python's figures, floats as wide as they are in files; messages of other kinds are left out, as they have no JSON of their own. */
function python(folder: string) {
  const anys = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'typeUrl' in value ? {} : value;
  const json = JSON.parse(JSON.stringify(pythonReads(folder), anys)) as JsonValue;
  return fromBinary(SchemaSchema, toBinary(SchemaSchema, fromJson(SchemaSchema, json)));
}

describe('decodeSchema', () => {
  it('reads an inferred schema as Python does', async () => {
    const { schema, unknown, path } = await decode('schema');
    expect(path).toBe('schema.pbtxt');
    expect(unknown).toEqual([]);
    expect(schema).toEqual(plainSchema(python('schema')));
    expect(schema.features.map(({ name, type }) => [name, type])).toContainEqual([
      'species',
      'BYTES'
    ]);
  });

  describe('with everything in it', () => {
    const file = decode('schema-rich');
    const feature = async (...path: string[]): Promise<ISchemaFeature | undefined> =>
      path.reduce<ISchemaFeature | undefined>(
        (found, step, depth) =>
          depth === 0 ? found : found?.features.find(({ name }) => name === step),
        (await file).schema.features.find(({ name }) => name === path[0])
      );

    it('reads the same as Python', async () => {
      const { message } = await file;
      const without = clone(SchemaSchema, message);
      without.feature[0].annotation?.extraMetadata.forEach(any => {
        any.typeUrl = '';
        any.value = new Uint8Array(0);
      });
      expect(plainSchema(without)).toEqual(plainSchema(python('schema-rich')));
    });

    it('loses no figure', async () => {
      const { schema, message } = await file;
      const enums = [
        ...['type', 'lifecycleStage', 'isCategorical', 'categorical', 'jensenShannonSource'],
        ...['sequence', 'sequenceMetadata', 'format', 'derivedFrom', 'validationDerivedSource'],
        // Of messages of other kinds only the size is shown, and of tensors what they are made of.
        ...['extra', 'extraMetadata', 'tensorGroups', 'tensorRepresentationGroup', 'path']
      ];
      expect(leaves(schema, enums)).toEqual(leaves(message, enums));
    });

    it('tells what the file does not say from what is nothing', async () => {
      expect(await feature('bill')).toMatchObject({
        type: 'FLOAT',
        required: true,
        presence: null,
        valueCounts: [{ min: 1, max: 2 }],
        minDomainMass: null,
        lifecycleStage: 'BETA',
        domain: { kind: 'float', min: -Infinity, max: 1000, disallowNaN: true, categorical: true },
        drift: { infinityNorm: null, jensenShannon: null, normalizedAbsDifference: 1e-5 },
        skew: null
      });
      expect(await feature('tree')).toMatchObject({
        valueCounts: [
          { min: 1, max: null },
          { min: 0, max: 3 }
        ]
      });
    });

    it('reads bounds that numbers do not hold', async () => {
      expect((await feature('count'))?.domain).toEqual({
        kind: 'int',
        name: 'count',
        min: -(2n ** 63n),
        max: 2n ** 63n - 1n,
        categorical: true
      });
      expect((await feature('count'))?.unique).toEqual({ min: 1, max: 16 });
    });

    it('reads nested features', async () => {
      expect((await feature('tree', 'branch', 'twig'))?.path).toEqual(['tree', 'branch', 'twig']);
      expect((await feature('tree', 'leaf'))?.domain).toMatchObject({ min: 0, max: null });
      expect((await feature('tree'))?.sparseFeatures).toMatchObject([
        { path: ['tree', 'inner'], indexFeatures: ['i'], valueFeature: 'v' }
      ]);
    });

    it('reads every kind of domain', async () => {
      const { schema } = await file;
      expect(schema.features.map(({ domain }) => domain?.kind ?? '')).toEqual([
        ...['named', 'float', 'int', 'bool', 'struct', 'language', 'image', 'mid', 'url'],
        ...['time', 'time', 'timeOfDay', '', '']
      ]);
      expect((await feature('when'))?.domain).toEqual({
        kind: 'time',
        format: 'UNIX_MILLISECONDS'
      });
      expect((await feature('text'))?.domain).toMatchObject({
        coverage: { excludedTokens: ['the', 1, 2, 3] },
        tokens: [
          { token: '[CLS]', perSequence: { min: 1, max: 1 } },
          { token: 7, minFractionOfSequences: 0.25 }
        ],
        length: { min: 1, max: 512, excludedTokens: [0] }
      });
      expect(schema.domains.map(({ kind }) => kind)).toEqual(['string', 'string', 'int', 'float']);
    });

    it('reads what is of the whole dataset', async () => {
      const { schema } = await file;
      expect(schema).toMatchObject({
        defaultEnvironments: ['TRAINING', 'SERVING'],
        constraints: {
          drift: { min: 0.5, max: 2 },
          version: { min: 0.9, max: null },
          examples: { min: 10, max: 1000000 }
        },
        annotation: { tags: ['dataset'] },
        weightedFeatures: [{ feature: ['bill'], weight: ['weight'], lifecycleStage: 'ALPHA' }],
        tensorGroups: [
          {
            name: '',
            tensors: [
              { name: 'dense', kind: 'dense', columns: ['bill'], shape: [{ size: 1 }] },
              { name: 'ragged', kind: 'ragged', columns: ['tree.leaf'] },
              { name: 'sparse', kind: 'sparse', columns: ['value', 'index'] },
              { name: 'var', kind: 'varLenSparse', columns: ['count'] }
            ]
          }
        ],
        variableLengthAsRagged: true
      });
    });
  });

  it('keeps what it does not know, to be written again', async () => {
    const { schema, message, unknown } = await text('feature { name: "a" new_in_2030 { x: 1 } }');
    expect(schema.features[0].name).toBe('a');
    expect(printText(SchemaSchema, message, unknown)).toBe(
      'feature {\n  name: "a"\n  new_in_2030 { x: 1 }\n}\n'
    );
  });

  it('says where a text is wrong', async () => {
    await expect(text('feature {\n  name: }')).rejects.toThrow(
      'schema.pbtxt: Line 2, column 9: a string in quotes should stand here, but "}" is there.'
    );
    await expect(decode('none', new Map())).rejects.toThrow('There is no schema.pbtxt');
  });
});
