/** Numbers of the layout: nothing overlaps, nothing is lost, the same input gives the same layout. */
import * as fc from 'fast-check';

import { layoutDag } from '../dag-layout';
import type { IDagInput, IDagLayout, IPlacedNode } from '../dag-layout';

const graphs: fc.Arbitrary<IDagInput> = fc
  .array(
    fc.record({
      width: fc.integer({ min: 40, max: 300 }),
      height: fc.integer({ min: 20, max: 90 }),
      from: fc.array(fc.nat(40), { maxLength: 4 })
    }),
    { maxLength: 40 }
  )
  .map(made => ({
    nodes: made.map(({ width, height }, i) => ({ id: `n${i}`, width, height })),
    edges: made.flatMap(({ from }, i) =>
      i === 0 ? [] : from.map(other => ({ from: `n${other % i}`, to: `n${i}` }))
    )
  }));

function overlaps(a: IPlacedNode, b: IPlacedNode): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Pairs that overlap; nodes are swept by `y`, so that a thousand of them are no matter. */
function overlapping(layout: IDagLayout): string[] {
  const sorted = [...layout.nodes].sort((a, b) => a.y - b.y);
  const found: string[] = [];
  sorted.forEach((node, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j].y < node.y + node.height; j++) {
      if (overlaps(node, sorted[j])) {
        found.push(`${node.id} ${sorted[j].id}`);
      }
    }
  });
  return found;
}

function isInside(layout: IDagLayout): boolean {
  return layout.nodes.every(
    node =>
      node.x >= -0.01 &&
      node.y >= -0.01 &&
      node.x + node.width <= layout.width + 0.01 &&
      node.y + node.height <= layout.height + 0.01
  );
}

describe.each(['down', 'right'] as const)('layoutDag, %s', direction => {
  it('keeps nodes apart, whole and inside', () => {
    fc.assert(
      fc.property(graphs, input => {
        const layout = layoutDag(input, { direction });
        expect(layout.nodes.map(({ id, width, height }) => ({ id, width, height }))).toEqual(
          input.nodes
        );
        expect(overlapping(layout)).toEqual([]);
        expect(isInside(layout)).toBe(true);
        const numbers = [
          ...layout.nodes.flatMap(node => [node.x, node.y]),
          ...layout.edges.flatMap(edge => edge.points.flatMap(point => [point.x, point.y]))
        ];
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 200, seed: 1 }
    );
  });

  it('puts every producer before its consumers', () => {
    fc.assert(
      fc.property(graphs, input => {
        const layout = layoutDag(input, { direction });
        const at = new Map(layout.nodes.map(node => [node.id, node]));
        const end = (node: IPlacedNode): number =>
          direction === 'down' ? node.y + node.height : node.x + node.width;
        const begin = (node: IPlacedNode): number => (direction === 'down' ? node.y : node.x);
        for (const { from, to } of input.edges) {
          expect(end(at.get(from)!)).toBeLessThanOrEqual(begin(at.get(to)!));
        }
      }),
      { numRuns: 200, seed: 2 }
    );
  });

  it('draws each pair of nodes that are joined once, from border to border', () => {
    fc.assert(
      fc.property(graphs, input => {
        const layout = layoutDag(input, { direction });
        const pairs = new Set(input.edges.map(({ from, to }) => `${from} ${to}`));
        expect(layout.edges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
          [...pairs].sort()
        );
        const at = new Map(layout.nodes.map(node => [node.id, node]));
        for (const { from, to, points } of layout.edges) {
          expect(touches(at.get(from)!, points[0])).toBe(true);
          expect(touches(at.get(to)!, points[points.length - 1])).toBe(true);
        }
      }),
      { numRuns: 200, seed: 3 }
    );
  });

  it('lays out a thousand nodes without an overlap', () => {
    const nodes = Array.from({ length: 1000 }, (_, i) => ({ id: `n${i}`, width: 180, height: 44 }));
    const edges = nodes.slice(1).flatMap(({ id }, i) => [
      { from: `n${Math.floor(i / 3)}`, to: id },
      { from: `n${Math.max(0, i - 7)}`, to: id }
    ]);
    const layout = layoutDag({ nodes, edges }, { direction });
    expect(layout.nodes).toHaveLength(1000);
    expect(overlapping(layout)).toEqual([]);
    expect(isInside(layout)).toBe(true);
  });

  it('lays out a chain of a thousand nodes', () => {
    const nodes = Array.from({ length: 1000 }, (_, i) => ({ id: `n${i}`, width: 180, height: 44 }));
    const edges = nodes.slice(1).map(({ id }, i) => ({ from: `n${i}`, to: id }));
    const layout = layoutDag({ nodes, edges }, { direction });
    expect(overlapping(layout)).toEqual([]);
    expect(new Set(layout.nodes.map(node => node.layer)).size).toBe(1000);
  });

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(graphs, input => {
        expect(layoutDag(input, { direction })).toEqual(layoutDag(input, { direction }));
      }),
      { numRuns: 50, seed: 4 }
    );
  });

  it('takes cycles, loops, unknown nodes and nothing at all', () => {
    const size = { width: 10, height: 10 };
    const nodes = ['a', 'b', 'c'].map(id => ({ id, ...size }));
    const edges = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['a', 'a'],
      ['a', 'gone'],
      ['gone', 'a']
    ].map(([from, to]) => ({ from, to }));
    const layout = layoutDag({ nodes, edges }, { direction });
    expect(overlapping(layout)).toEqual([]);
    expect(layout.edges.every(edge => edge.from !== 'gone' && edge.to !== 'gone')).toBe(true);
    expect(layoutDag({ nodes: [], edges: [] }, { direction })).toMatchObject({
      nodes: [],
      edges: []
    });
  });
});

function touches(node: IPlacedNode, { x, y }: { x: number; y: number }): boolean {
  const near = 0.5;
  return (
    x >= node.x - near &&
    x <= node.x + node.width + near &&
    y >= node.y - near &&
    y <= node.y + node.height + near
  );
}
