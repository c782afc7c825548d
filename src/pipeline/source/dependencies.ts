/** What cells need of each other. */
import type { ISourceGraph } from '../source-graph';
import { flowOf } from './link';

/** A cell that another one needs, and the names and files for which. */
export interface ICellDependency {
  readonly cellId: string;
  readonly names: readonly string[];
}

const memo = new WeakMap<ISourceGraph, Map<string, readonly ICellDependency[]>>();

/**
 * The cells that must have run before a cell: those that define the names it reads, change their objects in
 * place, or write the files that it imports or gives to a component as its module.
 */
export function cellDependencies(graph: ISourceGraph, cellId: string): readonly ICellDependency[] {
  let known = memo.get(graph);
  if (!known) {
    known = new Map();
    memo.set(graph, known);
  }
  let dependencies = known.get(cellId);
  if (!dependencies) {
    dependencies = find(graph, cellId);
    known.set(cellId, dependencies);
  }
  return dependencies;
}

function find(graph: ISourceGraph, cellId: string): ICellDependency[] {
  const flow = flowOf(graph);
  const names = new Map<string, Set<string>>();
  const add = (at: number, name: string): void => {
    const provider = flow.places[at].cellId;
    if (provider !== cellId) {
      names.set(provider, (names.get(provider) ?? new Set()).add(name));
    }
  };
  const cell = graph.cells.find(other => other.id === cellId);
  cell?.statements.forEach((_, statement) => {
    const at = flow.indexOf({ cellId, statement });
    if (at !== undefined) {
      flow.providers(at).forEach(provider => add(provider.at, provider.name));
    }
  });
  for (const node of graph.nodes) {
    if (node.definedIn.cellId === cellId || node.runIn.some(run => run.cellId === cellId)) {
      for (const { path } of node.modules) {
        (path === null ? [] : flow.writers(path)).forEach(at => add(at, path!));
      }
    }
  }
  return [...names].map(([id, set]) => ({ cellId: id, names: [...set] }));
}
