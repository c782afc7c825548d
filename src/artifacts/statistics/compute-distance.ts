/**
 * How far apart two distributions are, as TensorFlow Data Validation measures drift and skew
 * (its `anomalies/metrics.cc`).
 */
import type { Distribution } from './compute-distribution';
import type { IBucket } from './statistics';

/** From 0, the same, to 1: L-infinity of labels, Jensen-Shannon of numbers; NaN where they cannot be compared. */
export function distance(a: Distribution, b: Distribution): number {
  if (a.kind === 'labels' && b.kind === 'labels') {
    return infinityDistance(a.counts, b.counts);
  }
  return a.kind === 'numbers' && b.kind === 'numbers' ? jensenShannon(a, b) : NaN;
}

/** The largest difference that a label's share has. */
export function infinityDistance(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>
): number {
  const totalA = sum(a.values());
  const totalB = sum(b.values());
  if (totalA === 0 || totalB === 0) {
    return NaN;
  }
  let largest = 0;
  for (const label of new Set([...a.keys(), ...b.keys()])) {
    const difference = (a.get(label) ?? 0) / totalA - (b.get(label) ?? 0) / totalB;
    largest = Math.max(largest, Math.abs(difference));
  }
  return largest;
}

/** A histogram. */
export type Numbers = Extract<Distribution, { kind: 'numbers' }>;

/** Jensen-Shannon divergence, base 2. NaN and infinite values of one are not those of the other. */
export function jensenShannon(a: Numbers, b: Numbers): number {
  const { p, q } = alignNumbers(a, b);
  const totalP = sum(p);
  const totalQ = sum(q);
  if (totalP === 0 || totalQ === 0) {
    return NaN;
  }
  let result = 0;
  for (let i = 0; i < p.length; i++) {
    result += divergenceTerm(p[i] / totalP, q[i] / totalQ);
  }
  return Math.min(1, result);
}

/** Two histograms by the same pieces. */
export interface IAlignedNumbers {
  /** Ends of buckets: the first pieces are between each two. */
  readonly bounds: readonly number[];
  /** Single values, which are the next pieces. */
  readonly points: readonly number[];
  /** Counts: at the end those that are infinite in one and in the other, and NaN in one and in the other. */
  readonly p: readonly number[];
  readonly q: readonly number[];
}

/** Cuts buckets at the ends of all of both. */
export function alignNumbers(a: Numbers, b: Numbers): IAlignedNumbers {
  const one = strip(a);
  const two = strip(b);
  const bounds = [
    ...new Set([...one.wide, ...two.wide].flatMap(bucket => [bucket.lowValue, bucket.highValue]))
  ].sort((x, y) => x - y);
  const points = [...new Set([...one.points.keys(), ...two.points.keys()])];
  const p = [
    ...rebucket(one.wide, bounds),
    ...points.map(point => one.points.get(point) ?? 0),
    ...[one.infinite, 0, a.numNaN, 0]
  ];
  const q = [
    ...rebucket(two.wide, bounds),
    ...points.map(point => two.points.get(point) ?? 0),
    ...[0, two.infinite, 0, b.numNaN]
  ];
  return { bounds, points, p, q };
}

/** What one piece adds to the divergence, from its two shares. */
export function divergenceTerm(x: number, y: number): number {
  const mean = (x + y) / 2;
  return (term(x, mean) + term(y, mean)) / 2;
}

/** Buckets with a width; those of one value; and how many values are in those without an end. */
function strip({ buckets }: Numbers): {
  readonly wide: readonly IBucket[];
  readonly points: ReadonlyMap<number, number>;
  readonly infinite: number;
} {
  const wide: IBucket[] = [];
  const points = new Map<number, number>();
  let infinite = 0;
  for (const bucket of buckets) {
    const { lowValue, highValue, sampleCount } = bucket;
    if (!Number.isFinite(lowValue) || !Number.isFinite(highValue)) {
      infinite += sampleCount;
    } else if (lowValue === highValue) {
      points.set(lowValue, (points.get(lowValue) ?? 0) + sampleCount);
    } else {
      wide.push(bucket);
    }
  }
  return { wide, points, infinite };
}

/** Counts between each two bounds; within a bucket, values are taken to be spread evenly. */
function rebucket(buckets: readonly IBucket[], bounds: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, bounds.length - 1)).fill(0);
  const at = new Map(bounds.map((bound, index) => [bound, index]));
  for (const { lowValue, highValue, sampleCount } of buckets) {
    const end = at.get(highValue) ?? 0;
    for (let i = at.get(lowValue) ?? end; i < end; i++) {
      counts[i] += (sampleCount * (bounds[i + 1] - bounds[i])) / (highValue - lowValue);
    }
  }
  return counts;
}

function term(share: number, mean: number): number {
  return share > 0 && mean > 0 ? share * Math.log2(share / mean) : 0;
}

/** Of all of them. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) {
    total += value;
  }
  return total;
}
