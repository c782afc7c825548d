/** Order of the nodes within their layers, with few crossings. */

/**
 * A graph in layers. Every link goes from one layer to the next; where an edge spans more, bends stand
 * in the layers between. Links of one source share its bends.
 */
export interface ILayered {
  /** Nodes first, then bends. */
  readonly count: number;
  /** How many of them are nodes. */
  readonly nodes: number;
  readonly rank: readonly number[];
  /** Neighbours in the layer above and below. */
  readonly up: readonly (readonly number[])[];
  readonly down: readonly (readonly number[])[];
}

/** Sweeps without a gain after which it stops. */
const PATIENCE = 5;
/** Most sweeps. */
const SWEEPS = 40;

/**
 * Orders each layer: barycentre sweeps with exchanges of neighbours, the best of two beginnings.
 *
 * @returns The layers, each from left to right.
 */
export function orderLayers(graph: ILayered): number[][] {
  const starts = [walk(graph, graph.down), walk(graph, graph.up)];
  let best: number[][] = starts[0];
  let fewest = Infinity;
  for (const start of starts) {
    const layers = start.map(layer => [...layer]);
    const place = new Int32Array(graph.count);
    layers.forEach(layer => renumber(layer, place));
    let lastGain = 0;
    for (let sweep = 0; sweep < SWEEPS && sweep - lastGain <= PATIENCE && fewest > 0; sweep++) {
      const downward = sweep % 2 === 0;
      for (let i = 1; i < layers.length; i++) {
        const at = downward ? i : layers.length - 1 - i;
        sortByNeighbours(layers[at], downward ? graph.up : graph.down, place, sweep % 4 >= 2);
      }
      exchange(graph, layers, place);
      const crossings = countCrossings(graph, layers, place);
      if (crossings < fewest) {
        fewest = crossings;
        lastGain = sweep;
        best = layers.map(layer => [...layer]);
      }
    }
  }
  return best;
}

/** Number of crossings between neighbouring layers. */
export function countCrossings(
  graph: ILayered,
  layers: readonly (readonly number[])[],
  place: Int32Array
): number {
  let crossings = 0;
  for (let i = 1; i < layers.length; i++) {
    const tree = new Int32Array(layers[i].length + 1);
    let inserted = 0;
    for (const upper of layers[i - 1]) {
      const targets = graph.down[upper];
      // First count against the links of what is to the left, then add its own.
      for (const target of targets) {
        let before = 0;
        for (let k = place[target] + 1; k > 0; k -= k & -k) {
          before += tree[k];
        }
        crossings += inserted - before;
      }
      for (const target of targets) {
        for (let k = place[target] + 1; k < tree.length; k += k & -k) {
          tree[k]++;
        }
      }
      inserted += targets.length;
    }
  }
  return crossings;
}

/** Layers in the order in which a depth-first walk meets the nodes. */
function walk(graph: ILayered, next: ILayered['down']): number[][] {
  const layers: number[][] = [];
  graph.rank.forEach(rank => (layers[rank] ??= []));
  const met = new Uint8Array(graph.count);
  const back = next === graph.down ? graph.up : graph.down;
  const starts = graph.rank.map((_, node) => node);
  for (const onlyEnds of [true, false]) {
    for (const start of starts) {
      if (met[start] || (onlyEnds && back[start].length > 0)) {
        continue;
      }
      const stack = [start];
      while (stack.length > 0) {
        const node = stack.pop() as number;
        if (met[node]) {
          continue;
        }
        met[node] = 1;
        layers[graph.rank[node]].push(node);
        for (let i = next[node].length - 1; i >= 0; i--) {
          stack.push(next[node][i]);
        }
      }
    }
  }
  return layers;
}

function renumber(layer: readonly number[], place: Int32Array): void {
  for (let i = 0; i < layer.length; i++) {
    place[layer[i]] = i;
  }
}

/** Sorts a layer by the mean place of each node's neighbours; what has none keeps its place. */
function sortByNeighbours(
  layer: number[],
  neighbours: ILayered['up'],
  place: Int32Array,
  lastFirst: boolean
): void {
  const moving: { node: number; at: number; key: number }[] = [];
  layer.forEach((node, at) => {
    const around = neighbours[node];
    if (around.length > 0) {
      let sum = 0;
      for (const other of around) {
        sum += place[other];
      }
      moving.push({ node, at, key: sum / around.length });
    }
  });
  moving.sort((a, b) => a.key - b.key || (lastFirst ? b.at - a.at : a.at - b.at));
  let next = 0;
  layer.forEach((node, at) => {
    if (neighbours[node].length > 0) {
      layer[at] = moving[next++].node;
    }
  });
  renumber(layer, place);
}

/** Exchanges neighbours within a layer as long as that takes crossings away. */
function exchange(graph: ILayered, layers: readonly number[][], place: Int32Array): void {
  for (let round = 0; round < 4; round++) {
    let gained = false;
    for (const layer of layers) {
      for (let i = 1; i < layer.length; i++) {
        const left = layer[i - 1];
        const right = layer[i];
        const gain =
          difference(graph.up[left], graph.up[right], place) +
          difference(graph.down[left], graph.down[right], place);
        if (gain > 0) {
          layer[i - 1] = right;
          layer[i] = left;
          place[right] = i - 1;
          place[left] = i;
          gained = true;
        }
      }
    }
    if (!gained) {
      return;
    }
  }
}

/** Crossings that are gone when the owner of `left` and that of `right` change places. */
function difference(left: readonly number[], right: readonly number[], place: Int32Array): number {
  let gain = 0;
  for (const a of left) {
    for (const b of right) {
      gain += Math.sign(place[a] - place[b]);
    }
  }
  return gain;
}
