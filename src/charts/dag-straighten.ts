/** Straightens lines: what stands almost in a line along the layers is put in line, and moves as one. */
import type { ILayered } from './dag-order';

/** How layers are ordered and spaced, and how strongly links pull. */
export interface ISpacing {
  readonly layers: readonly (readonly number[])[];
  /** Least distance of each from the first of its layer. */
  readonly offset: ArrayLike<number>;
  /** Extent across the layers. */
  readonly size: ArrayLike<number>;
  readonly weigh: (a: number, b: number) => number;
}

/** Most rounds in which rods move to where their links pull them. */
const ROUNDS = 16;
/** Share of the extent within which two nodes are almost in line. */
const NEAR = 0.4;
/** Distance up to which two bends of a line are; beyond it the line would push too much aside. */
const BENT = 100;

/** Changes the places `at`: orders and least distances stay. */
export function straighten(graph: ILayered, spacing: ISpacing, at: Float64Array): void {
  const place = new Int32Array(graph.count);
  spacing.layers.forEach(layer => layer.forEach((node, i) => (place[node] = i)));
  const { rod, members } = makeRods(graph, spacing, place, at);
  settleRods(graph, spacing, place, { rod, members }, at);

  const move = (nodes: readonly number[]) => {
    let [low, high] = [-Infinity, Infinity];
    const pulls: { at: number; weight: number }[] = [];
    for (const node of nodes) {
      const layer = spacing.layers[graph.rank[node]];
      const left = layer[place[node] - 1];
      const right = layer[place[node] + 1];
      if (left !== undefined) {
        low = Math.max(low, at[left] + spacing.offset[node] - spacing.offset[left]);
      }
      if (right !== undefined) {
        high = Math.min(high, at[right] - spacing.offset[right] + spacing.offset[node]);
      }
      for (const around of [graph.up[node], graph.down[node]]) {
        for (const other of around) {
          if (rod[other] !== rod[node]) {
            pulls.push({ at: at[other], weight: spacing.weigh(node, other) });
          }
        }
      }
    }
    if (pulls.length > 0 && low <= high) {
      const goal = Math.min(high, Math.max(low, median(pulls, at[nodes[0]])));
      nodes.forEach(node => (at[node] = goal));
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < members.length; i++) {
      move(members[round % 2 === 0 ? i : members.length - 1 - i]);
    }
  }
}

/** Weighted median; of equally good places the nearest to `now`. Sorts the pulls. */
export function median(pulls: { at: number; weight: number }[], now: number): number {
  pulls.sort((a, b) => a.at - b.at);
  const half = pulls.reduce((sum, pull) => sum + pull.weight, 0) / 2;
  let passed = 0;
  for (let i = 0; i < pulls.length; i++) {
    passed += pulls[i].weight;
    if (passed > half) {
      return pulls[i].at;
    }
    if (passed === half) {
      return Math.min(Math.max(now, pulls[i].at), pulls[i + 1].at);
    }
  }
  return now;
}

interface IRods {
  /** Rod of each node. */
  readonly rod: Int32Array;
  /** Nodes of each rod. */
  readonly members: readonly (readonly number[])[];
}

/** Joins nodes to rods along links that are almost straight and cross none that was taken before. */
function makeRods(graph: ILayered, { size }: ISpacing, place: Int32Array, at: Float64Array): IRods {
  const links: { upper: number; lower: number; bends: number; skew: number }[] = [];
  for (let upper = 0; upper < graph.count; upper++) {
    for (const lower of graph.down[upper]) {
      const bends = (upper < graph.nodes ? 0 : 1) + (lower < graph.nodes ? 0 : 1);
      const skew = Math.abs(at[upper] - at[lower]);
      if ((bends === 2 && skew <= BENT) || skew <= NEAR * Math.max(size[upper], size[lower])) {
        links.push({ upper, lower, bends, skew });
      }
    }
  }
  links.sort((a, b) => (b.bends >> 1) - (a.bends >> 1) || a.skew - b.skew || a.upper - b.upper);
  const above = new Int32Array(graph.count).fill(-1);
  const below = new Int32Array(graph.count).fill(-1);
  const taken: { from: number; to: number }[][] = [];
  for (const { upper, lower } of links) {
    if (below[upper] >= 0 || above[lower] >= 0) {
      continue;
    }
    const row = (taken[graph.rank[upper]] ??= []);
    const [from, to] = [place[upper], place[lower]];
    if (row.every(other => from < other.from === to < other.to)) {
      row.push({ from, to });
      below[upper] = lower;
      above[lower] = upper;
    }
  }
  const rod = new Int32Array(graph.count).fill(-1);
  const members: number[][] = [];
  for (let node = 0; node < graph.count; node++) {
    if (above[node] >= 0) {
      continue;
    }
    const nodes: number[] = [];
    for (let next = node; next >= 0; next = below[next]) {
      rod[next] = members.length;
      nodes.push(next);
    }
    members.push(nodes);
  }
  return { rod, members };
}

/** Puts every rod near the mean of its nodes: half way between pushing all that is in the way right, and left. */
function settleRods(
  graph: ILayered,
  { layers, offset }: ISpacing,
  place: Int32Array,
  { rod, members }: IRods,
  at: Float64Array
): void {
  const wish = members.map(nodes => nodes.reduce((sum, node) => sum + at[node], 0) / nodes.length);
  const push = (side: 1 | -1) => {
    const result = new Float64Array(members.length).fill(NaN);
    // Depth first, without recursion: a rod stands once all on its side do.
    for (let start = 0; start < members.length; start++) {
      const stack = [start];
      while (stack.length > 0) {
        const current = stack[stack.length - 1];
        if (!Number.isNaN(result[current])) {
          stack.pop();
          continue;
        }
        let goal = side * wish[current];
        let ready = true;
        for (const node of members[current]) {
          const beside = layers[graph.rank[node]][place[node] - side];
          if (beside === undefined) {
            continue;
          }
          if (Number.isNaN(result[rod[beside]])) {
            stack.push(rod[beside]);
            ready = false;
          } else {
            const least = Math.abs(offset[node] - offset[beside]);
            goal = Math.max(goal, side * result[rod[beside]] + least);
          }
        }
        if (ready) {
          result[current] = side * goal;
          stack.pop();
        }
      }
    }
    return result;
  };
  const right = push(1);
  const left = push(-1);
  members.forEach((nodes, i) => nodes.forEach(node => (at[node] = (right[i] + left[i]) / 2)));
}
