/** What real transforms' features are made from, as their preprocessing_fn says; broken graphs, and large ones. */
import type { MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';

import type { MetaGraphDef } from '../../../proto/generated/saved_model_pb';
import type { NodeDefSchema } from '../../../proto/generated/saved_model_pb';
import { MetaGraphDefSchema } from '../../../proto/generated/saved_model_pb';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { FolderSource } from '../../__tests__/folder-source';
import type { IArtifactSource } from '../../artifact-source';
import { decodeLineage, lineageOf } from '../decode-lineage';
import type { IMadeFeature } from '../lineage';

const never = new AbortController().signal;

function fixture(name: string): IArtifactSource {
  const found = readFixtures().find(each => each.type === 'TransformGraph' && each.name === name);
  return new FixtureSource(found!);
}

/** `a, b (shape) → steps [assets]` */
function inShort({ sources, steps, assets }: IMadeFeature): string {
  const from = sources.map(({ name, shapeOnly }) => (shapeOnly ? `${name} (shape)` : name));
  return `${from.join(', ')} → ${steps.join(' ')}${assets.map(asset => ` [${asset}]`).join('')}`;
}

async function read(source: IArtifactSource): Promise<Readonly<Record<string, string>>> {
  const { features } = await decodeLineage(source, never);
  expect(features.every(({ isCut }) => !isCut)).toBe(true);
  return Object.fromEntries(features.map(feature => [feature.name, inShort(feature)]));
}

it('tells what the penguins’ features are made from', async () => {
  expect(await read(fixture('penguins'))).toEqual({
    bill_depth_mm_xf: 'bill_depth_mm → scale_to_z_score SparseToDense',
    bill_length_mm_xf: 'bill_length_mm → scale_to_z_score SparseToDense',
    body_mass_g_xf: 'body_mass_g → scale_to_z_score SparseToDense',
    flipper_length_mm_xf: 'flipper_length_mm → scale_to_z_score SparseToDense',
    island_xf: 'island → compute_and_apply_vocabulary [island]',
    sex_xf: 'sex → SparseToDense compute_and_apply_vocabulary [sex]',
    species_xf: 'species → compute_and_apply_vocabulary [species]'
  });
});

it('tells what the flights’ features are made from', async () => {
  const features = await read(fixture('flights'));
  expect(features).toMatchObject({
    carrier_xf: 'carrier → compute_and_apply_vocabulary [carrier]',
    distance_xf: 'distance → Cast scale_to_z_score',
    hour_xf: 'hour → bucketize',
    late_xf: 'late → ',
    manufacturer_xf: 'manufacturer → SparseToDense compute_and_apply_vocabulary [manufacturer]'
  });
  for (const [name, text] of Object.entries(features)) {
    expect(text).toMatch(new RegExp(`^${name.replace(/_xf$/, '')} → `));
  }
});

it.each(['transform-1', 'transform-2'])(
  'reads %s: several sources, shapes, loops, branches',
  async folder => {
    const source = new FolderSource(folder, 'TransformGraph');
    expect(await read(source)).toEqual({
      scaled: 'a → scale_to_z_score',
      words: 'b → compute_and_apply_vocabulary [b_words]',
      sum: 'a, c → Cast AddV2',
      same: 'c → ',
      same_sparse: 'b → ',
      zeros: 'a (shape) → ZerosLike',
      ones: 'c (shape) → Fill',
      mapped: 'a → map',
      branched: 'a, c → Greater Any StatelessIf'
    });
    expect((await decodeLineage(source, never)).inputs).toEqual(['a', 'b', 'c', 'unused']);
  }
);

it('says what is the matter with what is no transform', async () => {
  expect(() => lineageOf([])).toThrow(/^The graph does not name its features, .*\.$/);
  await expect(
    decodeLineage(new FolderSource('statistics', 'ExampleStatistics'), never)
  ).rejects.toThrow(/saved_model\.pb is not there\.$/);
});

interface INode {
  readonly name: string;
  readonly op?: string;
  readonly input?: string[];
  /** The function that it calls. */
  readonly calls?: string;
}

/** A graph as TensorFlow 1 keeps it: from the placeholder `x` to the node `y`. */
function graph(
  node: readonly INode[],
  functions: Readonly<Record<string, readonly INode[]>> = {}
): MetaGraphDef {
  const named = (name: string) => ({ encoding: { case: 'name' as const, value: `${name}:0` } });
  const calling = ({
    name,
    op = 'Add',
    input = [],
    calls
  }: INode): MessageInitShape<typeof NodeDefSchema> =>
    calls === undefined
      ? { name, op, input }
      : {
          ...{ name, input, op: 'PartitionedCall' },
          attr: { f: { value: { case: 'func', value: { name: calls } } } }
        };
  return create(MetaGraphDefSchema, {
    graphDef: {
      node: node.map(calling),
      library: {
        function: Object.entries(functions).map(([name, body]) => ({
          signature: { name, inputArg: [{ name: 'in' }], outputArg: [{ name: 'out' }] },
          nodeDef: body.map(calling),
          ret: { out: `${body[0].name}:out:0` }
        }))
      }
    },
    signatureDef: {
      transform_signature: { inputs: { raw: named('x') }, outputs: { made: named('y') } }
    }
  });
}

function made(...args: Parameters<typeof graph>): IMadeFeature {
  return lineageOf([graph(...args)]).features[0];
}

it.each<[string, Parameters<typeof graph>, string, boolean]>([
  [
    'circles',
    [
      [
        { name: 'y', input: ['z', 'x'] },
        { name: 'z', input: ['y'] }
      ]
    ],
    'raw → Add',
    false
  ],
  ['missing nodes', [[{ name: 'y', input: ['gone', 'x'] }]], 'raw → Add', true],
  ['a missing output', [[{ name: 'z' }]], ' → ', true],
  ['missing functions', [[{ name: 'y', input: ['x'], calls: 'gone' }]], 'raw → gone', true],
  [
    'functions that call themselves',
    [[{ name: 'y', input: ['x'], calls: 'f' }], { f: [{ name: 'a', input: ['in'], calls: 'f' }] }],
    'raw → f',
    false
  ],
  [
    'control inputs, which give no values',
    [[{ name: 'y', op: 'Const', input: ['^x'] }]],
    ' → ',
    false
  ],
  [
    'names that are none of ours',
    [[{ name: 'y', input: ['__proto__', 'constructor:1', '', ':', 'x'] }]],
    'raw → Add',
    true
  ]
])('walks graphs with %s', (_, args, text, isCut) => {
  const feature = made(...args);
  expect([inShort(feature), feature.isCut]).toEqual([text, isCut]);
});

it('walks long graphs, and deep calls', () => {
  const long = Array.from({ length: 200_000 }, (_, index) => ({
    name: index === 0 ? 'y' : `n${index}`,
    input: [index === 199_999 ? 'x' : `n${index + 1}`]
  }));
  expect(inShort(made(long))).toBe('raw → Add');
  const deep = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [
      `f${index}`,
      [{ name: 'a', input: ['in'], calls: `f${index + 1}` }]
    ])
  );
  expect(made([{ name: 'y', input: ['x'], calls: 'f0' }], deep).sources).toHaveLength(1);
});

it('gives up with a sentence where features times nodes are too many', () => {
  const node = Array.from({ length: 20_000 }, (_, index) => ({
    name: index === 0 ? 'y' : `n${index}`,
    input: index === 19_999 ? ['x'] : [`n${index + 1}`]
  }));
  const large = graph(node);
  const signature = large.signatureDef.transform_signature;
  for (let index = 0; index < 1000; index++) {
    signature.outputs[`made ${index}`] = signature.outputs.made;
  }
  expect(() => lineageOf([large])).toThrow(/^The graph is too large .*\.$/);
});
