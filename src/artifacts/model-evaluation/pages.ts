/** The pages of the view. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IViewItem } from '../artifact-view';
import { canCompare } from './compare-page';
import type { IEvaluation } from './evaluation';
import { hasRates } from './fairness-page';

/** A page; those that have nothing to show are left out. */
export type PageId =
  | 'slices'
  | 'validation'
  | 'plots'
  | 'explore'
  | 'what-if'
  | 'fairness'
  | 'compare'
  | 'attributions'
  | 'time';

/**
 * Pages of an evaluation, with what they are called.
 *
 * @param items - It, and those that it is compared with.
 */
export function pagesOf(
  evaluation: IEvaluation,
  items: readonly IViewItem<IEvaluation>[],
  trans: TranslationBundle
): readonly (readonly [PageId, string])[] {
  const { run, plots, attributions } = evaluation;
  const pages: readonly (readonly [PageId, string, boolean])[] = [
    ['slices', trans.__('Slices'), true],
    ['validation', trans.__('Validation'), run !== null],
    ['plots', trans.__('Plots'), plots.some(({ size }) => size > 0)],
    ['explore', trans.__('Explore slices'), true],
    ['what-if', trans.__('What-if'), true],
    ['fairness', trans.__('Fairness'), hasRates(evaluation)],
    ['compare', trans.__('Compare'), canCompare(items)],
    ['time', trans.__('Over time'), items.length > 1],
    ['attributions', trans.__('Attributions'), attributions.length > 0]
  ];
  return pages.flatMap(([id, label, shown]) => (shown ? [[id, label] as const] : []));
}
