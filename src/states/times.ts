/** Durations and ages, as a person says them. */
import type { TranslationBundle } from '@jupyterlab/translation';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long something took: `0.3 s`, `42 s`, `2 min 5 s`, `1 h 10 min`. */
export function duration(milliseconds: number, trans: TranslationBundle): string {
  if (milliseconds < 9.95 * SECOND) {
    return trans.__('%1 s', (Math.max(0, milliseconds) / SECOND).toFixed(1));
  }
  const seconds = Math.round(milliseconds / SECOND);
  if (seconds < 60) {
    return trans.__('%1 s', seconds);
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? trans.__('%1 min %2 s', minutes, seconds % 60)
    : trans.__('%1 h %2 min', Math.floor(minutes / 60), minutes % 60);
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * HOUR],
  ['month', 30 * 24 * HOUR],
  ['day', 24 * HOUR],
  ['hour', HOUR],
  ['minute', MINUTE]
];

/** How long ago a moment was: `just now`, `5 minutes ago`, `yesterday`. */
export function age(moment: number, trans: TranslationBundle, now = Date.now()): string {
  const passed = Math.max(0, now - moment);
  for (const [unit, length] of UNITS) {
    if (passed >= length) {
      return new Intl.RelativeTimeFormat(document.documentElement.lang || 'en', {
        numeric: 'auto'
      }).format(-Math.floor(passed / length), unit);
    }
  }
  return trans.__('just now');
}

/** A moment in the person's own format. */
export function moment(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString(document.documentElement.lang || 'en', {
    dateStyle: 'medium',
    timeStyle: 'medium'
  });
}
