/**
 * Which raw features a transform's features are made from, from its SavedModel.
 *
 * TensorFlow 2 keeps the transform as a function of the object `transform_fn`: its signature names features, its first
 * arguments are their tensors, the last ones are objects, of which a table's initializer names a file. TensorFlow 1 has a
 * graph and a signature that names features' tensors; a node that fills a table has the file's name as an input.
 */
import { decodeMessage } from '../../proto/decode-message';
import type {
  AssetFileDef,
  FunctionDef,
  MetaGraphDef,
  NodeDef,
  SavedObject,
  SignatureDef,
  StructuredValue,
  TensorInfo
} from '../../proto/generated/saved_model_pb';
import {
  AssetFileDefSchema,
  SavedModelSchema,
  TypeSpecProto_TypeSpecClass
} from '../../proto/generated/saved_model_pb';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { operationCounts, stepsOf } from './compute-steps';
import type { IBody, IReach } from './compute-walk';
import { bodyOf, GraphWalk, tensorKey } from './compute-walk';
import { TRANSFORM_FN } from './decode';
import type { ILineage, IMadeFeature } from './lineage';

const PATH = `${TRANSFORM_FN}/saved_model.pb`;
/** Bytes of the graph that are read, at most. */
const MOST = 1 << 26;
/** Of TensorFlow 1. */
const SIGNATURE = 'transform_signature';
const ASSETS = 'saved_model_assets';
/** Lists in lists of a function's signature. */
const DEEPEST = 20;

/** What a leaf of the walk is. */
type Leaf =
  | { readonly kind: 'feature'; readonly name: string; readonly shapeOnly: boolean }
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'other' };

/** A body to walk, and what its ends are called. */
interface IPorts {
  readonly body: IBody;
  /** By number. */
  readonly leaves: readonly Leaf[];
  /** Tensors of the transformed features. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

/** @throws an Error with a sentence where the graph does not tell. */
export async function decodeLineage(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<ILineage> {
  const size = source.document.files.find(({ path }) => path === PATH)?.size ?? 0;
  if (size > MOST) {
    throw new Error(
      `${PATH} is ${Math.round(size / 1e6)} MB long: what features are made from is told only up to ${MOST >> 20} MB.`
    );
  }
  const bytes = await source.read(PATH);
  throwIfAborted(signal);
  return lineageOf(decodeMessage(SavedModelSchema, bytes, PATH).metaGraphs);
}

/** Of the first graph that names its features. */
export function lineageOf(graphs: readonly MetaGraphDef[]): ILineage {
  for (const graph of graphs) {
    const functions = graph.graphDef?.library?.function ?? [];
    const ports = objectPorts(graph, functions) ?? signaturePorts(graph);
    if (ports) {
      return lineageOfPorts(ports, functions);
    }
  }
  throw new Error(
    'The graph does not name its features, so what they are made from cannot be told: it was not written by TensorFlow Transform, or by a version that is not known here.'
  );
}

function lineageOfPorts(
  { body, leaves, outputs }: IPorts,
  functions: readonly FunctionDef[]
): ILineage {
  const walk = new GraphWalk(
    new Map(functions.map(each => [each.signature?.name ?? '', bodyOf(each)]))
  );
  const inputs = new Set(leaves.flatMap(leaf => (leaf.kind === 'feature' ? [leaf.name] : [])));
  return {
    inputs: [...inputs],
    features: [...outputs].map(([name, tensors]) =>
      madeFeature(name, walk.reach(body, tensors), leaves)
    )
  };
}

function madeFeature(name: string, reach: IReach, leaves: readonly Leaf[]): IMadeFeature {
  const sources = new Map<string, boolean>();
  const assets = new Set<string>();
  for (const [index, onlyShape] of reach.leaves) {
    const leaf = leaves.at(index);
    if (leaf?.kind === 'feature') {
      const shapeOnly = onlyShape || leaf.shapeOnly;
      sources.set(leaf.name, shapeOnly && (sources.get(leaf.name) ?? true));
    } else if (leaf?.kind === 'asset' && !onlyShape) {
      assets.add(leaf.name);
    }
  }
  return {
    name,
    sources: [...sources]
      .map(([source, shapeOnly]) => ({ name: source, shapeOnly }))
      .sort((a, b) => Number(a.shapeOnly) - Number(b.shapeOnly) || compare(a.name, b.name)),
    steps: stepsOf(reach.operations),
    operations: operationCounts(reach.operations),
    assets: [...assets].sort(),
    isCut: reach.isCut
  };
}

/** TensorFlow 2: the function of the object `transform_fn`. */
function objectPorts(graph: MetaGraphDef, functions: readonly FunctionDef[]): IPorts | null {
  const { nodes = [], concreteFunctions = {} } = graph.objectGraphDef ?? {};
  const object = childOf(nodes, nodes.at(0), 'transform_fn');
  const name =
    object?.kind.case === 'bareConcreteFunction' ? object.kind.value.concreteFunctionName : null;
  const called = name === null ? undefined : concreteFunctions[name];
  const definition = functions.find(({ signature }) => signature?.name === name);
  if (!called || !definition) {
    return null;
  }
  const body = bodyOf(definition);
  const inputs = flatten(called.canonicalizedInputSignature);
  const outputs = flatten(called.outputSignature);
  // Else the names would be those of other tensors.
  if (
    inputs.length === 0 ||
    inputs.length + called.boundInputs.length !== body.leaves.size ||
    outputs.length !== body.results.length
  ) {
    return null;
  }
  const files = graph.assetFileDef.map(({ filename }) => filename);
  const tensors = new Map<string, string[]>();
  outputs.forEach(({ name: feature }, index) => {
    tensors.set(feature, [...(tensors.get(feature) ?? []), body.results[index]]);
  });
  return {
    body,
    leaves: [
      ...inputs.map(input => ({ kind: 'feature' as const, ...input })),
      ...called.boundInputs.map(id => boundLeaf(nodes, id, files))
    ],
    outputs: tensors
  };
}

/** A table, whose initializer has a file; or the file itself. */
function boundLeaf(nodes: readonly SavedObject[], id: number, files: readonly string[]): Leaf {
  const object = id < 0 ? undefined : nodes.at(id);
  const asset = [object, childOf(nodes, childOf(nodes, object, '_initializer'), '_filename')].find(
    each => each?.kind.case === 'asset'
  );
  const file = asset?.kind.case === 'asset' ? files.at(asset.kind.value.assetFileDefIndex) : null;
  return file ? { kind: 'asset', name: file } : { kind: 'other' };
}

function childOf(
  nodes: readonly SavedObject[],
  object: SavedObject | undefined,
  name: string
): SavedObject | undefined {
  const id = object?.children.find(({ localName }) => localName === name)?.nodeId;
  return id === undefined || id < 0 ? undefined : nodes.at(id);
}

/** Whose tensor it is, and whether that is only a shape. */
interface IFlatTensor {
  readonly name: string;
  readonly shapeOnly: boolean;
}

/** Tensors in the order in which TensorFlow hands them over: names sorted, a sparse one as three. */
function flatten(value: StructuredValue | undefined, name = '', depth = 0): readonly IFlatTensor[] {
  const kind = value?.kind;
  if (!kind || depth > DEEPEST) {
    return [];
  }
  switch (kind.case) {
    case 'tensorSpecValue':
      return [{ name, shapeOnly: false }];
    case 'typeSpecValue': {
      const { typeSpecClass, numFlatComponents } = kind.value;
      const isSparse = typeSpecClass === TypeSpecProto_TypeSpecClass.SPARSE_TENSOR_SPEC;
      // Indices, values, shape. TensorFlow before 2.9 does not say how many.
      const length = isSparse ? 3 : Math.min(100, Math.max(0, numFlatComponents));
      return Array.from({ length }, (_, at) => ({ name, shapeOnly: isSparse && at === 2 }));
    }
    case 'listValue':
    case 'tupleValue':
      return kind.value.values.flatMap(each => flatten(each, name, depth + 1));
    case 'dictValue':
      return Object.entries(kind.value.fields)
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([key, each]) => flatten(each, name === '' ? key : name, depth + 1));
    default:
      return [];
  }
}

/** TensorFlow 1: the signature that names features. */
function signaturePorts(graph: MetaGraphDef): IPorts | null {
  const { signatureDef, graphDef } = graph;
  const signature: SignatureDef | undefined = signatureDef[SIGNATURE];
  if (!signature || !graphDef) {
    return null;
  }
  const nodes = new Map(graphDef.node.map(node => [node.name, node]));
  const leaves: Leaf[] = [];
  const numbers = new Map<string, number>();
  const add = (tensor: string, leaf: Leaf): void => {
    numbers.set(tensorKey(tensor), leaves.push(leaf) - 1);
  };
  for (const [name, info] of Object.entries(signature.inputs)) {
    tensorsOf(info).forEach(([tensor, shapeOnly]) =>
      add(tensor, { kind: 'feature', name, shapeOnly })
    );
  }
  for (const { tensorInfo, filename } of assetsOf(graph)) {
    if (tensorInfo?.encoding.case === 'name') {
      add(tensorInfo.encoding.value, { kind: 'asset', name: filename });
    }
  }
  return {
    body: { nodes: filled(nodes), leaves: numbers, results: [] },
    leaves,
    outputs: new Map(
      Object.entries(signature.outputs)
        .sort(([a], [b]) => compare(a, b))
        .map(([name, info]) => [name, tensorsOf(info).map(([tensor]) => tensor)])
    )
  };
}

/** Files: TensorFlow 1 keeps them in a collection. */
function assetsOf({ assetFileDef, collectionDef }: MetaGraphDef): readonly AssetFileDef[] {
  const kind = collectionDef[ASSETS]?.kind;
  const kept = kind?.case === 'anyList' ? kind.value.value : [];
  return [
    ...assetFileDef,
    ...kept.map(({ value }) => decodeMessage(AssetFileDefSchema, value, ASSETS))
  ];
}

/** Tables with what fills them among their inputs. */
function filled(nodes: ReadonlyMap<string, NodeDef>): ReadonlyMap<string, NodeDef> {
  const all = new Map(nodes);
  for (const { op, input } of nodes.values()) {
    const table = op.startsWith('InitializeTable') ? all.get(nodeOf(input.at(0) ?? '')) : undefined;
    if (table) {
      all.set(table.name, { ...table, input: [...table.input, ...input.slice(1)] });
    }
  }
  return all;
}

function nodeOf(tensor: string): string {
  return tensor.split(':', 1)[0];
}

/** Tensors, each with whether it is only a shape. */
function tensorsOf({ encoding }: TensorInfo): readonly (readonly [string, boolean])[] {
  switch (encoding.case) {
    case 'name':
      return [[encoding.value, false]];
    case 'cooSparse': {
      const { valuesTensorName, indicesTensorName, denseShapeTensorName } = encoding.value;
      return [
        [indicesTensorName, false],
        [valuesTensorName, false],
        [denseShapeTensorName, true]
      ];
    }
    default:
      return [];
  }
}

/** Python's order: by code points, which is that of UTF-8. */
function compare(a: string, b: string): number {
  const [first, second] = [[...a], [...b]];
  const at = first.findIndex((character, index) => character !== second[index]);
  if (at < 0 || at >= second.length) {
    return first.length - second.length;
  }
  return (first[at].codePointAt(0) ?? 0) - (second[at].codePointAt(0) ?? 0);
}
