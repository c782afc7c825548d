/** Slices of a graph's nodes, each made when it is asked for. */
import type { IStatementRef } from '../source-graph';
import type { DataFlow } from './data-flow';
import type { IDraftNode } from './values';

/** Finds slices among the nodes of one graph. */
export class Slices {
  constructor(
    private readonly _drafts: readonly IDraftNode[],
    private readonly _flow: DataFlow
  ) {}

  /**
   * All that a node's own statements and the writers of its modules depend on, themselves included, without its mere
   * run calls and without the statements of other nodes.
   */
  of(draft: IDraftNode): readonly IStatementRef[] {
    const flow = this._flow;
    const owners = (this._owners ??= ownersOf(this._drafts, flow));
    const seen = new Set<number>();
    const open = [...ownStatements(draft, flow)];
    for (const { path } of draft.modules) {
      open.push(...(path === null ? [] : flow.writers(path)));
    }
    while (open.length > 0) {
      const at = open.pop()!;
      const owner = owners.get(at);
      if (!seen.has(at) && (!owner || owner.includes(draft))) {
        seen.add(at);
        flow.providers(at).forEach(provider => open.push(provider.at));
      }
    }
    return [...seen]
      .sort((a, b) => a - b)
      .map(at => flow.places[at])
      .filter(place => !isMereRun(place, draft));
  }

  private _owners: ReadonlyMap<number, readonly IDraftNode[]> | null = null;
}

/** Nodes that have a statement for their own, by statement. */
function ownersOf(
  drafts: readonly IDraftNode[],
  flow: DataFlow
): ReadonlyMap<number, readonly IDraftNode[]> {
  const owners = new Map<number, IDraftNode[]>();
  for (const draft of drafts) {
    for (const at of ownStatements(draft, flow)) {
      const others = owners.get(at);
      if (others) {
        others.push(draft);
      } else {
        owners.set(at, [draft]);
      }
    }
  }
  return owners;
}

/** Statements that declare, configure or run a node. */
function ownStatements(node: IDraftNode, flow: DataFlow): Set<number> {
  const places = [node.definedIn, ...node.configuredIn, ...node.runIn].map(place =>
    flow.indexOf(place)
  );
  return new Set(places.filter((at): at is number => at !== undefined));
}

/** A call that runs a node and does nothing else for it: one more or one less changes no result. */
function isMereRun(place: IStatementRef, { definedIn, configuredIn, runIn }: IDraftNode): boolean {
  const isAt = (other: IStatementRef): boolean =>
    other.cellId === place.cellId && other.statement === place.statement;
  return runIn.some(isAt) && ![definedIn, ...configuredIn].some(isAt);
}
