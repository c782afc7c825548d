/** Places across the layers: near to the neighbours, straight where it can be, none upon another. */
import type { ILayered } from './dag-order';
import { straighten } from './dag-straighten';

/** Rounds of means, which find the shape. */
const ROUNDS = 24;

/**
 * Centre of each node and bend across the layers.
 *
 * @param layers - From left to right.
 * @param size - Extent across the layers of each node; of bends, the room that a line takes.
 * @param gap - Between neighbours.
 */
export function placeAcross(
  graph: ILayered,
  layers: readonly (readonly number[])[],
  size: ArrayLike<number>,
  gap: number
): Float64Array {
  const at = new Float64Array(graph.count);
  // Least distance of each from the first of its layer.
  const offset = new Float64Array(graph.count);
  for (const layer of layers) {
    for (let i = 1; i < layer.length; i++) {
      const [left, right] = [layer[i - 1], layer[i]];
      offset[right] = offset[left] + (size[left] + size[right]) / 2 + gap;
    }
    const middle = layer.length === 0 ? 0 : offset[layer[layer.length - 1]] / 2;
    for (const node of layer) {
      at[node] = offset[node] - middle;
    }
  }
  // Long lines pull hardest, so that they are straight.
  const weigh = (a: number, b: number) =>
    a < graph.nodes ? (b < graph.nodes ? 1 : 2) : b < graph.nodes ? 2 : 6;
  const widest = layers.reduce((most, layer) => Math.max(most, layer.length), 0);
  const blocks = newBlocks(widest);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < layers.length; i++) {
      const layer = layers[round % 2 === 0 ? i : layers.length - 1 - i];
      settle(graph, layer, at, offset, weigh, blocks);
    }
  }
  straighten(graph, { layers, offset, size, weigh }, at);
  return at;
}

/** Neighbours in a layer that stand as close as they may, and so move as one; made once for all layers. */
interface IBlocks {
  /** Place in the layer after the last of each block. */
  readonly end: Int32Array;
  /** Sum of pulls, and of their weights. */
  readonly sum: Float64Array;
  readonly weight: Float64Array;
}

function newBlocks(count: number): IBlocks {
  return {
    end: new Int32Array(count),
    sum: new Float64Array(count),
    weight: new Float64Array(count)
  };
}

/**
 * Puts a layer's nodes where their pulls are least stretched together, without changing their order:
 * isotonic regression by pooling of neighbours that would run into each other.
 */
function settle(
  graph: ILayered,
  layer: readonly number[],
  at: Float64Array,
  offset: Float64Array,
  weigh: (a: number, b: number) => number,
  { end, sum, weight }: IBlocks
): void {
  let last = -1;
  for (let i = 0; i < layer.length; i++) {
    const node = layer[i];
    let total = 0;
    let pull = 0;
    for (const other of graph.up[node]) {
      const strength = weigh(node, other);
      total += strength;
      pull += strength * at[other];
    }
    for (const other of graph.down[node]) {
      const strength = weigh(node, other);
      total += strength;
      pull += strength * at[other];
    }
    if (total === 0) {
      total = 0.01;
      pull = total * at[node];
    }
    last++;
    end[last] = i + 1;
    weight[last] = total;
    sum[last] = pull - total * offset[node];
    while (last > 0 && sum[last - 1] / weight[last - 1] > sum[last] / weight[last]) {
      sum[last - 1] += sum[last];
      weight[last - 1] += weight[last];
      end[last - 1] = end[last];
      last--;
    }
  }
  for (let block = 0, i = 0; block <= last; block++) {
    const place = sum[block] / weight[block];
    for (; i < end[block]; i++) {
      at[layer[i]] = place + offset[layer[i]];
    }
  }
}
