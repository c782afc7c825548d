/** The values that a chart spans. */

/** A range of values, and how many are in it. Bounds may be infinite. */
export interface IValueBucket {
  readonly lowValue: number;
  readonly highValue: number;
  readonly sampleCount: number;
}

/** All finite bounds; wider at an end where buckets have no end, and where all is one value. */
export function finiteRange(buckets: readonly IValueBucket[]): {
  readonly low: number;
  readonly high: number;
} {
  let low = Infinity;
  let high = -Infinity;
  for (const { lowValue, highValue } of buckets) {
    for (const value of [lowValue, highValue]) {
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  if (low > high) {
    return { low: 0, high: 1 };
  }
  const pad = (high / 2 - low / 2) * 0.16;
  const wider = {
    low: buckets.some(({ lowValue }) => lowValue === -Infinity) ? low - pad : low,
    high: buckets.some(({ highValue }) => highValue === Infinity) ? high + pad : high
  };
  if (wider.low === wider.high) {
    const around = Math.abs(low) / 2 || 0.5;
    return { low: low - around, high: high + around };
  }
  return wider;
}

/** Whether all bounds are whole numbers, or without end. */
export function isWhole(buckets: readonly IValueBucket[]): boolean {
  const whole = (value: number): boolean => Number.isInteger(value) || !Number.isFinite(value);
  return buckets.every(({ lowValue, highValue }) => whole(lowValue) && whole(highValue));
}

/** A range in few characters. */
export function rangeText(
  { lowValue, highValue }: IValueBucket,
  text: (value: number) => string
): string {
  return lowValue === highValue ? text(lowValue) : `${text(lowValue)} – ${text(highValue)}`;
}
