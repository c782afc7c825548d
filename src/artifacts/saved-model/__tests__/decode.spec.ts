/** SavedModels and checkpoints agree with what Google's Python reads. */
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { mutate, pick, seeded } from '../../../proto/__tests__/mutate';
import { decodeCheckpoint } from '../decode-checkpoint';
import { decodeSavedModel, savedModelFolders } from '../decode-saved-model';
import type { ITensorInfo, Shape } from '../saved-model';
import { parametersOf } from '../saved-model';

const never = new AbortController().signal;

interface IJsonTensor {
  readonly dtype?: string;
  readonly tensor_shape?: {
    readonly dim?: readonly { readonly size?: string }[];
    readonly unknown_rank?: boolean;
  };
}

interface IJsonGraph {
  readonly tags: readonly string[];
  readonly tensorflow_version: string;
  readonly signature_def: Readonly<
    Record<
      string,
      {
        readonly method_name?: string;
        readonly inputs?: Readonly<Record<string, IJsonTensor>>;
        readonly outputs?: Readonly<Record<string, IJsonTensor>>;
      }
    >
  >;
  readonly operations: Readonly<Record<string, number>>;
  readonly functions: number;
  readonly variables: readonly {
    readonly name: string;
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly trainable: boolean;
  }[];
}

/** Such as `DT_FLOAT`. */
function python(type: string): string {
  const names: Readonly<Record<string, string>> = {
    DT_FLOAT: 'float32',
    DT_DOUBLE: 'float64',
    DT_HALF: 'float16'
  };
  return names[type] ?? type.replace('DT_', '').toLowerCase();
}

function shapeOf({ tensor_shape: shape }: IJsonTensor): Shape {
  return shape?.unknown_rank
    ? null
    : (shape?.dim ?? []).map(({ size = '0' }) => (size === '-1' ? null : Number(size)));
}

function tensorsOf(map: Readonly<Record<string, IJsonTensor>> = {}): unknown {
  return Object.entries(map)
    .map(([name, tensor]) => [name, python(tensor.dtype ?? ''), shapeOf(tensor)])
    .sort();
}

const named = (tensors: readonly ITensorInfo[]): unknown =>
  tensors.map(({ name, type, shape }) => [name, type, shape]).sort();

const models = readFixtures().flatMap(fixture =>
  savedModelFolders(fixture.document.files).map(
    folder => [`${fixture.type} ${fixture.name} ${folder}`, fixture, folder] as const
  )
);

describe.each(models)('%s', (_, fixture, folder) => {
  const path = (name: string): string => (folder === '' ? name : `${folder}/${name}`);

  it('has the graphs that Python reads', async () => {
    const { graphs, problems } = await decodeSavedModel(new FixtureSource(fixture), folder, never);
    expect(problems).toEqual([]);
    const wanted = fixture.truths[path('saved_model.pb')].value as readonly IJsonGraph[];
    expect(graphs).toHaveLength(wanted.length);
    graphs?.forEach((graph, index) => {
      const truth = wanted[index];
      expect(graph.tags).toEqual(truth.tags);
      expect(graph.tensorFlow).toBe(truth.tensorflow_version);
      expect(Object.fromEntries(graph.operations)).toEqual(truth.operations);
      expect(graph.functions).toBe(truth.functions);
      expect(
        graph.signatures
          .map(one => [one.name, one.method, named(one.inputs), named(one.outputs)])
          .sort()
      ).toEqual(
        Object.entries(truth.signature_def)
          .filter(([name]) => !name.startsWith('__saved_model_'))
          .map(([name, one]) => [
            name,
            one.method_name ?? '',
            tensorsOf(one.inputs),
            tensorsOf(one.outputs)
          ])
          .sort()
      );
      expect(graph.variables.length + graph.copies).toBe(truth.variables.length);
      const known = truth.variables.map(one =>
        JSON.stringify([one.name, python(one.dtype), one.shape, one.trainable])
      );
      expect(known).toEqual(
        expect.arrayContaining(
          graph.variables.map(one => JSON.stringify([one.name, one.type, one.shape, one.trainable]))
        )
      );
      if (graph.copies > 0) {
        expect(new Set(known).size).toBe(graph.variables.length);
      }
    });
  });

  it('has the variables that Python reads', async () => {
    const index = path('variables/variables.index');
    const bytes = fixture.files.get(index) ?? new Uint8Array();
    const found = decodeCheckpoint(bytes, index).map(({ name, type, shape }) => [
      name,
      { dtype: type, shape }
    ]);
    const wanted = Object.entries(fixture.truths[index].value as Record<string, unknown>).filter(
      ([name]) => name !== '_CHECKPOINTABLE_OBJECT_GRAPH'
    );
    expect(found.sort()).toEqual(wanted.sort());
  });
});

it('reads layers of Keras 2', async () => {
  const fixture = readFixtures().find(({ name }) => name === 'keras-2');
  const { keras, graphs } = await decodeSavedModel(
    new FixtureSource(fixture ?? readFixtures()[0]),
    'Format-Serving',
    never
  );
  expect(graphs?.[0].madeBy).toBe('keras-2');
  expect(keras).toMatchObject({
    name: 'penguins',
    kind: 'Functional',
    version: '2.16.0',
    loss: 'mse',
    optimizer: 'Adam',
    layers: [
      { name: 'bill', kind: 'InputLayer', input: [null, 2] },
      { name: 'hidden', kind: 'Dense', input: [null, 2], trainable: true },
      { name: 'mass', kind: 'Dense', input: [null, 4] }
    ]
  });
  expect(keras?.layers[1].settings.slice(0, 2)).toEqual([
    ['units', '4'],
    ['activation', 'relu']
  ]);
});

it('tells who made a model', async () => {
  const makers = await Promise.all(
    models.map(async ([name, fixture, folder]) => {
      const { graphs } = await decodeSavedModel(new FixtureSource(fixture), folder, never);
      return [name, graphs?.[0].madeBy];
    })
  );
  expect(Object.fromEntries(makers)).toMatchObject({
    'Model penguins Format-Serving': 'keras-3',
    'Model keras-2 Format-Serving': 'keras-2',
    'Model tensorflow-1 Format-Serving': 'tensorflow-1',
    'TransformGraph penguins transform_fn': 'transform'
  });
});

it.each([
  [[], 1],
  [[2, 3], 6],
  [[2, null], null],
  [null, null]
])('a variable of shape %p has %p values', (shape, values) => {
  expect(parametersOf({ shape })).toBe(values);
});

it('refuses broken checkpoints with a sentence', () => {
  const random = seeded(1);
  const good = models.map(
    ([, { files }, folder]) =>
      files.get(
        folder === '' ? 'variables/variables.index' : `${folder}/variables/variables.index`
      ) ?? new Uint8Array()
  );
  let refused = 0;
  for (let count = 0; count < 2000; count++) {
    const bytes = mutate(pick(good, random), random);
    try {
      decodeCheckpoint(bytes, 'variables.index');
    } catch (error) {
      refused += 1;
      expect(String(error)).toMatch(/^(Message)?Error: variables\.index cannot be read as .*\.$/s);
    }
  }
  expect(refused).toBeGreaterThan(500);
});
