/** What a person does with the evaluation of the flights: asks what if, and slices anew. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import { expect } from './fixtures';
import { execute } from './pipeline';

/** Milliseconds for the kernel to predict, and to make the model for the browser. */
const LIMIT = 180_000;

/** Opens a page of the evaluation in a tab. */
export async function openPage(
  page: IJupyterLabPageFixture,
  uri: string,
  name: string
): Promise<Locator> {
  await execute<void>(page, CommandIDs.openArtifact, {
    artifacts: [{ uri, type: 'ModelEvaluation', name: '', id: null }]
  });
  const tab = page.locator('.jp-TfxEvaluation.jp-mod-full');
  await tab.getByRole('button', { name, exact: true }).click();
  return tab;
}

/** What-if on the evaluation at a URI, then slices of two features. */
export async function askWhatIf(page: IJupyterLabPageFixture, uri: string): Promise<void> {
  let tab = await openPage(page, uri, 'What-if');
  await tab.getByRole('button', { name: 'Make Predictions' }).click();
  await expect(tab.locator('.jp-TfxWhatIf-runs')).toContainText(
    /^The model runs in the browser, on WebAssembly; its predictions are the kernel’s to \de-\d/,
    { timeout: LIMIT }
  );

  const outcome = tab.getByRole('region', { name: 'Prediction' });
  const now = outcome.locator('.jp-TfxWhatIf-number').first();
  const before = await now.textContent();
  const slider = tab.getByRole('slider', { name: 'temp', exact: true });
  await slider.press('End');
  await expect(now).not.toHaveText(before ?? '');
  await tab.getByRole('combobox', { name: 'carrier', exact: true }).selectOption({ index: 1 });
  await tab.getByRole('button', { name: 'Undo Changes' }).click();
  await expect(now).toHaveText(before ?? '');

  await tab.getByRole('button', { name: 'Nearest with Another Outcome' }).click();
  const features = tab.getByRole('table', { name: 'Features' });
  await expect(features.getByRole('columnheader')).toHaveCount(4);
  // With all values of the nearest row it has the outcome of that row.
  const values = features.locator('td:last-child button');
  while ((await values.count()) > 0) {
    await values.first().click();
  }
  await expect(outcome.getByRole('status')).toContainText('instead of');

  const dependence = tab.getByRole('region', { name: 'Dependence' });
  await dependence.getByRole('combobox', { name: 'Dependence on' }).selectOption('distance');
  await expect(dependence.getByText(/^the mean is over all [\d,]+ rows$/)).toBeVisible();
  await expect(dependence.locator('svg')).toBeVisible();

  tab = await openPage(page, uri, 'Explore slices');
  const question = tab.getByRole('region', { name: 'Which slices' });
  await question.getByRole('combobox', { name: 'Slice by' }).selectOption('carrier');
  await question.getByRole('combobox', { name: 'and', exact: true }).selectOption('hour');
  await expect(tab.getByRole('row').filter({ hasText: 'carrier = ' }).first()).toBeVisible();
  await execute<void>(page, 'application:close');
}
