/** What a distance comes from. */
import { contributions } from '../compute-contributions';
import { infinityDistance, jensenShannon } from '../compute-distance';
import type { Numbers } from '../compute-distance';
import type { Distribution } from '../compute-distribution';

const labels = (counts: Record<string, number>) =>
  ({ kind: 'labels', counts: new Map(Object.entries(counts)) }) as const satisfies Distribution;
const numbers = (
  buckets: readonly (readonly [low: number, high: number, count: number])[],
  numNaN = 0
): Numbers => ({
  kind: 'numbers',
  numNaN,
  buckets: buckets.map(([lowValue, highValue, sampleCount]) => ({
    ...{ lowValue, highValue, sampleCount }
  }))
});

it('has the value first whose difference is the distance', () => {
  const a = labels({ x: 6, y: 3, '<b>': 1 });
  const b = labels({ x: 2, y: 6, z: 2 });
  const found = contributions(a, b, 'largest');
  expect(found.map(({ of }) => of)).toEqual([
    ...['x', 'y', 'z', '<b>'].map(label => ({ kind: 'label', label }))
  ]);
  expect(found[0]).toMatchObject({ shareA: 0.6, shareB: 0.2 });
  expect(found[0].amount).toBeCloseTo(infinityDistance(a.counts, b.counts), 12);
});

it('has parts of the divergence that are the whole together', () => {
  const a = numbers([[0, 2, 4], [2, 4, 6], [5, 5, 1], [-Infinity, 0, 1]], 2); // prettier-ignore
  const b = numbers([[0, 1, 3], [1, 4, 3], [5, 5, 2], [6, Infinity, 1]], 1); // prettier-ignore
  const found = contributions(a, b, 'divergence');
  const together = found.reduce((sum, { amount }) => sum + amount, 0);
  expect(together).toBeCloseTo(jensenShannon(a, b), 12);
  const kinds = found.map(({ of }) => of.kind);
  expect(kinds).toEqual(expect.arrayContaining(['NaN', 'infinite']));
  expect(found.every(({ amount }, index) => index === 0 || amount <= found[index - 1].amount)).toBe(
    true
  );
});

it('has nothing of what cannot be compared, or is the same', () => {
  const some = labels({ x: 1 });
  expect(contributions(some, numbers([[0, 1, 1]]), 'largest')).toEqual([]);
  expect(contributions(some, labels({}), 'largest')).toEqual([]);
  expect(contributions(some, labels({ x: 7 }), 'divergence')).toEqual([]);
});
