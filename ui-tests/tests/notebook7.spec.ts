/** The panel on a page of Notebook 7, which has no main area for tabs and no file browser. */
import { galata } from '@jupyterlab/galata';

import { CommandIDs } from '../../src/commands';
import { expect, test } from './fixtures';

test('Notebook 7 has the panel, the graph in a tab, and folders in a page of their own', async ({
  page,
  openExample,
  request
}) => {
  const path = await openExample('penguins.ipynb');
  const folder = path.slice(0, path.lastIndexOf('/'));
  const contents = galata.newContentsHelper(request);
  await contents.createDirectory(`${folder}/runs`);
  await contents.createDirectory(`${folder}/runs/penguins`);
  const context = page.context();
  const notebook = await context.newPage();
  await notebook.goto(`notebooks/${path}`);
  const toolbar = notebook.locator('.jp-NotebookPanel-toolbar');
  await toolbar.locator(`[data-command="${CommandIDs.openPanel}"]`).click();
  const panel = notebook.locator('#jupyterlab-tfx-panel');
  await expect(panel.locator('.jp-TfxPanel-row')).toHaveCount(8);

  const graph = notebook.locator('.jp-TfxGraphTab');
  await panel.locator(`[data-command="${CommandIDs.openGraph}"]`).first().click();
  await expect(graph.locator('.jp-TfxGraph-node')).toHaveCount(8);
  await expect(graph.locator('.jp-TfxGraph-node', { hasText: 'SchemaGen' })).toBeInViewport();
  await graph.locator('.jp-TfxGraph-node', { hasText: 'SchemaGen' }).focus();
  await notebook.keyboard.press('Enter');
  await expect(panel.locator('[data-tfx-inspected="SchemaGen"]')).toBeVisible();

  const opened = context.waitForEvent('page', { timeout: 20_000 });
  await panel.locator('.jp-TfxPanel-places .jp-TfxPanel-link').first().click();
  const files = await opened;
  await expect(files).toHaveURL(new RegExp(`/tree/${folder}/runs/penguins$`));
});
