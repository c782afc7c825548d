/** The graphs of saved_model.pb as plain data. */
import type {
  MetaGraphDef,
  SavedObject,
  SavedObjectGraph,
  SignatureDef,
  TensorInfo
} from '../../proto/generated/saved_model_pb';
import type { TensorShapeProto } from '../../proto/generated/tensor_pb';
import { DataType } from '../../proto/generated/tensor_pb';
import type { IMetaGraph, ISignature, ITensorInfo, IVariable, MadeBy, Shape } from './saved-model';

/** Signatures by which TensorFlow loads a model: nobody calls them. */
const INTERNAL = '__saved_model_';

/** A graph for a use. */
export function decodeGraph(message: MetaGraphDef): IMetaGraph {
  const { metaInfoDef, graphDef, signatureDef, objectGraphDef } = message;
  const operations = new Map<string, number>();
  const add = ({ op }: { readonly op: string }): void =>
    void operations.set(op, (operations.get(op) ?? 0) + 1);
  const functions = graphDef?.library?.function ?? [];
  graphDef?.node.forEach(add);
  functions.forEach(({ nodeDef }) => nodeDef.forEach(add));
  const { variables, copies } = variablesOf(objectGraphDef);
  return {
    tags: metaInfoDef?.tags ?? [],
    tensorFlow: metaInfoDef?.tensorflowVersion ?? '',
    madeBy: madeBy(objectGraphDef),
    signatures: Object.entries(signatureDef)
      .filter(([name]) => !name.startsWith(INTERNAL))
      .map(([name, signature]) => signatureOf(name, signature))
      .sort((a, b) => order(a.name) - order(b.name) || compare(a.name, b.name)),
    operations: new Map(
      [...operations].sort(([a, many], [b, more]) => more - many || compare(a, b))
    ),
    functions: functions.length,
    variables,
    copies
  };
}

/** What a server calls where nobody says otherwise is first. */
function order(name: string): number {
  return name === 'serving_default' ? 0 : 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function signatureOf(name: string, { methodName, inputs, outputs }: SignatureDef): ISignature {
  return { name, method: methodName, inputs: tensorsOf(inputs), outputs: tensorsOf(outputs) };
}

function tensorsOf(map: Readonly<Record<string, TensorInfo>>): readonly ITensorInfo[] {
  return Object.entries(map)
    .map(([name, { encoding, dtype, tensorShape }]) => ({
      name,
      type: typeName(dtype),
      shape: tensorShape ? shapeOf(tensorShape) : null,
      tensors:
        encoding.case === 'name'
          ? [encoding.value]
          : encoding.case === 'cooSparse'
            ? [
                encoding.value.valuesTensorName,
                encoding.value.indicesTensorName,
                encoding.value.denseShapeTensorName
              ]
            : []
    }))
    .sort((a, b) => compare(a.name, b.name));
}

/** A type as Python calls it: `float32` for `DT_FLOAT`. */
export function typeName(type: DataType): string {
  switch (type) {
    case DataType.DT_FLOAT:
      return 'float32';
    case DataType.DT_DOUBLE:
      return 'float64';
    case DataType.DT_HALF:
      return 'float16';
    default:
      // A newer TensorFlow has types that have only a number here.
      return DataType[type]?.replace('DT_', '').toLowerCase() ?? `type ${type}`;
  }
}

/** A shape; its sizes of -1 are any. */
export function shapeOf({ dim, unknownRank }: TensorShapeProto): Shape {
  return unknownRank ? null : dim.map(({ size }) => (size < 0n ? null : Number(size)));
}

/** Variables of TensorFlow 2. */
function variablesOf(
  graph: SavedObjectGraph | undefined
): Pick<IMetaGraph, 'variables' | 'copies'> {
  const nodes = graph?.nodes ?? [];
  const again = new Set(childrenOf(nodes, childOf(nodes.at(0), '_all_variables')));
  const known = new Set<string>();
  const variables: IVariable[] = [];
  let copies = 0;
  // Those that are stored twice come first as what they are.
  for (const isAgain of [false, true]) {
    nodes.forEach(({ kind }, index) => {
      if (kind.case !== 'variable' || again.has(index) !== isAgain) {
        return;
      }
      const { name, dtype, shape, trainable } = kind.value;
      const variable = {
        name,
        type: typeName(dtype),
        shape: shape ? shapeOf(shape) : null,
        trainable,
        size: null
      };
      const key = `${name}\n${JSON.stringify(variable.shape)}`;
      if (isAgain && known.has(key)) {
        copies += 1;
      } else {
        known.add(key);
        variables.push(variable);
      }
    });
  }
  return { variables, copies };
}

function madeBy(graph: SavedObjectGraph | undefined): MadeBy {
  const nodes = graph?.nodes ?? [];
  const root = nodes.at(0);
  if (!root) {
    return 'tensorflow-1';
  }
  if (
    nodes.some(
      ({ kind }) => kind.case === 'userObject' && kind.value.identifier.startsWith('_tf_keras_')
    )
  ) {
    return 'keras-2';
  }
  if (childOf(root, '_all_variables') !== null) {
    return 'keras-3';
  }
  return childOf(root, 'transform_fn') === null ? 'tensorflow-2' : 'transform';
}

/** Number of the object that another has by a name. */
function childOf(object: SavedObject | undefined, name: string): number | null {
  return object?.children.find(({ localName }) => localName === name)?.nodeId ?? null;
}

function childrenOf(nodes: readonly SavedObject[], id: number | null): readonly number[] {
  return id === null ? [] : (nodes.at(id)?.children.map(({ nodeId }) => nodeId) ?? []);
}
