/** Which kernel objects, runs and stored executions belong to which node of the notebook. */
import type { Component, Execution, Run } from '../protocol';
import type { IKernelFacts } from './kernel-facts';
import { groupBy } from './order';
import type { ISourceGraph, ISourceNode } from './source-graph';

/** What a metadata store holds, and of which pipeline. */
export interface IStoredExecution extends Execution {
  readonly pipelineName: string;
}

/** A node with all that is known of it. At least one of `source`, `component`, `runs` is there. */
export interface INodeFacts {
  readonly id: string;
  readonly componentId: string;
  /** The declaration; of several objects that a loop or a function made, each has the same. */
  readonly source: ISourceNode | null;
  /** The kernel's object that the notebook's variable now names. */
  readonly component: Component | null;
  /** Runs in this kernel, oldest first. */
  readonly runs: readonly Run[];
  /** Executions of the same component id, and of its pipeline, in the metadata store, oldest first. */
  readonly executions: readonly Execution[];
}

/** The class without its module. */
export function className(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/**
 * Nodes in notebook order; after each node of a loop or a function stand the objects that it made.
 *
 * An object is taken for a node by its component id; where several nodes share one, the cell and the variable
 * decide. An object that no source declares is shown only while its cell is in the notebook.
 */
export function matchNodes(
  graph: ISourceGraph,
  kernel: IKernelFacts | null,
  executions: readonly IStoredExecution[]
): INodeFacts[] {
  const finder = new NodeFinder(graph);
  const components = new Map<string, Component>();
  const loose = new Map<string, Component>();
  const runs = new Map<string, Run[]>();
  const keyOwner = new Map<string, string>();

  for (const component of kernel?.components ?? []) {
    const node = finder.find(component, component.cellId);
    if (node) {
      keyOwner.set(component.key, node.id);
      const old = components.get(node.id);
      if (!old || (node.variable !== null && component.variables.includes(node.variable))) {
        components.set(node.id, component);
      }
    } else if (component.cellId !== null && finder.shows(component)) {
      const id = freeId(component.id, taken => loose.has(taken) || finder.has(taken));
      loose.set(id, component);
      keyOwner.set(component.key, id);
    }
  }
  for (const run of kernel?.runs ?? []) {
    const id =
      keyOwner.get(run.componentKey) ??
      finder.find({ ...run, id: run.componentId }, run.cellId)?.id;
    if (id !== undefined) {
      runs.set(id, [...(runs.get(id) ?? []), run]);
    }
  }
  const stored = groupBy(executions, execution => execution.componentId);
  const storedOf = (componentId: string, pipeline: string | null): readonly Execution[] =>
    (stored.get(componentId) ?? []).filter(
      execution => pipeline === null || execution.pipelineName === pipeline
    );

  const facts = (
    id: string,
    source: ISourceNode | null,
    component: Component | null
  ): INodeFacts => {
    const componentId =
      source?.dynamic === false ? source.componentId : (component?.id ?? source?.componentId ?? id);
    return {
      id,
      componentId,
      source,
      component,
      runs: runs.get(id) ?? [],
      executions: storedOf(
        componentId,
        pipelineName(source, component, runs.get(id), graph, kernel)
      )
    };
  };
  const result: INodeFacts[] = [];
  const placed = new Set<string>();
  for (const node of graph.nodes) {
    const made = node.dynamic
      ? [...loose].filter(([, c]) => className(c.type) === node.type && finder.couldMake(node, c))
      : [];
    if (made.length === 0) {
      result.push(facts(node.id, node, components.get(node.id) ?? null));
    }
    for (const [id, component] of made) {
      if (!placed.has(id)) {
        placed.add(id);
        result.push(facts(id, node, component));
      }
    }
  }
  for (const [id, component] of loose) {
    if (!placed.has(id)) {
      result.push(facts(id, null, component));
    }
  }
  return result;
}

/** Name of the pipeline that a node is run in: the kernel's word first, the source's else; null where neither tells. */
function pipelineName(
  source: ISourceNode | null,
  component: Component | null,
  runs: readonly Run[] | undefined,
  graph: ISourceGraph,
  kernel: IKernelFacts | null
): string | null {
  const key = runs?.at(-1)?.context ?? component?.context;
  const variable = source?.runIn.find(run => run.context !== null)?.context;
  const live = kernel?.contexts.find(
    context => context.key === key || (!key && variable && context.variables.includes(variable))
  );
  return (
    live?.pipelineName ??
    graph.contexts.find(context => context.variable === variable)?.pipelineName ??
    null
  );
}

/** What names an object or a run. */
interface INamed {
  readonly id: string;
  readonly type: string;
  readonly variables: readonly string[];
}

class NodeFinder {
  constructor(graph: ISourceGraph) {
    this._cells = new Set(graph.cells.map(cell => cell.id));
    for (const node of graph.nodes) {
      this._ids.add(node.id);
      if (node.variable !== null && !node.dynamic) {
        this._variables.add(node.variable);
      }
      if (!node.dynamic) {
        const list = this._byComponent.get(node.componentId);
        if (list) {
          list.push(node);
        } else {
          this._byComponent.set(node.componentId, [node]);
        }
      }
    }
  }

  has(id: string): boolean {
    return this._ids.has(id);
  }

  find(named: INamed, cellId: string | null): ISourceNode | null {
    const candidates = this._byComponent.get(named.id) ?? [];
    if (candidates.length < 2) {
      return candidates[0] ?? null;
    }
    const score = (node: ISourceNode): number =>
      (cellId !== null && [node.definedIn, ...node.runIn].some(ref => ref.cellId === cellId)
        ? 2
        : 0) + (node.variable !== null && named.variables.includes(node.variable) ? 1 : 0);
    return candidates.reduce((best, node) => (score(node) > score(best) ? node : best));
  }

  /** Whether an object that no node claims is still part of the notebook. */
  shows(component: Component): boolean {
    return (
      component.cellId !== null &&
      this._cells.has(component.cellId) &&
      !component.variables.some(variable => this._variables.has(variable))
    );
  }

  couldMake(node: ISourceNode, component: Component): boolean {
    const cells = [node.definedIn, ...node.runIn, ...node.configuredIn].map(ref => ref.cellId);
    return (
      component.cellId !== null && (cells.includes(component.cellId) || node.runIn.length === 0)
    );
  }

  private readonly _cells: Set<string>;
  private readonly _ids = new Set<string>();
  private readonly _variables = new Set<string>();
  private readonly _byComponent = new Map<string, ISourceNode[]>();
}

function freeId(id: string, taken: (id: string) => boolean): string {
  let free = id;
  for (let n = 2; taken(free); n++) {
    free = `${id}:${n}`;
  }
  return free;
}
