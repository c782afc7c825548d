/** Parsed cells, put together: nodes with their ids, edges, slices. */
import type {
  ICellFacts,
  ISourceChannel,
  ISourceContext,
  ISourceEdge,
  ISourceGraph,
  ISourceNode,
  IStatementRef
} from '../source-graph';
import type { IParsedCell } from './cell';
import { DataFlow } from './data-flow';
import type { IFlowCell } from './data-flow';
import { Evaluator } from './evaluator';
import { Slices } from './node-slices';
import type { IDraftChannel, IDraftNode, IPlace } from './values';

/** A code cell at its place in the notebook. */
export interface IPlacedCell extends IFlowCell {
  readonly index: number;
  /** As the cell tells them by itself: what it writes is left out. */
  readonly facts: ICellFacts;
}

/** Puts a cell at its place. */
export function placeCell(id: string, index: number, parsed: IParsedCell): IPlacedCell {
  const { statements, fingerprint, problem } = parsed;
  return {
    id,
    index,
    parsed,
    places: statements.map((_, statement): IPlace => ({ cellId: id, statement })),
    facts: { id, index, statements, fingerprint, writesFile: null, problem }
  };
}

const flows = new WeakMap<ISourceGraph, DataFlow>();

/** Data flow of a graph that {@link linkCells} made. */
export function flowOf(graph: ISourceGraph): DataFlow {
  return flows.get(graph) ?? new DataFlow([]);
}

/** Makes the graph. */
export function linkCells(cells: readonly IPlacedCell[]): ISourceGraph {
  const evaluator = new Evaluator();
  const written = new Map<string, string>();
  const flow = new DataFlow(cells);
  const files = new Map<string, NonNullable<IParsedCell['writesFile']>>();
  for (const { id, parsed } of cells) {
    if (parsed.writesFile !== null) {
      files.set(id, parsed.writesFile);
    }
  }
  for (const at of flow.inOrder()) {
    const place = flow.places[at];
    const writesFile = files.get(place.cellId);
    if (writesFile) {
      written.set(place.cellId, evaluator.expand(writesFile.path) ?? writesFile.path);
    }
    evaluator.statement(flow.statement(at).operations, place);
  }
  for (const id of files.keys()) {
    const path = written.get(id);
    if (path !== undefined) {
      flow.addFile(id, path);
    }
  }
  const byPlace = (a: IPlace, b: IPlace): number => flow.indexOf(a)! - flow.indexOf(b)!;
  const drafts = keepNodes(evaluator.nodes).sort((a, b) => byPlace(a.definedIn, b.definedIn));
  drafts.forEach(({ configuredIn, runIn }) => {
    configuredIn.sort(byPlace);
    runIn.sort(byPlace);
  });
  const ids = nameNodes(drafts);
  const slices = new Slices(drafts, flow);
  const graph: ISourceGraph = {
    usesTfx: evaluator.usesTfx,
    nodes: drafts.map(draft => finishNode(draft, ids, flow, slices)),
    edges: drafts.flatMap(draft => edgesInto(draft, ids)),
    contexts: evaluator.contexts
      .filter((context): context is ISourceContext => context.variable !== '')
      .sort(byPlace),
    cells: cells.map(({ id, parsed: { writesFile }, facts }) =>
      writesFile
        ? { ...facts, writesFile: { path: written.get(id)!, append: writesFile.append } }
        : facts
    )
  };
  flows.set(graph, flow);
  return graph;
}

/**
 * Calls that turned out to be components, without what a function or loop would declare again under an id that
 * the notebook declares at its top.
 */
function keepNodes(nodes: readonly IDraftNode[]): IDraftNode[] {
  const fixed = new Set(
    nodes.filter(node => node.used && !node.dynamic).map(node => node.componentId)
  );
  return nodes.filter(node => node.used && !(node.dynamic && fixed.has(node.componentId)));
}

function nameNodes(nodes: readonly IDraftNode[]): Map<IDraftNode, string> {
  const taken = new Set<string>();
  const ids = new Map<IDraftNode, string>();
  for (const node of nodes) {
    let id = node.componentId;
    if (taken.has(id) && node.variable !== null) {
      id = `${node.componentId}:${node.variable}`;
    }
    for (let n = 2, base = id; taken.has(id); n++) {
      id = `${base}:${n}`;
    }
    taken.add(id);
    ids.set(node, id);
  }
  return ids;
}

function finishNode(
  draft: IDraftNode,
  ids: ReadonlyMap<IDraftNode, string>,
  flow: DataFlow,
  slices: Slices
): ISourceNode {
  const inputs: [string, readonly ISourceChannel[]][] = [];
  for (const [name, channels] of draft.inputs) {
    const known: ISourceChannel[] = [];
    for (const { producer, output } of channels) {
      const id = ids.get(producer);
      if (id !== undefined) {
        known.push({ producer: id, output });
      }
    }
    inputs.push([name, known]);
  }
  const modules = draft.modules.map(module => {
    const writer = module.path === null ? undefined : flow.writers(module.path).at(-1);
    return { ...module, cellId: writer === undefined ? null : flow.places[writer].cellId };
  });
  let slice: readonly IStatementRef[] | null = null;
  return {
    id: ids.get(draft)!,
    componentId: draft.componentId,
    type: draft.type,
    kind: draft.kind,
    variable: draft.variable,
    definedIn: draft.definedIn,
    configuredIn: draft.configuredIn,
    runIn: draft.runIn,
    // Not by assignment: a name may be `__proto__`.
    inputs: Object.fromEntries(inputs),
    execProperties: Object.fromEntries(draft.execProperties),
    modules,
    get slice() {
      return (slice ??= slices.of(draft));
    },
    dynamic: draft.dynamic,
    condition: draft.condition
  };
}

function edgesInto(draft: IDraftNode, ids: ReadonlyMap<IDraftNode, string>): ISourceEdge[] {
  const to = ids.get(draft)!;
  const edges: ISourceEdge[] = [];
  const add = ({ producer, output }: IDraftChannel, input: string | null): void => {
    const from = ids.get(producer);
    if (
      from !== undefined &&
      from !== to &&
      !edges.some(e => e.from === from && e.output === output && e.input === input)
    ) {
      edges.push({ from, to, output, input });
    }
  };
  for (const [input, channels] of draft.inputs) {
    channels.forEach(channel => add(channel, input));
  }
  draft.after.forEach(producer => add({ producer, output: null }, null));
  return edges;
}
