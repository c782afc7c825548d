/** Which values and buckets a distance comes from. */
import type { Numbers } from './compute-distance';
import { alignNumbers, divergenceTerm, sum } from './compute-distance';
import type { Distribution } from './compute-distribution';

/** How a distance is measured: the largest difference of shares, or a sum over all. */
export type DistanceKind = 'largest' | 'divergence';

/** A value, or a piece of a bucket, in both distributions. */
export interface IContribution {
  readonly of:
    | { readonly kind: 'label'; readonly label: string }
    | { readonly kind: 'range'; readonly low: number; readonly high: number }
    | { readonly kind: 'NaN' | 'infinite' };
  /** From 0 to 1. */
  readonly shareA: number;
  readonly shareB: number;
  /** The size of the difference of the shares; or what it adds to the Jensen-Shannon divergence, in bits. */
  readonly amount: number;
}

/**
 * What a distance comes from, the largest part first.
 *
 * @returns empty where the two cannot be compared.
 */
export function contributions(
  a: Distribution,
  b: Distribution,
  kind: DistanceKind
): readonly IContribution[] {
  const pieces =
    a.kind === 'numbers' && b.kind === 'numbers'
      ? ofNumbers(a, b)
      : a.kind === 'labels' && b.kind === 'labels'
        ? ofLabels(a.counts, b.counts)
        : [];
  const totalA = sum(pieces.map(({ counts }) => counts[0]));
  const totalB = sum(pieces.map(({ counts }) => counts[1]));
  if (!(totalA > 0) || !(totalB > 0)) {
    return [];
  }
  return pieces
    .map(({ of, counts, apart }) => {
      const shareA = counts[0] / totalA;
      const shareB = counts[1] / totalB;
      const amount =
        kind === 'largest'
          ? Math.abs(shareA - shareB)
          : apart
            ? divergenceTerm(shareA, 0) + divergenceTerm(0, shareB)
            : divergenceTerm(shareA, shareB);
      return { of, shareA, shareB, amount };
    })
    .filter(({ amount }) => amount > 0)
    .sort((one, two) => two.amount - one.amount);
}

interface IPiece {
  readonly of: IContribution['of'];
  readonly counts: readonly [number, number];
  /** Those of one are not those of the other. */
  readonly apart?: boolean;
}

function ofLabels(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>
): readonly IPiece[] {
  return [...new Set([...a.keys(), ...b.keys()])].map(label => ({
    of: { kind: 'label', label },
    counts: [a.get(label) ?? 0, b.get(label) ?? 0]
  }));
}

function ofNumbers(a: Numbers, b: Numbers): readonly IPiece[] {
  const { bounds, points, p, q } = alignNumbers(a, b);
  const ranges = bounds.slice(1).map((high, index) => ({ low: bounds[index], high }));
  const pieces = [...ranges, ...points.map(point => ({ low: point, high: point }))].map(
    (range, index): IPiece => ({ of: { kind: 'range', ...range }, counts: [p[index], q[index]] })
  );
  const [infiniteA, , nanA] = p.slice(-4);
  const [, infiniteB, , nanB] = q.slice(-4);
  return [
    ...pieces,
    { of: { kind: 'infinite' }, counts: [infiniteA, infiniteB], apart: true },
    { of: { kind: 'NaN' }, counts: [nanA, nanB], apart: true }
  ];
}
