/** One property that differs, as a sentence. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { same } from './compute-same';

/** A property of a part of a schema. */
export interface IProperty<T> {
  /** Begins a sentence. */
  readonly label: (trans: TranslationBundle) => string;
  /** All of what it says: what differs in meaning differs here. */
  readonly of: (part: T) => unknown;
  /** In words; empty where it says nothing. */
  readonly words: (part: T, trans: TranslationBundle) => string;
}

/** A sentence for each property that differs. */
export function propertySentences<T>(
  properties: readonly IProperty<T>[],
  old: T,
  now: T,
  trans: TranslationBundle
): string[] {
  return properties
    .filter(property => !same(property.of(old), property.of(now)))
    .map(({ label, words }) => changed(label(trans), words(old, trans), words(now, trans), trans));
}

/** From words to words. */
export function changed(label: string, old: string, now: string, trans: TranslationBundle): string {
  if (old === now) {
    return trans.__('%1: changed in detail.', label);
  }
  return old === ''
    ? trans.__('%1: %2; nothing was set.', label, now)
    : now === ''
      ? trans.__('%1: nothing is set; it was %2.', label, old)
      : trans.__('%1: %2; it was %3.', label, now, old);
}
