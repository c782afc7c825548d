/** Order of nodes: producers before consumers, notebook order otherwise. */

/** What ordering needs to know of an edge. */
export interface IOrderEdge {
  readonly from: string;
  readonly to: string;
}

/** Producers of each node, by node id. */
export function producersOf(edges: readonly IOrderEdge[]): Map<string, string[]> {
  return neighbours(edges, edge => [edge.to, edge.from]);
}

/** Consumers of each node, by node id. */
export function consumersOf(edges: readonly IOrderEdge[]): Map<string, string[]> {
  return neighbours(edges, edge => [edge.from, edge.to]);
}

/** All that can be reached from some nodes, themselves included. */
export function reach(
  from: Iterable<string>,
  next: ReadonlyMap<string, readonly string[]>
): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  while (open.length > 0) {
    const id = open.pop()!;
    if (!seen.has(id)) {
      seen.add(id);
      open.push(...(next.get(id) ?? []));
    }
  }
  return seen;
}

/**
 * `ids` sorted so that what `before` names comes first; ties keep the given order.
 *
 * A cycle (a notebook that is half typed) is cut where it is entered.
 */
export function sortBefore(
  ids: readonly string[],
  before: (id: string) => Iterable<string>
): string[] {
  const wanted = new Set(ids);
  const done = new Set<string>();
  const sorted: string[] = [];
  for (const root of ids) {
    // Depth first, on a stack of our own: a pipeline may be deeper than the call stack.
    const stack: { id: string; rest: Iterator<string> }[] = [];
    const enter = (id: string): void => {
      if (wanted.has(id) && !done.has(id)) {
        done.add(id);
        stack.push({ id, rest: before(id)[Symbol.iterator]() });
      }
    };
    enter(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const next = top.rest.next();
      if (next.done) {
        sorted.push(top.id);
        stack.pop();
      } else {
        enter(next.value);
      }
    }
  }
  return sorted;
}

/** Things by key, in their order. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) {
      group.push(value);
    } else {
      groups.set(key(value), [value]);
    }
  }
  return groups;
}

function neighbours(
  edges: readonly IOrderEdge[],
  pair: (edge: IOrderEdge) => [string, string]
): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const edge of edges) {
    const [key, value] = pair(edge);
    const list = map.get(key);
    if (!list) {
      map.set(key, [value]);
    } else if (!list.includes(value)) {
      list.push(value);
    }
  }
  return map;
}
