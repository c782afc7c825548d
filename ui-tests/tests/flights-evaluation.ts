/** What a person sees of the evaluation of the flights: its slices, its plots, and why the model passes. */
import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

/** Milliseconds for all pairs of features, on a busy machine. */
const LIMIT = 120_000;
/** Plots of two classes, and what each says of the curve. */
const PLOTS: readonly (readonly [string, RegExp])[] = [
  ['ROC', /: area below the curve [01]/],
  ['Precision and recall', /: area below the curve [01]/],
  ['By threshold', /: highest F1 [01]/],
  ['Gain', /: area above chance -?0/],
  ['Calibration', /: calibration error \d/],
  ['Predictions', /: [\d,.]+ predictions, 0\.\d+ on average/],
  ['Residuals', /: labels are \S+ (?:above|below) predictions on average/]
];

/** The slices, all plots of two of them, and the verdict with a bound that is moved. */
export async function lookAtEvaluation(tab: Locator): Promise<void> {
  const slices = tab.getByRole('grid', { name: 'Slices' });
  const named = slices.getByRole('rowheader');
  const find = tab.getByPlaceholder('Find slices');
  await find.fill('origin');
  await expect(named.filter({ hasText: 'origin = ' })).toHaveCount(3);
  const header = slices.getByRole('columnheader', { name: 'example_count' }).first();
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await find.fill('jfk');
  // What is pinned stays.
  await expect(named).toHaveText([/All examples/, /origin = JFK/]);

  await tab.getByRole('button', { name: 'Plots', exact: true }).click();
  await tab.getByText(/^Slices: 1 of \d+$/).click();
  await tab.getByRole('checkbox', { name: 'origin = JFK' }).check();
  const kinds = tab.getByRole('group', { name: 'Plots' });
  await expect(kinds.getByRole('button')).toHaveText(PLOTS.map(([kind]) => kind));
  const curves = tab.locator('.jp-TfxEvaluation-legend bdi');
  for (const [kind, words] of PLOTS) {
    await kinds.getByRole('button', { name: kind }).click();
    await expect(tab.locator('.jp-TfxEvaluation-plot svg')).toBeVisible();
    await expect(curves).toHaveText(['All examples', 'origin = JFK']);
    await expect(tab.locator('.jp-TfxEvaluation-legend li').first()).toHaveText(words);
  }

  await tab.getByRole('button', { name: 'Validation', exact: true }).click();
  const verdict = tab.locator('[data-tfx-outcome]');
  const before = (await verdict.textContent()) ?? '';
  const bound = tab.getByRole('list', { name: 'Bounds' }).getByRole('spinbutton').first();
  await bound.fill('0.9999');
  await expect(verdict).toContainText(/would not pass/);
  await tab.getByRole('button', { name: 'Back to the bounds of the Evaluator' }).click();
  await expect(verdict).toHaveText(before);
}

/** Where slices are explored: those where the model is worst, the rows of one, and thresholds. */
export async function findSlices(tab: Locator): Promise<void> {
  await tab.getByRole('button', { name: 'Find bad slices' }).click();
  const found = tab.getByRole('grid', { name: 'Slices where the model is worst' });
  await expect(tab.getByText(/^Of [\d,]+ slices that were held against/)).toBeVisible({
    timeout: LIMIT
  });
  await found.getByRole('rowheader').first().getByRole('button').click();
  await expect(
    tab.locator('.jp-TfxExplore-slice').getByRole('grid').getByRole('row')
  ).not.toHaveCount(0);
  await tab.getByRole('button', { name: 'Thresholds' }).click();
  const rules = tab.getByRole('radio');
  await expect(rules).toHaveCount(4);
  await rules.last().check();
  await expect(tab.getByRole('columnheader', { name: 'positive rate', exact: true })).toBeVisible();
}
