/** Which node comes next when a person walks a graph with the arrow keys. */
import type { IDagLayout, IPlacedNode } from './dag-layout';

/** Where to go, as seen on the screen. */
export type WalkKey = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** Whether a key walks. */
export function isWalkKey(key: string): key is WalkKey {
  return /^(Arrow(Down|Up|Left|Right)|Home|End)$/.test(key);
}

/**
 * The node to go to: along the layout to a consumer or producer, across it to the neighbour in the layer.
 *
 * Where no edge leads on, it goes to the nearest node of another unconnected part in that direction.
 *
 * @param from - Id of the node to go from; of none or an unknown one the first node is next.
 * @returns Its id; null where there is none that way.
 */
export function walkDag(layout: IDagLayout, from: string | null, key: WalkKey): string | null {
  const here = layout.nodes.find(node => node.id === from);
  const first = layout.nodes.at(0)?.id ?? null;
  if (!here || key === 'Home') {
    return first;
  }
  if (key === 'End') {
    return layout.nodes.at(-1)?.id ?? null;
  }
  const down = layout.direction === 'down';
  const along = down ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  const forward = key === 'ArrowDown' || key === 'ArrowRight';
  const axes = down ? axesOf('y', 'x') : axesOf('x', 'y');
  if (!along.includes(key)) {
    const beside = layout.nodes.filter(
      node =>
        (node.part === here.part ? node.layer === here.layer : axes.overlap(node, here)) &&
        node.id !== here.id &&
        axes.across(node) > axes.across(here) === forward
    );
    return nearest(beside, node => Math.abs(axes.across(node) - axes.across(here)));
  }
  const ids = new Set(
    layout.edges
      .filter(edge => (forward ? edge.from : edge.to) === here.id && edge.from !== edge.to)
      .map(edge => (forward ? edge.to : edge.from))
  );
  const cost = (node: IPlacedNode) =>
    Math.abs(axes.across(node) - axes.across(here)) +
    Math.abs(axes.along(node) - axes.along(here)) * 2;
  const linked = nearest(
    layout.nodes.filter(node => ids.has(node.id)),
    cost
  );
  const elsewhere = () =>
    layout.nodes.filter(
      node =>
        node.part !== here.part &&
        !axes.overlap(node, here) &&
        axes.along(node) > axes.along(here) === forward
    );
  return linked ?? nearest(elsewhere(), cost);
}

/** Reads nodes along and across the layout. */
function axesOf(along: 'x' | 'y', across: 'x' | 'y') {
  const size = { x: 'width', y: 'height' } as const;
  const centre = (axis: 'x' | 'y') => (node: IPlacedNode) => node[axis] + node[size[axis]] / 2;
  return {
    along: centre(along),
    across: centre(across),
    overlap: (a: IPlacedNode, b: IPlacedNode) =>
      a[along] < b[along] + b[size[along]] && b[along] < a[along] + a[size[along]]
  };
}

function nearest(
  nodes: readonly IPlacedNode[],
  cost: (node: IPlacedNode) => number
): string | null {
  let best: IPlacedNode | null = null;
  for (const node of nodes) {
    if (best === null || cost(node) < cost(best)) {
      best = node;
    }
  }
  return best?.id ?? null;
}
