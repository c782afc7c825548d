/**
 * Layered layout of a directed graph: numbers only.
 *
 * Producers stand before consumers; edges pass between the nodes, never over one. The same input gives
 * the same layout. docs/decisions/0002-layered-layout.md says why it is not a library's.
 */
import { orderLayers, type ILayered } from './dag-order';
import { packParts } from './dag-pack';
import { placeAcross } from './dag-place';
import { breakCycles, rankNodes } from './dag-ranks';

/** Nodes with their sizes, and edges between them by id. */
export interface IDagInput {
  readonly nodes: readonly {
    readonly id: string;
    readonly width: number;
    readonly height: number;
  }[];
  /** Edges of unknown nodes are left out; several between the same two nodes become one. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** How to lay out. Lengths are in the unit of the nodes' sizes. */
export interface IDagLayoutOptions {
  /** Where consumers stand, seen from their producers. Default 'down'. */
  readonly direction?: 'down' | 'right';
  /** Least distance of two nodes in a layer. Default 16. */
  readonly nodeGap?: number;
  /** Least distance of two layers. Default 36. */
  readonly layerGap?: number;
  /** Width over height that unconnected parts are packed into. Default 1.5. */
  readonly aspect?: number;
}

/** A point of the layout. */
export interface IPoint {
  readonly x: number;
  readonly y: number;
}

/** A node's place: `x`, `y` is its upper left corner. */
export interface IPlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Which unconnected part it belongs to, and its layer there; from 0. */
  readonly part: number;
  readonly layer: number;
}

/** An edge's way, from the border of `from` to the border of `to`. */
export interface IPlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly IPoint[];
}

/** A layout from (0, 0) to (width, height), in the order of the input. */
export interface IDagLayout {
  readonly direction: 'down' | 'right';
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly IPlacedNode[];
  readonly edges: readonly IPlacedEdge[];
}

/** Room that a line takes between nodes. */
const LINE = 2;

/** An unconnected part, laid out downwards from (0, 0). */
interface IPart {
  readonly nodes: readonly number[];
  width: number;
  height: number;
  x: number;
  y: number;
}

/**
 * Lays out a graph. Cycles are drawn with some edges going back; a node of its own stands beside the rest.
 */
export function layoutDag(input: IDagInput, options: IDagLayoutOptions = {}): IDagLayout {
  const { direction = 'down', nodeGap = 16, layerGap = 36, aspect = 1.5 } = options;
  const flip = direction === 'right';
  const number = new Map(input.nodes.map((node, index) => [node.id, index]));
  const across = input.nodes.map(node => (flip ? node.height : node.width));
  const along = input.nodes.map(node => (flip ? node.width : node.height));
  const count = input.nodes.length;

  const links = uniqueLinks(input, number);
  const proper = links.filter(link => link.from !== link.to);
  const from = proper.map(link => link.from);
  const to = proper.map(link => link.to);
  const turned = breakCycles({ count, from, to });
  const upper = from.map((node, edge) => (turned[edge] ? to[edge] : node));
  const lower = to.map((node, edge) => (turned[edge] ? from[edge] : node));

  const centre = new Float64Array(count);
  const start = new Float64Array(count);
  const layerOf = new Array<number>(count).fill(0);
  const ways = new Map<number, { x: number; y: number }[]>();
  const parts: IPart[] = [];
  for (const part of connectedParts(count, upper, lower)) {
    const laid = layoutPart(part, { upper, lower, turned, across, along, nodeGap, layerGap });
    part.nodes.forEach((node, i) => {
      centre[node] = laid.centre[i];
      start[node] = laid.start[i];
      layerOf[node] = laid.rank[i];
    });
    part.edges.forEach((edge, i) => ways.set(edge, laid.ways[i]));
    parts.push({ nodes: part.nodes, width: laid.width, height: laid.height, x: 0, y: 0 });
  }
  const whole = packParts(parts, nodeGap * 2, flip ? 1 / aspect : aspect);
  const partOf = new Array<number>(count);
  parts.forEach((part, index) => part.nodes.forEach(node => (partOf[node] = index)));

  const turn = (x: number, y: number): IPoint => (flip ? { x: y, y: x } : { x, y });
  const nodes = input.nodes.map((node, i): IPlacedNode => {
    const part = parts[partOf[i]];
    const { width, height } = node;
    const corner = turn(
      Math.round(centre[i] - across[i] / 2 + part.x),
      Math.round(start[i] + part.y)
    );
    return { id: node.id, ...corner, width, height, part: partOf[i], layer: layerOf[i] };
  });
  const edgeNumber = new Map(proper.map((link, edge) => [link, edge]));
  const edges = links.map((link): IPlacedEdge => {
    const ends = { from: input.nodes[link.from].id, to: input.nodes[link.to].id };
    const part = parts[partOf[link.from]];
    const edge = edgeNumber.get(link);
    const way = edge === undefined ? loop(link.from) : (ways.get(edge) ?? []);
    return {
      ...ends,
      points: way.map(point => turn(Math.round(point.x + part.x), Math.round(point.y + part.y)))
    };
  });
  const size = turn(Math.ceil(whole.width), Math.ceil(whole.height));
  return { direction, width: size.x, height: size.y, nodes, edges };

  /** An edge of a node to itself, at its side. */
  function loop(node: number): { x: number; y: number }[] {
    const x = centre[node] + across[node] / 2;
    const y = start[node] + along[node] / 2;
    const reach = nodeGap * 0.75;
    return [
      { x, y: y - 6 },
      { x: x + reach, y: y - 6 },
      { x: x + reach, y: y + 6 },
      { x, y: y + 6 }
    ];
  }
}

interface ILink {
  readonly from: number;
  readonly to: number;
}

/** Edges by number, each pair once. */
function uniqueLinks(input: IDagInput, number: ReadonlyMap<string, number>): ILink[] {
  const links = new Map<number, ILink>();
  for (const edge of input.edges) {
    const from = number.get(edge.from);
    const to = number.get(edge.to);
    if (from !== undefined && to !== undefined) {
      const key = from * input.nodes.length + to;
      links.set(key, links.get(key) ?? { from, to });
    }
  }
  return [...links.values()];
}

/** Nodes that hang together, with their edges; in the order of their first node. */
function connectedParts(
  count: number,
  upper: readonly number[],
  lower: readonly number[]
): { nodes: number[]; edges: number[] }[] {
  const root = Array.from({ length: count }, (_, node) => node);
  const find = (node: number) => {
    while (root[node] !== node) {
      root[node] = root[root[node]];
      node = root[node];
    }
    return node;
  };
  upper.forEach((node, edge) => {
    const [a, b] = [find(node), find(lower[edge])];
    root[Math.max(a, b)] = Math.min(a, b);
  });
  const parts = new Map<number, { nodes: number[]; edges: number[] }>();
  for (let node = 0; node < count; node++) {
    const key = find(node);
    const part = parts.get(key) ?? { nodes: [], edges: [] };
    part.nodes.push(node);
    parts.set(key, part);
  }
  upper.forEach((node, edge) => parts.get(find(node))?.edges.push(edge));
  return [...parts.values()];
}

interface IWhole {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  readonly turned: readonly boolean[];
  readonly across: readonly number[];
  readonly along: readonly number[];
  readonly nodeGap: number;
  readonly layerGap: number;
}

/** Lays out one part downwards. What it returns is by place in `part.nodes`, `part.edges`. */
function layoutPart(part: { nodes: readonly number[]; edges: readonly number[] }, whole: IWhole) {
  const local = new Map(part.nodes.map((node, index) => [node, index]));
  const from = part.edges.map(edge => local.get(whole.upper[edge]) as number);
  const to = part.edges.map(edge => local.get(whole.lower[edge]) as number);
  const rank = rankNodes({ count: part.nodes.length, from, to });
  const { graph, bends } = split(rank, from, to, edge => whole.turned[part.edges[edge]]);
  const layers = orderLayers(graph);
  const across = Array.from({ length: graph.count }, (_, i) =>
    i < graph.nodes ? whole.across[part.nodes[i]] : LINE
  );
  const centre = placeAcross(graph, layers, across, whole.nodeGap);

  let left = Infinity;
  let right = -Infinity;
  for (let i = 0; i < graph.count; i++) {
    left = Math.min(left, centre[i] - across[i] / 2);
    right = Math.max(right, centre[i] + across[i] / 2);
  }
  for (let i = 0; i < graph.count; i++) {
    centre[i] -= left;
  }

  // Rows one after another; further apart where lines have far to go sideways.
  const top: number[] = [];
  const bottom: number[] = [];
  let y = 0;
  layers.forEach((layer, row) => {
    let tall = 0;
    let reach = 0;
    for (const node of layer) {
      tall = Math.max(tall, node < graph.nodes ? whole.along[part.nodes[node]] : 0);
      for (const below of graph.down[node]) {
        reach = Math.max(reach, Math.abs(centre[below] - centre[node]));
      }
    }
    top[row] = y;
    bottom[row] = y + tall;
    y += tall + Math.min(whole.layerGap * 2.5, whole.layerGap + reach * 0.04);
  });
  const start = part.nodes.map(
    (node, i) => (top[rank[i]] + bottom[rank[i]] - whole.along[node]) / 2
  );
  const ways = part.edges.map((edge, i) => {
    const [a, b] = [from[i], to[i]];
    const way = [{ x: centre[a], y: start[a] + whole.along[part.nodes[a]] }];
    for (const bend of bends[i]) {
      const row = graph.rank[bend];
      way.push({ x: centre[bend], y: top[row] }, { x: centre[bend], y: bottom[row] });
    }
    way.push({ x: centre[b], y: start[b] });
    return whole.turned[edge] ? way.reverse() : way;
  });
  const height = bottom.length === 0 ? 0 : bottom[bottom.length - 1];
  return { rank, centre, start, ways, width: right - left, height };
}

/** Puts bends into the layers that edges pass; edges of one source share them. */
function split(
  rank: readonly number[],
  from: readonly number[],
  to: readonly number[],
  alone: (edge: number) => boolean
): { graph: ILayered; bends: number[][] } {
  const ranks = [...rank];
  const up = rank.map((): number[] => []);
  const down = rank.map((): number[] => []);
  const link = (a: number, b: number) => {
    down[a].push(b);
    up[b].push(a);
  };
  const shared = new Map<number, number[]>();
  const bends = from.map((source, edge) => {
    const chain = alone(edge) ? [] : (shared.get(source) ?? []);
    if (!alone(edge)) {
      shared.set(source, chain);
    }
    const needed = rank[to[edge]] - rank[source] - 1;
    while (chain.length < needed) {
      const bend = ranks.length;
      ranks.push(rank[source] + chain.length + 1);
      up.push([]);
      down.push([]);
      link(chain.length === 0 ? source : chain[chain.length - 1], bend);
      chain.push(bend);
    }
    link(needed === 0 ? source : chain[needed - 1], to[edge]);
    return chain.slice(0, needed);
  });
  return { graph: { count: ranks.length, nodes: rank.length, rank: ranks, up, down }, bends };
}
