/** The pages of the view. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IEvaluation } from './evaluation';

/** A page; those that have nothing to show are left out. */
export type PageId =
  'slices' | 'validation' | 'plots' | 'fairness' | 'compare' | 'attributions' | 'time';

/** Pages of an evaluation, with what they are called. */
export function pagesOf(
  evaluation: IEvaluation,
  trans: TranslationBundle
): readonly (readonly [PageId, string])[] {
  const { run, plots } = evaluation;
  const pages: readonly (readonly [PageId, string, boolean])[] = [
    ['slices', trans.__('Slices'), true],
    ['validation', trans.__('Validation'), run !== null],
    ['plots', trans.__('Plots'), plots.some(({ size }) => size > 0)]
  ];
  return pages.flatMap(([id, label, shown]) => (shown ? [[id, label] as const] : []));
}
