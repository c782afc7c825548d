/**
 * Which cells to run, and in which order, so that some components are up to date.
 *
 * A cell is in a plan because it runs a wanted component, or because a cell of the plan needs what it makes and
 * the kernel does not have that as the notebook now reads. No cell comes before one that it needs.
 */
import { consumersOf, producersOf, reach, sortBefore } from './order';
import type { ICellFacts } from './source-graph';
import type { ICause, IPipeline, IPipelineNode, IPlan, IPlanStep } from './pipeline';

/** What a person asks for. */
export type PlanWish =
  | { readonly kind: 'step' }
  | { readonly kind: 'to'; readonly node: string }
  /** All that a cell needs which is to run the node: the node itself runs only where its cell is needed all the same. */
  | { readonly kind: 'ready'; readonly node: string }
  | { readonly kind: 'from'; readonly node: string }
  | { readonly kind: 'stale' };

/** A cell that another one needs, and the names or files for which. */
export interface ICellDependency {
  readonly cellId: string;
  readonly names: readonly string[];
}

/** The last execution of a cell in this kernel, in terms of its code. */
export interface ILastExecution {
  readonly order: number;
  readonly ok: boolean | null;
  readonly fingerprint: string;
}

/** What planning reads. */
export interface IPlanInput {
  readonly pipeline: IPipeline;
  /** Code cells in notebook order, each with the fingerprint of its text. */
  readonly cells: readonly Pick<ICellFacts, 'id' | 'fingerprint' | 'statements'>[];
  readonly dependencies: (cellId: string) => readonly ICellDependency[];
  /** Cell that runs a node; null where the notebook has none. */
  readonly runCell: (node: IPipelineNode) => string | null;
  /** The cell was sent to the kernel, and has not ended: what is run now comes after it. */
  readonly isPending: (cellId: string) => boolean;
  /** null: never ran in this kernel. */
  readonly last: (cellId: string) => ILastExecution | null;
  /** Fingerprint of what a cell had executed when the history was that long; null: nothing. */
  readonly fingerprintAt: (cellId: string, order: number) => string | null;
  /** What is otherwise than when the node last ran, also of a node that failed. */
  readonly changes: (node: IPipelineNode) => readonly ICause[];
  /** The object that the node's variable names now has itself been run. */
  readonly objectHasRun: (node: IPipelineNode) => boolean;
  readonly lastDuration: (cellId: string) => number | null;
  /** A sentence about nodes without a cell that runs them. */
  readonly cannotRun: (nodes: readonly string[]) => string;
}

/** Makes the plan for a wish. A plan without steps and without a problem means: all is up to date. */
export function makePlan(wish: PlanWish, input: IPlanInput): IPlan {
  return new Planner(input).plan(wish);
}

/** True for a node that will have run by the time that what is run now comes to its turn. */
function isUnderWay(node: IPipelineNode): boolean {
  return node.state === 'running' || node.state === 'queued';
}

/** True for a node whose results stand. */
export function isUpToDate(node: IPipelineNode): boolean {
  return node.state === 'done' || node.state === 'cached';
}

class Planner {
  constructor(private readonly _input: IPlanInput) {
    const { nodes, edges } = _input.pipeline;
    this._nodes = new Map(nodes.map(node => [node.id, node]));
    this._producers = producersOf(edges);
    this._consumers = consumersOf(edges);
    this._order = sortBefore([...this._nodes.keys()], id => this._producers.get(id) ?? []);
    this._fingerprints = new Map(_input.cells.map(cell => [cell.id, cell.fingerprint]));
    for (const { id, statements } of _input.cells) {
      for (const { defines, fingerprint } of statements) {
        for (const name of defines) {
          const binders = this._binders.get(name) ?? new Map<string, string>();
          this._binders.set(name, binders.set(id, fingerprint));
        }
      }
    }
    for (const node of nodes) {
      if (node.variable !== null && node.cells.defined !== null) {
        this._makes.set(node.cells.defined, [...(this._makes.get(node.cells.defined) ?? []), node]);
      }
    }
  }

  plan(wish: PlanWish): IPlan {
    const targets = this._targets(wish);
    const wanted = new Set<string>();
    const stuck = new Set<string>();
    const forced = new Set(wish.kind === 'from' ? [wish.node] : []);
    const ready = wish.kind === 'ready' ? wish.node : null;
    const want = (ids: Iterable<string>): void => {
      for (const id of ids) {
        if (this._runCell(id) === null && id !== ready) {
          stuck.add(id);
        } else {
          wanted.add(id);
        }
      }
    };
    for (const target of targets) {
      const needed = reach([target], this._producers);
      want(
        [...needed].filter(id => {
          const node = this._nodes.get(id)!;
          return id === target || !(isUpToDate(node) || isUnderWay(node));
        })
      );
    }
    // Running a cell may make new objects, which must then be run for what hangs on them: until nothing is added.
    let cells = this._cells(wanted, forced, ready);
    for (;;) {
      const before = wanted.size;
      const upstream = reach(wanted, this._producers);
      want(
        [...upstream].filter(id => {
          const node = this._nodes.get(id)!;
          const made =
            node.cells.defined !== null && node.variable !== null && cells.has(node.cells.defined);
          const lacks = !isUnderWay(node) && !this._input.objectHasRun(node);
          return !wanted.has(id) && !stuck.has(id) && (made || lacks);
        })
      );
      if (wanted.size === before) {
        break;
      }
      cells = this._cells(wanted, forced, ready);
    }
    return {
      targets,
      steps: this._steps(cells, wanted),
      problem:
        stuck.size === 0 ? null : this._input.cannotRun(this._order.filter(id => stuck.has(id)))
    };
  }

  private _targets(wish: PlanWish): string[] {
    const nodes = this._order.map(id => this._nodes.get(id)!);
    const isOpen = (node: IPipelineNode): boolean => !isUpToDate(node) && !isUnderWay(node);
    switch (wish.kind) {
      case 'step': {
        const next = nodes.find(
          node => isOpen(node) && this._runCell(node.id) !== null && !this._isPassedOver(node)
        );
        return next ? [next.id] : [];
      }
      case 'ready':
        return this._nodes.has(wish.node) ? [wish.node] : [];
      case 'to':
        return nodes.some(node => node.id === wish.node && isOpen(node)) ? [wish.node] : [];
      case 'from': {
        const after = reach([wish.node], this._consumers);
        return this._order.filter(
          id => after.has(id) && (id === wish.node || this._runCell(id) !== null)
        );
      }
      case 'stale':
        return nodes
          .filter(node => node.state === 'stale' && this._runCell(node.id) !== null)
          .map(node => node.id);
    }
  }

  /** Its cell ran well, as it now reads, and did not run it: under an `if` that is false, say. */
  private _isPassedOver(node: IPipelineNode): boolean {
    const cell = this._runCell(node.id)!;
    const last = this._input.last(cell);
    return (
      node.state === 'not-run' &&
      last?.ok === true &&
      last.fingerprint === this._fingerprints.get(cell)
    );
  }

  /** Cells to execute for the wanted nodes, with the names for which each is needed. */
  private _cells(
    wanted: ReadonlySet<string>,
    forced: ReadonlySet<string>,
    ready: string | null
  ): Map<string, Set<string>> {
    const must = new Map<string, Set<string>>();
    const seeds: string[] = [];
    for (const id of wanted) {
      const node = this._nodes.get(id)!;
      const run = this._runCell(id);
      if (id === ready) {
        // What is to run it needs what its own cell needs, such as the context.
        seeds.push(...this._input.dependencies(run ?? '').map(({ cellId }) => cellId));
      } else {
        must.set(run!, must.get(run!) ?? new Set());
        seeds.push(run!);
      }
      const defined = node.cells.defined;
      if (defined !== null && this._fingerprints.has(defined)) {
        seeds.push(defined);
        if (this._mustRedeclare(node, forced.has(id))) {
          must.set(defined, must.get(defined) ?? new Set());
        }
      }
      seeds.push(...node.cells.configured.filter(cell => this._fingerprints.has(cell)));
    }
    const needs = new Map<string, string[]>();
    const closure = this._closure(seeds, needs);
    for (const cell of this._outrun(wanted)) {
      must.set(cell, must.get(cell) ?? new Set());
    }
    for (let size = -1; must.size !== size;) {
      size = must.size;
      for (const cell of closure) {
        if (!must.has(cell) && (this._mustExecute(cell, must) || this._isShadowed(cell, must))) {
          must.set(cell, new Set());
        }
      }
    }
    for (const cell of must.keys()) {
      for (const { cellId, names } of this._input.dependencies(cell)) {
        names.forEach(name => must.get(cellId)?.add(name));
      }
    }
    return must;
  }

  /** All cells that some cells need, themselves included, providers first. */
  private _closure(seeds: readonly string[], needs: Map<string, string[]>): string[] {
    const open = [...seeds];
    while (open.length > 0) {
      const cell = open.pop()!;
      if (!needs.has(cell)) {
        const ids = this._input.dependencies(cell).map(dependency => dependency.cellId);
        needs.set(cell, ids);
        open.push(...ids);
      }
    }
    const inOrder = this._input.cells.map(cell => cell.id).filter(id => needs.has(id));
    return sortBefore(inOrder, id => needs.get(id) ?? []);
  }

  /**
   * A component object that ran keeps its code and its channels: for other ones it must be made anew. TFX
   * packages the module file at the first run and does not look at it again.
   */
  private _mustRedeclare(node: IPipelineNode, forced: boolean): boolean {
    const changes = this._input.changes(node);
    return (
      changes.some(
        cause =>
          cause.kind !== 'upstream-reran' &&
          cause.kind !== 'upstream-stale' &&
          cause.kind !== 'code-edited'
      ) ||
      (node.moduleFiles.length > 0 && (forced || node.state === 'failed'))
    );
  }

  private _mustExecute(cell: string, must: ReadonlyMap<string, unknown>): boolean {
    const dependencies = this._input.dependencies(cell);
    if (this._input.isPending(cell)) {
      return dependencies.some(({ cellId }) => must.has(cellId));
    }
    const last = this._input.last(cell);
    if (last === null || last.fingerprint !== this._fingerprints.get(cell)) {
      return true;
    }
    const made = this._makes.get(cell) ?? [];
    if (last.ok === false && !made.some(isUpToDate)) {
      return true;
    }
    return dependencies.some(({ cellId, names }) => {
      if (must.has(cellId)) {
        return true;
      }
      const isPending = this._input.isPending(cellId);
      const provider = this._input.last(cellId);
      if (!isPending && (provider === null || provider.order < last.order)) {
        return false;
      }
      const newObject = (this._makes.get(cellId) ?? []).some(node =>
        names.includes(node.variable!)
      );
      const then = this._input.fingerprintAt(cellId, last.order);
      return (
        newObject || then !== (isPending ? this._fingerprints.get(cellId) : provider?.fingerprint)
      );
    });
  }

  /**
   * Cells that are causes although they ran, as they read, before the node was declared: another cell had bound
   * their names anew by then.
   */
  private _outrun(wanted: ReadonlySet<string>): string[] {
    const cells: string[] = [];
    for (const id of wanted) {
      const node = this._nodes.get(id)!;
      const declared = this._input.last(node.cells.defined ?? '')?.order ?? -1;
      for (const { kind, cellId } of this._input.changes(node)) {
        const last = cellId === null ? null : this._input.last(cellId);
        const isOne = kind === 'code-edited' && last !== null && last.order < declared;
        if (isOne && last.fingerprint === this._fingerprints.get(cellId!)) {
          cells.push(cellId!);
        }
      }
    }
    return cells;
  }

  /** Whether a cell that is to run needs a name of this one that another cell has bound anew since, or will. */
  private _isShadowed(provider: string, must: ReadonlyMap<string, unknown>): boolean {
    const own = this._input.last(provider);
    if (own === null) {
      return false;
    }
    for (const consumer of must.keys()) {
      const needed = this._input.dependencies(consumer).find(one => one.cellId === provider);
      for (const name of needed?.names ?? []) {
        const binders = this._binders.get(name);
        const mine = binders?.get(provider);
        for (const [cell, statement] of mine === undefined ? [] : binders!) {
          const order = this._input.last(cell)?.order ?? -1;
          if (cell !== provider && statement !== mine && order > own.order) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private _steps(
    cells: ReadonlyMap<string, ReadonlySet<string>>,
    wanted: ReadonlySet<string>
  ): IPlanStep[] {
    const runs = new Map<string, string[]>();
    for (const id of this._order) {
      const cell = this._runCell(id);
      if (wanted.has(id) && cell !== null) {
        runs.set(cell, [...(runs.get(cell) ?? []), id]);
      }
    }
    const before = (cell: string): string[] => [
      ...this._input.dependencies(cell).map(dependency => dependency.cellId),
      ...(runs.get(cell) ?? []).flatMap(id =>
        (this._producers.get(id) ?? []).map(from => this._runCell(from) ?? '')
      )
    ];
    const inOrder = this._input.cells.map(cell => cell.id).filter(id => cells.has(id));
    return sortBefore(inOrder, before).map(cellId => ({
      cellId,
      nodes: runs.get(cellId) ?? [],
      provides: [...cells.get(cellId)!].sort(),
      lastDuration: this._input.lastDuration(cellId)
    }));
  }

  private _runCell(id: string): string | null {
    const node = this._nodes.get(id);
    const cell = node ? this._input.runCell(node) : null;
    return cell !== null && this._fingerprints.has(cell) ? cell : null;
  }

  private readonly _nodes: ReadonlyMap<string, IPipelineNode>;
  private readonly _producers: ReadonlyMap<string, readonly string[]>;
  private readonly _consumers: ReadonlyMap<string, readonly string[]>;
  private readonly _order: readonly string[];
  private readonly _fingerprints: ReadonlyMap<string, string>;
  /** By name: the cells that bind it, each with the fingerprint of its last statement that does. */
  private readonly _binders = new Map<string, Map<string, string>>();
  /** Nodes by the cell that makes their objects. */
  private readonly _makes = new Map<string, IPipelineNode[]>();
}
