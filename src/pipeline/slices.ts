/** Slices of nodes as the notebook reads now, and as it had been executed when a node ran. */
import type { Run } from '../protocol';
import type { ExecutedCells } from './executed';
import type { ICellFacts, INotebookCell, ISourceGraph, ISourceNode } from './source-graph';
import { countByFingerprint } from './staleness';
import type { ISlicePiece } from './staleness';

/** Makes a graph of cells; keeps what it has read of each. */
export interface IParser {
  parse(cells: readonly INotebookCell[]): ISourceGraph;
}

/** The pieces of a node's slice in a graph. */
export function slicePieces(graph: ISourceGraph, node: ISourceNode): ISlicePiece[] {
  const cells = cellsOf(graph);
  return node.slice.flatMap(({ cellId, statement }) => {
    const cell = cells.get(cellId);
    const found = cell?.statements[statement];
    return cell && found
      ? [
          {
            cellId,
            label: found.label,
            fingerprint: found.fingerprint,
            writesFile: cell.writesFile?.path ?? null
          }
        ]
      : [];
  });
}

/**
 * A node's slice with what its names really meant: what the cell that ran last had bound them to, which need not be
 * the one that stands last in the notebook.
 */
function asBound(
  graph: ISourceGraph,
  node: ISourceNode,
  count: number,
  executed: ExecutedCells
): ISlicePiece[] {
  const declared = executed.lastUpTo(node.definedIn.cellId, count)?.order ?? Infinity;
  const orders = new Map(
    graph.cells.map(({ id }) => [id, executed.lastBefore(id, declared)?.order ?? -1])
  );
  const cells = cellsOf(graph);
  const pieces = slicePieces(graph, node);
  const taken = new Set<string>();
  // From the last one up: for each name, the statement that the notebook's order makes it mean.
  for (let i = pieces.length - 1; i >= 0; i--) {
    const { cellId, fingerprint } = pieces[i];
    const statement = cells.get(cellId)?.statements.find(one => one.fingerprint === fingerprint);
    for (const name of statement?.defines ?? []) {
      if (!taken.has(name) && cellId !== node.definedIn.cellId) {
        taken.add(name);
        const binder = lastBinder(graph, name, orders);
        if (binder && binder.fingerprint !== fingerprint && orders.get(cellId)! >= 0) {
          pieces[i] = binder.cellId === cellId ? pieces[i] : binder;
        }
      }
    }
  }
  return pieces;
}

/** The statement that bound a name last, by the cells' places in the history (-1: not run). */
function lastBinder(
  graph: ISourceGraph,
  name: string,
  orders: ReadonlyMap<string, number>
): ISlicePiece | null {
  let last = -1;
  let found: ISlicePiece | null = null;
  for (const { id, statements, writesFile } of graph.cells) {
    const order = orders.get(id)!;
    const statement =
      order > last ? statements.filter(one => one.defines.includes(name)).at(-1) : null;
    if (statement) {
      last = order;
      const { label, fingerprint } = statement;
      found = { cellId: id, label, fingerprint, writesFile: writesFile?.path ?? null };
    }
  }
  return found;
}

const cellMaps = new WeakMap<ISourceGraph, ReadonlyMap<string, ICellFacts>>();

function cellsOf(graph: ISourceGraph): ReadonlyMap<string, ICellFacts> {
  let cells = cellMaps.get(graph);
  if (!cells) {
    cells = new Map(graph.cells.map(cell => [cell.id, cell]));
    cellMaps.set(graph, cells);
  }
  return cells;
}

/**
 * Remembers, for each run, the slices of the code that had been executed by then.
 *
 * They are taken once, when the history reaches the run, in the cells' order of that time.
 */
export class SliceHistory {
  constructor(private readonly _parser: IParser) {}

  /** Slice of a node for a run; null where the history does not tell. */
  at(
    run: Run,
    node: ISourceNode,
    executed: ExecutedCells,
    cells: readonly INotebookCell[]
  ): readonly ISlicePiece[] | null {
    if (run.count === null || !executed.reaches(run.cellId, run.count)) {
      return null;
    }
    let graph = this._graphs.get(run.count);
    if (!graph) {
      graph = this._parser.parse(executed.notebookUpTo(cells, run.count));
      this._graphs.set(run.count, graph);
    }
    const then =
      graph.nodes.find(other => other.id === node.id) ??
      graph.nodes.find(
        other => other.componentId === node.componentId && other.variable === node.variable
      );
    return then ? asBound(graph, then, run.count, executed) : null;
  }

  /** How many statements of the code that {@link at} read for a run have a fingerprint. */
  count(run: Run, fingerprint: string): number {
    const graph = run.count === null ? undefined : this._graphs.get(run.count);
    if (!graph) {
      return 0;
    }
    let counts = this._counts.get(graph);
    if (!counts) {
      counts = countByFingerprint(graph.cells.flatMap(cell => cell.statements));
      this._counts.set(graph, counts);
    }
    return counts.get(fingerprint) ?? 0;
  }

  /** Forget all: another kernel process. */
  clear(): void {
    this._graphs.clear();
  }

  private readonly _counts = new WeakMap<ISourceGraph, ReadonlyMap<string, number>>();
  private readonly _graphs = new Map<number, ISourceGraph>();
}
