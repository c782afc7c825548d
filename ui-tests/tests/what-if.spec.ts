/** What is kept of an evaluation needs no kernel; without it, the page says what is missing. */
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Locator } from '@playwright/test';

import { expect, kernelIsIdle, rootFolder, test } from './fixtures';
import { openPage } from './flights-what-if';
import { execute } from './pipeline';

const fixtures = resolve(__dirname, '../../fixtures');
/** Mime type of an artifact document. */
const MIME = 'application/vnd.jupyterlab-tfx.artifact.v1+json';
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
  const output = { output_type: 'display_data', metadata: {}, data: { [MIME]: document } };
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

/** Evaluates a model with an operation that TensorFlow.js lacks, in the middle of it; `uri.txt` says where. */
const LACKING = (repository: string): string => `
import os, shutil
import tensorflow as tf
from tfx import v1 as tfx
from tfx.dsl.component.experimental.annotations import InputArtifact, OutputArtifact
from tfx.dsl.component.experimental.decorators import component
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
from tfx.types.standard_artifacts import Examples, Model, ModelEvaluation
FIXTURES = ${JSON.stringify(repository)}
context = InteractiveContext('lacking', os.path.abspath('runs'))
class Mixed(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.string, 'examples')])
    def serve(self, examples):
        spec = {name: tf.io.VarLenFeature(tf.float32) for name in ('bill_length_mm', 'bill_depth_mm')}
        length, depth = (tf.sparse.to_dense(each) for each in tf.io.parse_example(examples, spec).values())
        mixed = tf.math.bessel_i0e(length[:, :1] * depth[:, :1] / 1e3)
        return {'probabilities': tf.concat([mixed, 1 - mixed, tf.zeros_like(mixed)], 1)}
    @tf.function(input_signature=[tf.TensorSpec([None], tf.string, 'examples')])
    def transform(self, examples):
        return {'species_xf': tf.zeros([tf.shape(examples)[0], 1], tf.int64)}
mixed = Mixed()
signatures = {'serving_default': mixed.serve, 'transform_features': mixed.transform}
tf.saved_model.save(mixed, os.path.abspath('model/Format-Serving'), signatures=signatures)
model = tfx.dsl.Importer(source_uri=os.path.abspath('model'), artifact_type=Model).with_id('model')
examples = tfx.dsl.Importer(
    source_uri=FIXTURES + '/Examples/penguins',
    artifact_type=Examples,
    properties={'split_names': '["train", "eval"]'},
).with_id('examples')
@component
def Evaluate(model: InputArtifact[Model], examples: InputArtifact[Examples], evaluation: OutputArtifact[ModelEvaluation]):
    shutil.copytree(FIXTURES + '/ModelEvaluation/penguins', evaluation.uri, dirs_exist_ok=True)
context.run(model, enable_cache=False)
context.run(examples, enable_cache=False)
evaluate = Evaluate(model=model.outputs['result'], examples=examples.outputs['result'])
context.run(evaluate, enable_cache=False)
with open('uri.txt', 'w') as file:
    file.write(evaluate.outputs['evaluation'].get()[0].uri)
`;

test('The kernel predicts where TensorFlow.js lacks an operation, and the page says so', async ({
  page,
  tmpPath
}) => {
  test.setTimeout(400_000);
  const source = LACKING(join(fixtures, 'artifacts'));
  const cell = {
    ...{ cell_type: 'code', id: 'lacking', metadata: {}, source },
    ...{ execution_count: null, outputs: [] }
  };
  const kernelspec = { name: 'python3', display_name: 'Python 3', language: 'python' };
  const path = `${tmpPath}/lacking.ipynb`;
  writeFileSync(
    join(rootFolder, path),
    JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 })
  );
  await page.notebook.openByPath(path);
  await page.notebook.activate(path);
  await kernelIsIdle(page);
  await execute<void>(page, 'notebook:run-cell');
  const prompt = page.locator('.jp-Notebook:visible .jp-InputPrompt').first();
  await expect(prompt).toHaveText(/\[\d+\]/, { timeout: 240_000 });
  await expect(page.locator('[data-mime-type="application/vnd.jupyter.error"]')).toHaveCount(0);
  const uri = readFileSync(join(rootFolder, tmpPath, 'uri.txt'), 'utf8');

  const tab = await openPage(page, uri, 'What-if');
  await tab.getByRole('button', { name: 'Make Predictions' }).click();
  await expect(tab.locator('.jp-TfxWhatIf-runs')).toHaveText(
    /^The kernel predicts\. .*TensorFlow\.js lacks BesselI0e/,
    { timeout: 120_000 }
  );
  const now = tab
    .getByRole('region', { name: 'Prediction' })
    .locator('.jp-TfxWhatIf-number')
    .first();
  await tab.getByRole('spinbutton', { name: 'bill_length_mm as a number' }).fill('1');
  // The function's value of 1 × 19.3 / 1000.
  await expect(now).toHaveText('0.981', { timeout: 60_000 });
});
