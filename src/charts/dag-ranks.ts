/** Layers of a directed graph: which edges to turn round so that it has no cycle, and each node's rank. */

/** A graph of numbered nodes; `from[e]` → `to[e]`. */
export interface INumberedGraph {
  readonly count: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Most passes that bring nodes nearer to their neighbours. */
const PASSES = 12;

/**
 * Turns round the edges that close a cycle, as a walk in the order of the nodes meets them.
 *
 * @returns For each edge, whether it was turned round.
 */
export function breakCycles(graph: INumberedGraph): boolean[] {
  const out = adjacency(graph.count, graph.from);
  const turned = graph.from.map(() => false);
  // 0: not met, 1: on the way, 2: left
  const state = new Uint8Array(graph.count);
  const next = new Uint32Array(graph.count);
  // What nobody feeds comes first: a cycle is then cut where it leads back to its entry.
  const fed = new Uint8Array(graph.count);
  graph.to.forEach(node => (fed[node] = 1));
  const all = Array.from({ length: graph.count }, (_, node) => node);
  const starts = [...all.filter(node => !fed[node]), ...all.filter(node => fed[node])];
  for (const start of starts) {
    if (state[start] !== 0) {
      continue;
    }
    const path = [start];
    state[start] = 1;
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (next[node] === out[node].length) {
        state[node] = 2;
        path.pop();
        continue;
      }
      const edge = out[node][next[node]++];
      const target = graph.to[edge];
      if (state[target] === 1) {
        turned[edge] = true;
      } else if (state[target] === 0) {
        state[target] = 1;
        path.push(target);
      }
    }
  }
  return turned;
}

/**
 * Ranks with every edge going to a higher rank, few ranks, and short edges.
 *
 * @param graph - Without cycles.
 * @returns Rank of each node, from 0 without gaps.
 */
export function rankNodes(graph: INumberedGraph): number[] {
  const { count, from, to } = graph;
  const out = adjacency(count, from);
  const into = adjacency(count, to);
  const order = topological(count, out, into, to);
  const rank = new Array<number>(count).fill(0);
  for (const node of order) {
    for (const edge of into[node]) {
      rank[node] = Math.max(rank[node], rank[from[edge]] + 1);
    }
  }
  const deepest = Math.max(0, ...rank);
  // Each node moves within its slack to where its edges are shortest together: towards the side with more.
  for (let pass = 0; pass < PASSES; pass++) {
    let moved = false;
    for (let i = 0; i < count; i++) {
      const node = pass % 2 === 0 ? order[count - 1 - i] : order[i];
      let low = 0;
      let high = deepest;
      into[node].forEach(edge => (low = Math.max(low, rank[from[edge]] + 1)));
      out[node].forEach(edge => (high = Math.min(high, rank[to[edge]] - 1)));
      const pull = out[node].length - into[node].length;
      const wanted = pull > 0 ? high : pull < 0 ? low : rank[node];
      if (wanted !== rank[node]) {
        rank[node] = wanted;
        moved = true;
      }
    }
    if (!moved) {
      break;
    }
  }
  const used = [...new Set(rank)].sort((a, b) => a - b);
  const place = new Map(used.map((value, index) => [value, index]));
  return rank.map(value => place.get(value) ?? 0);
}

/** For each node, the edges whose end in `ends` it is. */
export function adjacency(count: number, ends: readonly number[]): number[][] {
  const lists = Array.from({ length: count }, (): number[] => []);
  ends.forEach((node, edge) => lists[node].push(edge));
  return lists;
}

/** Nodes in an order in which each edge goes forward. */
function topological(
  count: number,
  out: readonly number[][],
  into: readonly number[][],
  to: readonly number[]
): number[] {
  const left = into.map(edges => edges.length);
  const order: number[] = [];
  for (let node = 0; node < count; node++) {
    if (left[node] === 0) {
      order.push(node);
    }
  }
  // The list grows while it is walked.
  for (const node of order) {
    for (const edge of out[node]) {
      if (--left[to[edge]] === 0) {
        order.push(to[edge]);
      }
    }
  }
  return order;
}
