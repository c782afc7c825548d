/** From numbers to pixels, and the numbers that an axis names. */

/** A scale: a function from a number to pixels. */
export interface INumberScale {
  (value: number): number;
  /** Round numbers within the domain. */
  readonly ticks: readonly number[];
}

/** How a scale is made. */
export interface INumberScaleOptions {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Ticks, about. */
  readonly count: number;
  /**
   * Where a logarithmic scale becomes linear around zero, so that it has zero and negative numbers too; null for a
   * linear scale.
   */
  readonly log?: number | null;
  /** There is nothing between whole numbers. */
  readonly whole?: boolean;
}

/** A scale; what is beyond the domain is put at its ends. */
export function numberScale(options: INumberScaleOptions): INumberScale {
  const { domain, range, count, log = null, whole = false } = options;
  const [low, high] = domain;
  const bend = (value: number): number =>
    log === null ? value : Math.sign(value) * Math.log1p(Math.abs(value) / log);
  // Halves: the whole may be more than a number can be.
  const from = bend(low) / 2;
  const size = bend(high) / 2 - from;
  const scale = (value: number): number => {
    const share = size === 0 ? 0.5 : (bend(value) / 2 - from) / size;
    return range[0] + Math.min(1, Math.max(0, share)) * (range[1] - range[0]);
  };
  return Object.defineProperty(scale, 'ticks', {
    // A chart without axes asks for none.
    get: () =>
      log === null ? linearTicks(low, high, count, whole ? 1 : 0) : logTicks(low, high, count, log)
  }) as INumberScale;
}

/** Steps of 1, 2 or 5 times a power of ten; none smaller than `least`. */
export function linearTicks(
  low: number,
  high: number,
  count: number,
  least = 0
): readonly number[] {
  const rough = Math.max(least, (high - low) / Math.max(1, count));
  if (!(rough > 0) || !Number.isFinite(rough)) {
    return [low];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = rough / power;
  const step = power * (times >= 7 ? 10 : times >= 3.2 ? 5 : times >= 1.4 ? 2 : 1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiplied, not added up: 0.1 + 0.2 is no round number.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12))
  );
}

/** Zero, and powers of ten. */
function logTicks(low: number, high: number, count: number, log: number): readonly number[] {
  const most = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), log)));
  const least = Math.ceil(Math.log10(log));
  const step = Math.max(1, Math.ceil((most - least + 1) / Math.max(1, count)));
  const powers: number[] = [];
  for (let power = least; power <= most; power += step) {
    powers.push(Number(`1e${power}`));
  }
  const all = [...powers.map(value => -value).reverse(), 0, ...powers];
  return all.filter(value => value >= low && value <= high);
}

const UNITS = ['', 'K', 'M', 'B', 'T'];

/** A number in few characters: 1.2K, 3e-7. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  }
  const sign = value < 0 ? '−' : '';
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) {
    return sign + size.toExponential(2).replace(/\.?0*e\+?/, 'e');
  }
  const unit = Math.max(0, Math.floor(Math.log10(size) / 3 + 1e-9));
  return `${sign}${Number((size / 1000 ** unit).toPrecision(4))}${UNITS[unit]}`;
}

/** A share, as percent. */
export function shareText(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`;
}
