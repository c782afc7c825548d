/** The live pipeline of one notebook: state and signals, no DOM, no requests. */
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import type { Event as KernelEvent, Execution } from '../protocol';
import type { IPipelineModel } from '../tokens';
import type { ICatalogEntry } from './catalog';
import { ExecutedCells } from './executed';
import type { ICountedCell } from './executed';
import { applyEvent } from './kernel-facts';
import type { IKernelFacts } from './kernel-facts';
import { matchNodes } from './match';
import type { INodeFacts, IStoredExecution } from './match';
import { mergeEdges, mergePipeline } from './merge';
import type { IPipeline, IPipelineNode, IPlan } from './pipeline';
import { makePlan } from './plan';
import type { PlanWish } from './plan';
import { SliceHistory, slicePieces } from './slices';
import { cellDependencies, executedFacts, SourceParser } from './source';
import type { ISourceGraph } from './source-graph';
import { conditions, countByFingerprint } from './staleness';
import type { ICondition, ISlicePiece } from './staleness';

const NO_GRAPH: ISourceGraph = { usesTfx: false, nodes: [], edges: [], contexts: [], cells: [] };

/** Options of {@link PipelineModel}. */
export interface IPipelineModelOptions {
  readonly catalog: ReadonlyMap<string, ICatalogEntry>;
  /** A sentence about nodes that no cell of the notebook runs. */
  readonly cannotRun: (nodes: readonly string[]) => string;
}

/** Takes the three sources in, gives the merged pipeline out. */
export class PipelineModel implements IPipelineModel {
  constructor(private readonly _options: IPipelineModelOptions) {
    this._pipeline = this._merge();
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get disposed(): ISignal<this, void> {
    return this._disposed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get pipeline(): IPipeline {
    return this._pipeline;
  }

  /** The notebook's source, parsed. */
  get graph(): ISourceGraph {
    return this._graph;
  }

  /** What the kernel has told; null where nothing is attached. */
  get kernel(): IKernelFacts | null {
    return this._kernel;
  }

  /** Read the notebook's cells again. */
  setCells(cells: readonly ICountedCell[]): void {
    // A notebook says that it changed at each line that a cell prints, too.
    if (isSame(cells, this._cells)) {
      return;
    }
    this._cells = cells;
    this._graph = this._parser.parse(cells);
    this._executed = new ExecutedCells(this._kernel?.cells ?? [], cells);
    this._update();
  }

  /** Take a snapshot of the kernel side; null when it is gone. */
  setKernel(facts: IKernelFacts | null): void {
    if (facts?.session !== this._kernel?.session) {
      this._slices.clear();
    }
    this._kernel = facts;
    this._executed = new ExecutedCells(facts?.cells ?? [], this._cells);
    this._update();
  }

  /** Take an event of the kernel side in. */
  applyEvent(event: KernelEvent): void {
    if (this._kernel !== null) {
      const facts = applyEvent(this._kernel, event);
      if (facts !== this._kernel) {
        this._kernel = facts;
        if (event.event === 'cell') {
          this._executed = new ExecutedCells(facts.cells, this._cells);
        }
        this._update();
      }
    }
  }

  /** Executions that the metadata store holds of this pipeline, oldest first. */
  setExecutions(executions: readonly IStoredExecution[]): void {
    this._executions = executions;
    this._update();
  }

  /** Whether a cell may be running that nobody looked at: then the store's newest execution is believed. */
  setMayRunUnseen(may: boolean): void {
    if (may !== this._mayRunUnseen) {
      this._mayRunUnseen = may;
      if (this._executions.some(isUnderWay)) {
        this._update();
      }
    }
  }

  /** The metadata store says that the newest execution is under way. */
  get isStoreUnderWay(): boolean {
    return this._executions.some(isUnderWay);
  }

  /** Cells that wait for the kernel, or that it is at. */
  setQueue(cellIds: readonly string[]): void {
    const runs = this._kernel?.runs.at(-1)?.run ?? 0;
    const queue = new Map<string, number>();
    cellIds.forEach(id => queue.set(id, this._queue.get(id) ?? runs));
    if (queue.size !== this._queue.size || [...queue.keys()].some(id => !this._queue.has(id))) {
      this._queue = queue;
      this._update();
    }
  }

  /** Remember how long a cell took, in milliseconds. */
  setDuration(cellId: string, milliseconds: number): void {
    this._durations.set(cellId, milliseconds);
  }

  /** The node of an id. */
  node(id: string): IPipelineNode | undefined {
    return this._pipeline.nodes.find(node => node.id === id);
  }

  /** Nodes that a cell declares, configures or runs. */
  nodesOfCell(cellId: string): IPipelineNode[] {
    return this._pipeline.nodes.filter(
      ({ cells }) =>
        cells.defined === cellId || cells.run.includes(cellId) || cells.configured.includes(cellId)
    );
  }

  /** The cells to run for a wish, as all stands now. */
  plan(wish: PlanWish): IPlan {
    const executed = this._executed;
    const fingerprint = (source: string | undefined): string | null =>
      source === undefined ? null : executedFacts(source).fingerprint;
    const pending = new Set(this._queue.keys());
    for (const node of this._pipeline.nodes) {
      const cell = node.state === 'running' ? this._runCell(node) : null;
      if (cell !== null) {
        pending.add(cell);
      }
    }
    return makePlan(wish, {
      pipeline: this._pipeline,
      cells: this._graph.cells,
      dependencies: cellId => cellDependencies(this._graph, cellId),
      runCell: node => this._runCell(node),
      isPending: cellId => pending.has(cellId),
      last: cellId => {
        const last = executed.last(cellId);
        return last && { order: last.order, ok: last.ok, fingerprint: fingerprint(last.source)! };
      },
      fingerprintAt: (cellId, order) => fingerprint(executed.lastBefore(cellId, order)?.source),
      changes: node => this._conditions.get(node.id)?.changes ?? [],
      objectHasRun: node => {
        const facts = this._facts.find(other => other.id === node.id);
        return (
          !facts?.component || facts.runs.some(run => run.componentKey === facts.component!.key)
        );
      },
      lastDuration: cellId => this._durations.get(cellId) ?? this._tookItsNodes(cellId),
      cannotRun: this._options.cannotRun
    });
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._disposed.emit();
      Signal.clearData(this);
    }
  }

  /** Of several calls that run a node, the first that leaves the cache on. */
  private _runCell(node: IPipelineNode): string | null {
    const source = this._facts.find(other => other.id === node.id)?.source;
    const call = source?.runIn.find(run => run.enableCache !== false) ?? source?.runIn[0];
    return call?.cellId ?? node.cells.run[0] ?? null;
  }

  /** Milliseconds that the nodes of a cell took when they ran last; null where none did. */
  private _tookItsNodes(cellId: string): number | null {
    const took = this._pipeline.nodes.flatMap(node =>
      node.startedAt !== null && node.endedAt !== null && this._runCell(node) === cellId
        ? [node.endedAt - node.startedAt]
        : []
    );
    return took.length === 0 ? null : took.reduce((sum, milliseconds) => sum + milliseconds);
  }

  private _update(): void {
    this._pipeline = this._merge();
    this._changed.emit();
  }

  private _merge(): IPipeline {
    const graph = this._graph;
    const kernel = this._kernel;
    this._facts = matchNodes(graph, kernel, this._executions);
    const nodes = this._facts;
    const edges = mergeEdges(graph, nodes);
    const known = new Set(graph.cells.map(cell => cell.id));
    const statements = countByFingerprint(graph.cells.flatMap(cell => cell.statements));
    const byId = new Map(nodes.map(node => [node.id, node]));
    this._conditions = conditions({
      nodes,
      edges,
      queued: this._queuedNodes(nodes),
      unseen: this._mayRunUnseen ? newest(this._executions) : null,
      files: new Map((kernel?.files ?? []).map(file => [file.path, file.fingerprint])),
      sliceNow: id => this._slice(byId.get(id)!),
      sliceThen: (id, run) => {
        const source = byId.get(id)?.source;
        return source ? this._slices.at(run, source, this._executed, this._cells) : null;
      },
      hasCell: id => known.has(id),
      countNow: fingerprint => statements.get(fingerprint) ?? 0,
      countThen: (run, fingerprint) => this._slices.count(run, fingerprint)
    });
    return mergePipeline({
      graph,
      kernel,
      nodes,
      edges,
      conditions: this._conditions,
      catalog: this._options.catalog
    });
  }

  private _slice(node: INodeFacts): readonly ISlicePiece[] {
    return node.source ? slicePieces(this._graph, node.source) : [];
  }

  private _queuedNodes(nodes: readonly INodeFacts[]): Set<string> {
    const queued = new Set<string>();
    for (const node of nodes) {
      for (const call of node.source?.runIn ?? []) {
        const since = this._queue.get(call.cellId);
        if (since !== undefined && !node.runs.some(run => run.run > since)) {
          queued.add(node.id);
        }
      }
    }
    return queued;
  }

  private _cells: readonly ICountedCell[] = [];
  private _graph = NO_GRAPH;
  private _kernel: IKernelFacts | null = null;
  private _executed = new ExecutedCells([], []);
  private _executions: readonly IStoredExecution[] = [];
  private _mayRunUnseen = false;
  private _queue = new Map<string, number>();
  private _facts: readonly INodeFacts[] = [];
  private _conditions: ReadonlyMap<string, ICondition> = new Map();
  private _pipeline: IPipeline;
  private _isDisposed = false;
  private readonly _durations = new Map<string, number>();
  private readonly _parser = new SourceParser();
  private readonly _slices = new SliceHistory(new SourceParser());
  private readonly _changed = new Signal<this, void>(this);
  private readonly _disposed = new Signal<this, void>(this);
}

function isUnderWay({ state }: Execution): boolean {
  return state === 'running' || state === 'new';
}

/** Ids count up in a metadata store. */
function newest(executions: readonly Execution[]): number | null {
  return executions.length === 0 ? null : Math.max(...executions.map(({ id }) => id));
}

function isSame(cells: readonly ICountedCell[], others: readonly ICountedCell[]): boolean {
  return (
    cells.length === others.length &&
    cells.every(({ id, type, source, executionCount }, i) => {
      const other = others[i];
      return (
        id === other.id &&
        type === other.type &&
        source === other.source &&
        executionCount === other.executionCount
      );
    })
  );
}
