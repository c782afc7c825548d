/** What is kept of an evaluation needs no kernel; without it, the page says what is missing. */
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Locator } from '@playwright/test';

import { ARTIFACT_MIME } from '../../src/artifacts/artifact-output';
import { expect, kernelIsIdle, rootFolder, test } from './fixtures';
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

/** An evaluation of the penguins with what is kept of it, in a folder of the test. */
function keptEvaluation(folder: string): string {
  const made = join(rootFolder, folder, 'made');
  cpSync(join(fixtures, 'artifacts/ModelEvaluation/penguins'), made, { recursive: true });
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
  return made;
}

/** Changes a row until it is taken for another species. */
async function ask(view: Locator): Promise<void> {
  await expect(view.locator('.jp-TfxWhatIf-runs')).toHaveText(
    /^The model runs in the browser, on WebAssembly; its predictions are the kernel’s to \de-\d\.$/
  );
  await view.getByRole('spinbutton', { name: 'bill_length_mm as a number' }).fill('59');
  await view.getByRole('slider', { name: 'flipper_length_mm', exact: true }).press('End');
  await view.getByRole('slider', { name: 'bill_depth_mm', exact: true }).press('Home');
  await expect(view.getByRole('region', { name: 'Prediction' }).getByRole('status')).toHaveText(
    'Gentoo instead of Adelie · the label is Adelie'
  );
}

test('What-if runs in the browser with no kernel, where predictions and model are kept', async ({
  page,
  tmpPath
}) => {
  const bare = join(rootFolder, tmpPath, 'bare');
  cpSync(join(fixtures, 'artifacts/ModelEvaluation/penguins'), bare, { recursive: true });
  await ask(await openPage(page, keptEvaluation(tmpPath), 'What-if'));
  await execute<void>(page, 'application:close');

  const other = await openPage(page, bare, 'What-if');
  await other.getByRole('button', { name: 'Make Predictions' }).click();
  await expect(other.getByRole('alert')).toHaveText(
    'Open the notebook that builds the pipeline, and try again.'
  );
});

test('What-if runs in the output of a saved notebook whose kernel is gone', async ({
  page,
  tmpPath
}) => {
  const uri = keptEvaluation(tmpPath);
  const file = join(fixtures, 'artifacts/ModelEvaluation/penguins.document.json');
  const document: unknown = { ...JSON.parse(readFileSync(file, 'utf8')), uri };
  const output = { output_type: 'display_data', metadata: {}, data: { [ARTIFACT_MIME]: document } };
  const cell = {
    ...{ cell_type: 'code', id: 'shown', metadata: {}, source: 'context.show(evaluation)' },
    ...{ execution_count: 1, outputs: [output] }
  };
  const kernelspec = { name: 'python3', display_name: 'Python 3', language: 'python' };
  const path = `${tmpPath}/saved.ipynb`;
  writeFileSync(
    join(rootFolder, path),
    JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 })
  );
  await page.notebook.openByPath(path);
  await page.notebook.activate(path);
  await kernelIsIdle(page);
  await page.evaluate(async () => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: { shutdown(): Promise<void> };
    };
    await sessionContext.shutdown();
  });
  const view = page.locator('.jp-Notebook:visible .jp-TfxArtifactOutput .jp-TfxEvaluation');
  await view.getByRole('button', { name: 'What-if', exact: true }).click();
  await ask(view);
});
