/** What is kept of an evaluation needs no kernel; without it, the page says what is missing. */
import { cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, rootFolder, test } from './fixtures';
import { openPage } from './flights-what-if';
import { execute } from './pipeline';

const fixtures = resolve(__dirname, '../../fixtures');
/** What the kernel side keeps, as in fixtures/what-if. */
const kept = {
  predictions: 'predictions.arrow',
  model: 'model.json',
  weights: 'weights.bin',
  inputs: 'inputs.arrow'
};

test('What-if runs in the browser with no kernel, where predictions and model are kept', async ({
  page,
  tmpPath
}) => {
  const bare = join(rootFolder, tmpPath, 'bare');
  const made = join(rootFolder, tmpPath, 'made');
  for (const folder of [bare, made]) {
    cpSync(join(fixtures, 'artifacts/ModelEvaluation/penguins'), folder, { recursive: true });
  }
  const cache = join(made, 'jupyterlab-tfx');
  mkdirSync(cache);
  const index = Object.entries(kept).map(([entry, file]) => {
    const from = join(fixtures, 'what-if/penguins', file);
    cpSync(from, join(cache, file));
    return [entry, { file, size: statSync(from).size }];
  });
  writeFileSync(
    join(cache, 'predictions.json'),
    JSON.stringify({ version: 1, ...Object.fromEntries(index) })
  );

  const tab = await openPage(page, made, 'What-if');
  await expect(tab.locator('.jp-TfxWhatIf-runs')).toHaveText(
    /^The model runs in the browser, on WebAssembly; its predictions are the kernel’s to \de-\d\.$/
  );
  await tab.getByRole('spinbutton', { name: 'bill_length_mm as a number' }).fill('59');
  await tab.getByRole('slider', { name: 'flipper_length_mm', exact: true }).press('End');
  await tab.getByRole('slider', { name: 'bill_depth_mm', exact: true }).press('Home');
  await expect(tab.getByRole('region', { name: 'Prediction' }).getByRole('status')).toHaveText(
    'Gentoo instead of Adelie · the label is Adelie'
  );
  await execute<void>(page, 'application:close');

  const other = await openPage(page, bare, 'What-if');
  await other.getByRole('button', { name: 'Make Predictions' }).click();
  await expect(other.getByRole('alert')).toHaveText(
    'Open the notebook that builds the pipeline, and try again.'
  );
});
