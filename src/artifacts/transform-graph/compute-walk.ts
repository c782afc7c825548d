/** Walks a graph of TensorFlow back from a tensor to what it is computed from, through the functions that it calls. */
import type { FunctionDef, NodeDef } from '../../proto/generated/saved_model_pb';

/** A graph, or a function's body. */
export interface IBody {
  readonly nodes: ReadonlyMap<string, NodeDef>;
  /** Where the walk ends: tensors, or arguments, by {@link tensorKey}; to their numbers. */
  readonly leaves: ReadonlyMap<string, number>;
  /** Tensors by the number of the output. */
  readonly results: readonly string[];
}

/** An operation that was met. */
export interface IOperation {
  readonly name: string;
  readonly op: string;
}

/** What tensors are computed from. */
export interface IReach {
  /** Leaves by number; true for those of which only the shape is used. */
  readonly leaves: ReadonlyMap<number, boolean>;
  /** In the order of the data. Those that only tell a shape are left out. */
  readonly operations: readonly IOperation[];
  /** Nodes that the graph names and does not have. */
  readonly isCut: boolean;
}

/** Nodes that are visited for all features together, at most: a second or two. */
const MOST_VISITS = 600_000;
/** Operations of a tensor that are kept. */
const MOST_OPERATIONS = 10_000;
/** Calls in calls; deeper ones count as made from all that they are given. */
const DEEPEST = 60;

const CALLS = new Set(['PartitionedCall', 'StatefulPartitionedCall', 'RemoteCall']);
/** Operations whose result says nothing of the values. */
const SHAPES = new Set(['Shape', 'ShapeN', 'Size', 'Rank', 'ZerosLike', 'OnesLike']);

/** A function's body, from its definition. */
export function bodyOf({ signature, nodeDef, ret }: FunctionDef): IBody {
  return {
    nodes: new Map(nodeDef.map(node => [node.name, node])),
    leaves: new Map(signature?.inputArg.map(({ name }, index) => [name, index])),
    results: signature?.outputArg.map(({ name }) => ret[name] ?? '') ?? []
  };
}

/** One step of the walk. */
interface IVisit {
  readonly tensor: string;
  readonly shapeOnly: boolean;
  /** What was met on the way is below it: it is done. */
  readonly done?: readonly IOperation[];
}

/** Walks one file's graphs; keeps what it learned of functions. */
export class GraphWalk {
  /** @param _functions - By name. */
  constructor(private readonly _functions: ReadonlyMap<string, IBody>) {}

  /**
   * What tensors of a body are computed from.
   *
   * @throws an Error with a sentence where the graph is too large to walk.
   */
  reach(body: IBody, tensors: readonly string[], depth = 0): IReach {
    const leaves = new Map<number, boolean>();
    const operations: IOperation[] = [];
    const seen = new Set<string>();
    let isCut = false;
    const stack: IVisit[] = [...tensors].reverse().map(tensor => ({ tensor, shapeOnly: false }));
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
      const { tensor, shapeOnly, done } = visit;
      if (done) {
        if (operations.length < MOST_OPERATIONS) {
          operations.push(...done.slice(0, MOST_OPERATIONS - operations.length));
        }
        continue;
      }
      const { name, output } = partsOf(tensor);
      const leaf = body.leaves.get(tensorKey(tensor));
      if (leaf !== undefined) {
        leaves.set(leaf, shapeOnly && (leaves.get(leaf) ?? true));
        continue;
      }
      const node = body.nodes.get(name);
      if (!node) {
        isCut = true;
        continue;
      }
      const called = this._called(node);
      const key = called ? `${output}:${name}` : name;
      if (seen.has(`v${key}`) || (shapeOnly && seen.has(`s${key}`))) {
        continue;
      }
      seen.add(`${shapeOnly ? 's' : 'v'}${key}`);
      this._count();
      const inputs = node.input.filter(input => !input.startsWith('^'));
      const inner = called === null ? null : this._summary(called, output, inputs.length, depth);
      isCut ||= inner?.isCut ?? false;
      if (!shapeOnly) {
        stack.push({ tensor, shapeOnly, done: inner?.operations ?? [{ name, op: node.op }] });
      }
      const shapes = shapeOnly || SHAPES.has(node.op);
      const next = inner
        ? [...inner.leaves].flatMap(([index, only]) =>
            index < inputs.length ? [{ tensor: inputs[index], shapeOnly: shapeOnly || only }] : []
          )
        : inputs.map(input => ({ tensor: input, shapeOnly: shapes }));
      stack.push(...next.reverse());
    }
    return { leaves, operations, isCut };
  }

  /** The function that a node calls, where each of its outputs is one of the function's. */
  private _called({ op, attr }: NodeDef): string | null {
    const value = CALLS.has(op) ? attr.f?.value : undefined;
    return value?.case === 'func' ? value.value.name : null;
  }

  /** What an output of a function is computed from: of one that calls itself, or is not there, all it is given. */
  private _summary(name: string, output: number, inputs: number, depth: number): IReach {
    const key = `${output}:${name}`;
    const known = this._summaries.get(key);
    if (known) {
      return known;
    }
    const body = this._functions.get(name);
    const result = body?.results.at(output);
    const all = {
      leaves: new Map(Array.from({ length: inputs }, (_, index) => [index, false])),
      operations: [{ name, op: name }],
      isCut: result === undefined
    };
    if (!body || result === undefined || this._open.has(key) || depth >= DEEPEST) {
      return all;
    }
    this._open.add(key);
    const reach = this.reach(body, [result], depth + 1);
    this._open.delete(key);
    this._summaries.set(key, reach);
    return reach;
  }

  private _count(): void {
    if (++this._visits > MOST_VISITS) {
      throw new Error('The graph is too large to tell what its features are made from.');
    }
  }

  private readonly _summaries = new Map<string, IReach>();
  private readonly _open = new Set<string>();
  private _visits = 0;
}

/** The name of a graph's tensor: the first output of a node is the node. */
export function tensorKey(tensor: string): string {
  return /^[^:]*:0$/.test(tensor) ? tensor.slice(0, -2) : tensor;
}

/** `node`, `node:1` in a graph; `node:output:1` in a function. */
function partsOf(tensor: string): { readonly name: string; readonly output: number } {
  const [name, ...rest] = tensor.split(':');
  const output = Number(rest.at(-1) ?? 0);
  return { name, output: Number.isInteger(output) && output >= 0 ? output : 0 };
}
