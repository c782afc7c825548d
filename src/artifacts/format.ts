/** Numbers as the views write them. */
import type { TranslationBundle } from '@jupyterlab/translation';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes: `312 B`, `4.2 kB`. */
export function fileSize(bytes: number, trans: TranslationBundle): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return trans.__('%1 %2', unit === 0 ? value : value.toPrecision(3), UNITS[unit]);
}

/** A count, with its digits in groups. */
export function count(value: number | bigint): string {
  return formatter('count').format(value);
}

/** A measured number, to four significant digits; NaN and infinities as they are called. */
export function figure(value: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? '∞' : '−∞';
  }
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e6 || size < 1e-3)
    ? value.toExponential(2)
    : formatter('figure').format(value);
}

/** A share from 0 to 1, as percent. */
export function percent(share: number): string {
  return formatter(share > 0 && share < 0.01 ? 'small' : 'percent').format(share);
}

const OPTIONS: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  count: {},
  figure: { maximumSignificantDigits: 4 },
  percent: { style: 'percent', maximumFractionDigits: 1 },
  small: { style: 'percent', maximumFractionDigits: 2 }
};

/** Kept, as making one takes longer than a table has for a row. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(kind: keyof typeof OPTIONS): Intl.NumberFormat {
  const locale = document.documentElement.lang || 'en';
  const key = `${locale} ${kind}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, OPTIONS[kind]);
  formatters.set(key, known);
  return known;
}
