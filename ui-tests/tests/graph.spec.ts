/** The graph, in the panel and in a tab: no test here imports TFX. */
import { CommandIDs } from '../../src/commands';
import { expect, test } from './fixtures';
import { card, panelOf, reload, row } from './panel';
import { execute, openPanel } from './pipeline';

test('Open Graph is enabled where the notebook came after the panel', async ({
  page,
  openExample
}) => {
  await openPanel(page);
  const button = panelOf(page).locator(`[data-command="${CommandIDs.openGraph}"]`).first();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  // Galata opens notebooks by the file browser.
  await page.sidebar.openTab('filebrowser');
  await openExample('penguins.ipynb');
  await openPanel(page);
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await button.click();
  await expect(page.locator('.jp-TfxGraphTab .jp-TfxGraph-node')).toHaveCount(8);
});

test('A graph tab leads to its own notebook, and follows its name', async ({
  page,
  openExample
}) => {
  const path = await openExample('penguins.ipynb');
  await execute<void>(page, CommandIDs.openGraph);
  const transform = page.locator('.jp-TfxGraphTab .jp-TfxGraph-node', { hasText: 'Transform' });
  await expect(transform).toBeVisible();
  await page.notebook.createNew();
  await openPanel(page);
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Pipeline: penguins.ipynb' }).click();
  await expect(transform).toBeVisible();
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(0);
  await transform.focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'Transform')).toHaveAttribute('aria-selected', 'true');

  await page.evaluate(async name => {
    const { context } = window.jupyterapp.shell.currentWidget as unknown as {
      context: { rename(name: string): Promise<void> };
    };
    await context.rename(name);
  }, 'birds.ipynb');
  await expect(page.getByRole('tab', { name: 'Pipeline: birds.ipynb' })).toBeVisible();
  await execute<void>(page, CommandIDs.openGraph);
  await expect(page.locator('.jp-TfxGraphTab')).toHaveCount(1);
  await expect(page.getByRole('tab', { name: path })).toHaveCount(0);
});

test('The whole graph is shown by a button', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await expect(card(page, 'Pusher')).toBeAttached();
  const place = panelOf(page).locator('.jp-TfxGraph-svg > g');
  await card(page, 'CsvExampleGen').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  const close = await place.getAttribute('transform');
  await panelOf(page).getByRole('button', { name: 'Show the whole graph (0)' }).click();
  await expect(place).not.toHaveAttribute('transform', close ?? '');
  await expect(card(page, 'CsvExampleGen')).toBeInViewport();
  await expect(card(page, 'Pusher')).toBeInViewport();
  await expect(card(page, 'Pusher')).toHaveAttribute(
    'aria-description',
    'model from Trainer, blessing from Evaluator'
  );
  await expect(row(page, 'SchemaGen')).toHaveAttribute(
    'aria-description',
    'statistics from StatisticsGen'
  );
});

test('The graph opens in a tab, which is there again after a reload', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  const saved = page.waitForRequest(
    request =>
      request.method() === 'PUT' &&
      request.url().includes('/api/workspaces') &&
      /"main":.*jupyterlab-tfx-graph:/.test(request.postData() ?? '')
  );
  await panelOf(page).locator(`[data-command="${CommandIDs.openGraph}"]`).first().click();
  const nodes = page.locator('.jp-TfxGraphTab .jp-TfxGraph-node');
  await expect(nodes).toHaveCount(8);
  // A second time it is the same tab.
  await execute<void>(page, CommandIDs.openGraph);
  await expect(page.locator('.jp-TfxGraphTab')).toHaveCount(1);
  await saved;
  await reload(page);
  await expect(page.locator('.jp-TfxGraphTab')).toHaveCount(1);
  await expect(nodes).toHaveCount(8);
  await expect(page.getByRole('tab', { name: 'Pipeline: penguins.ipynb' })).toBeVisible();
  await nodes.filter({ hasText: 'Transform' }).click();
  await expect(nodes.filter({ hasText: 'Transform' })).toHaveClass(/jp-mod-selected/);
});
