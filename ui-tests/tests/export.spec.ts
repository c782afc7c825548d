/** The penguins, exported: looked at, written, proven with the real TFX against the kernel, and exported again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CommandIDs } from '../../src/commands';
import { expect, rootFolder, test } from './fixtures';
import { attached, panelOf, reload, source } from './panel';
import { execute, openPanel, setSource } from './pipeline';

/** Milliseconds: TFX is imported in a process of its own. */
const PROOF = 240_000;
const CELLS = [
  ...['imports', 'context', 'data', 'csv-example-gen', 'statistics-gen', 'schema-gen'],
  ...['example-validator', 'transform-module', 'transform', 'trainer-module', 'trainer'],
  ...['evaluator', 'pusher']
];

// Galata's stand-in for the kernels does not tell of a kernel that imports.
test.use({ kernels: null });

test('The penguins are exported, proven the same, changed, and exported again', async ({
  page,
  openExample
}) => {
  test.setTimeout(900_000);
  const path = await openExample('penguins.ipynb');
  for (const id of CELLS) {
    // Declared only: what is compiled need not have run.
    const text = (await source(page, id)).replace(/^context\.run\(.*\)$/gm, '');
    await setSource(page, id, text);
  }
  await openPanel(page);
  await attached(page);
  const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxExport');
  const proof = tab.locator('.jp-TfxExport-proof');
  const notebookTab = page.getByRole('tab', { name: 'penguins.ipynb', exact: true });
  const file = (name: string) => tab.getByRole('tab', { name });
  const write = tab.getByRole('button', { name: 'Write Files' });

  await test.step('From the panel: every file can be looked at', async () => {
    await panelOf(page).getByRole('button', { name: 'More commands' }).click();
    await page.getByRole('menuitem', { name: 'Export Pipeline…' }).click();
    await expect(file('pipeline.py new')).toBeVisible();
    await expect(tab.getByRole('tabpanel')).toContainText('def create_pipeline(');
    // In the colours of the editors.
    await expect(
      tab.locator('code > span[class]').filter({ hasText: /^def$/ }).first()
    ).toBeVisible();
    await expect(tab.getByRole('checkbox', { name: 'TFX LocalDagRunner' })).toBeChecked();
    await tab.getByRole('checkbox', { name: /^Kubeflow/ }).check();
    await file('kubeflow_runner.py new').click();
    await expect(tab.getByRole('tabpanel')).toContainText('KubeflowV2DagRunner');
    await tab.getByText('3 things to know').click();
    await expect(tab.getByText("'data/penguins' is a path beside the notebook")).toBeVisible();
  });

  await test.step('Written, and proven to be the pipeline that the kernel has', async () => {
    await notebookTab.click();
    // Ends when all cells have: the last one fails, as nothing was pushed.
    await execute<boolean>(page, 'notebook:run-all-cells');
    await execute<void>(page, CommandIDs.exportPipeline);
    await write.click();
    await expect(tab.getByText(/files were written/)).toBeVisible();
    const written = readFileSync(
      join(rootFolder, path.replace('.ipynb', '-pipeline'), 'pipeline.py'),
      'utf8'
    );
    expect(written).toContain("module_file=os.path.join(MODULES_FOLDER, 'penguin_transform.py')");
    await expect(proof).toHaveAttribute('data-proof', 'running');
    await expect(proof).toHaveAttribute('data-proof', 'same', { timeout: PROOF });
    await expect(proof).toContainText(
      '8 nodes, their channels and properties, compared with the kernel’s'
    );
    await expect(write).toBeDisabled();
  });

  await test.step('A value of the kernel becomes a constant, and the proof tells what differs', async () => {
    await notebookTab.click();
    await page.evaluate(async code => {
      const panel = window.jupyterapp.shell.currentWidget as unknown as {
        sessionContext: {
          session: {
            kernel: { requestExecute(content: { code: string }): { done: Promise<unknown> } };
          };
        };
      };
      await panel.sessionContext.session.kernel.requestExecute({ code }).done;
    }, 'STEPS = 400');
    const trainer = await source(page, 'trainer');
    await setSource(page, 'trainer', trainer.replace('num_steps=300', 'num_steps=STEPS'));
    await execute<void>(page, CommandIDs.exportPipeline);
    await expect(tab.getByText('STEPS has a value in the kernel')).toBeVisible();
    await expect(write).toBeDisabled();
    await tab.getByRole('button', { name: 'Write STEPS as a constant' }).click();
    await file('pipeline.py changed').click();
    await expect(tab.locator('tr.jp-mod-removed')).toContainText('num_steps=300');
    const added = tab.locator('tr.jp-mod-added');
    await expect(added.filter({ hasText: 'STEPS = 400' })).toBeVisible();
    await expect(added.filter({ hasText: 'num_steps=STEPS' })).toBeVisible();
    await write.click();
    await expect(proof).toHaveAttribute('data-proof', 'different', { timeout: PROOF });
    await expect(proof).toContainText('The property train_args of Trainer is');
  });

  await test.step('The tab is there again after a reload', async () => {
    await reload(page);
    await page.getByRole('tab', { name: 'Export: penguins.ipynb' }).click();
    await expect(file('pipeline.py unchanged').or(file('pipeline.py changed'))).toBeVisible();
  });
});
