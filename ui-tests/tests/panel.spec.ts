/** The panel before anything has run: no test here imports TFX. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { galata } from '@jupyterlab/galata';

import { CommandIDs } from '../../src/commands';
import { expect, test } from './fixtures';
import { activeCell, attached, card, panelOf, planCard, row, source, stepButton } from './panel';
import { kernelState } from './kernel';
import { describe, execute, nodeElements, openPanel, setSource } from './pipeline';

const PENGUINS = [
  'CsvExampleGen',
  'StatisticsGen',
  'SchemaGen',
  'ExampleValidator',
  'Transform',
  'Trainer',
  'Evaluator',
  'Pusher'
];

test('Without a notebook the panel says what to do', async ({ page }) => {
  await openPanel(page);
  const empty = panelOf(page).locator('[data-tfx-attachment="no-notebook"]');
  await expect(empty).toBeVisible();
  await expect(empty.locator(`[data-command="${CommandIDs.newPipeline}"]`)).toBeEnabled();
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(0);
  expect(await execute(page, CommandIDs.describePipeline)).toBeNull();
});

test('A notebook without TFX says so, and tells nothing to its kernel', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  for (const id of await codeCells(page)) {
    await setSource(page, id, 'a = 1');
  }
  await openPanel(page);
  await expect(panelOf(page).locator('[data-tfx-attachment="no-tfx"]')).toBeVisible();
  await expect(stepButton(page)).toHaveAttribute('aria-disabled', 'true');
  expect(await kernelState(page)).toEqual({ comms: 0, subshells: 0, executionCount: 1 });
});

test('The graph is there before anything has run', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  for (const id of PENGUINS) {
    await expect(row(page, id)).toHaveAttribute('data-tfx-state', 'not-run');
    await expect(card(page, id)).toHaveAttribute('data-tfx-state', 'not-run');
  }
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveText(
    PENGUINS.map(id => new RegExp(`^${id}`))
  );
  const { nodes, edges, problems } = await describe(page);
  expect(nodes.map(node => node.id)).toEqual(PENGUINS);
  expect(problems).toEqual([]);
  expect(edges).toHaveLength(12);
  for (const edge of [
    { from: 'CsvExampleGen', to: 'StatisticsGen', output: 'examples', input: 'examples' },
    { from: 'StatisticsGen', to: 'ExampleValidator', output: 'statistics', input: 'statistics' },
    { from: 'Transform', to: 'Trainer', output: 'transform_graph', input: 'transform_graph' },
    { from: 'Evaluator', to: 'Pusher', output: 'blessing', input: 'model_blessing' }
  ]) {
    expect(edges).toContainEqual(edge);
  }
});

test('List, graph and details have one selection', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  const inspected = panelOf(page).locator('[data-tfx-inspected]');

  await row(page, 'StatisticsGen').click();
  await expect(row(page, 'StatisticsGen')).toHaveAttribute('aria-selected', 'true');
  await expect(card(page, 'StatisticsGen')).toHaveClass(/jp-mod-selected/);
  await expect(inspected).toHaveAttribute('data-tfx-inspected', 'StatisticsGen');

  await card(page, 'SchemaGen').click();
  await expect(row(page, 'SchemaGen')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'StatisticsGen')).toHaveAttribute('aria-selected', 'false');
  await expect(card(page, 'StatisticsGen')).not.toHaveClass(/jp-mod-selected/);
  await expect(inspected).toHaveAttribute('data-tfx-inspected', 'SchemaGen');

  // The cursor's cell selects its component too.
  await execute<void>(page, CommandIDs.showCell, { component: 'Pusher' });
  await expect(row(page, 'Pusher')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'Pusher')).toHaveClass(/jp-mod-cursor/);
});

test('On a small screen each section can be opened and reached', async ({ page, openExample }) => {
  await page.setViewportSize({ width: 1000, height: 600 });
  await openExample('penguins.ipynb');
  await openPanel(page);
  const sections = ['Beam runner', 'Background runs', 'Orchestrator'];
  for (const name of sections) {
    const heading = panelOf(page).getByRole('heading', { name });
    await heading.click();
    await expect(heading).toHaveAttribute('aria-expanded', 'true');
    await expect(heading).toBeInViewport();
    const section = panelOf(page).getByRole('region', { name });
    await expect(section.locator('select, input').first()).toBeInViewport();
  }
  // One of them at a time: the graph and the list keep their room.
  const expanded = panelOf(page).locator('.jp-AccordionPanel-title[aria-expanded="true"]');
  await expect(expanded).toHaveText(['Graph', 'Components', 'Details', 'Orchestrator']);
  await panelOf(page).getByRole('button', { name: 'Connect' }).click({ trial: true });
  await expect(stepButton(page)).toBeInViewport();
});

test('The list is walked with the keyboard', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await row(page, 'CsvExampleGen').click();
  const list = panelOf(page).getByRole('listbox');
  await list.focus();
  const selected = panelOf(page).locator('.jp-TfxPanel-row[aria-selected="true"]');
  for (const [key, id] of [
    ['ArrowDown', 'StatisticsGen'],
    ['ArrowDown', 'SchemaGen'],
    ['ArrowUp', 'StatisticsGen'],
    ['End', 'Pusher'],
    ['ArrowDown', 'Pusher'],
    ['Home', 'CsvExampleGen'],
    ['ArrowUp', 'CsvExampleGen'],
    ['ArrowDown', 'StatisticsGen']
  ]) {
    await page.keyboard.press(key);
    await expect(selected, key).toHaveAttribute('data-tfx-component', id);
    const active = await list.getAttribute('aria-activedescendant');
    await expect(row(page, id)).toHaveAttribute('id', active ?? '');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => activeCell(page)).toBe('statistics-gen');
  await expect(page.locator('.jp-Cell.jp-mod-active').getByText('StatisticsGen')).toBeInViewport();
});

test('The list is filtered by name and by state', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  const rows = panelOf(page).locator('.jp-TfxPanel-row');
  await expect(rows).toHaveCount(8);
  const filter = panelOf(page).locator('input[placeholder="Filter components"]');
  await filter.fill('GEN');
  await expect(rows).toHaveText([/^CsvExampleGen/, /^StatisticsGen/, /^SchemaGen/]);
  await filter.fill('stale');
  await expect(rows).toHaveCount(0);
  await expect(panelOf(page).getByText('No component matches the filter.')).toBeVisible();
  await filter.fill('not run');
  await expect(rows).toHaveCount(8);
  await filter.fill('');
  await expect(rows).toHaveCount(8);
  // The graph is not filtered.
  await expect(panelOf(page).locator('.jp-TfxGraph-node')).toHaveCount(8);
});

test('A half-typed cell is named, and the graph stays', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await expect(row(page, 'Pusher')).toBeVisible();
  const whole = await source(page, 'schema-gen');
  await setSource(page, 'schema-gen', 'schema_gen = tfx.components.SchemaGen(\n    statistics=');
  const problems = panelOf(page).getByRole('list', { name: 'Cells that cannot be read' });
  await expect(problems).toContainText('schema_gen = tfx.components.SchemaGen(');
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(8);
  await expect(card(page, 'SchemaGen')).toBeAttached();
  const { edges, problems: told } = await describe(page);
  expect(told.map(problem => problem.cellId)).toEqual(['schema-gen']);
  expect(edges).toHaveLength(12);

  await problems.getByRole('button').click();
  await expect.poll(() => activeCell(page)).toBe('schema-gen');

  await setSource(page, 'schema-gen', whole);
  await expect(problems).toHaveCount(0);
});

test('Cells that are added, changed and emptied change the graph', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await expect(row(page, 'Pusher')).toBeVisible();
  await setSource(
    page,
    'ask',
    "second = tfx.components.StatisticsGen(examples=example_gen.outputs['examples']).with_id('Second')"
  );
  await expect(row(page, 'Second')).toBeVisible();
  await expect(card(page, 'Second')).toBeAttached();
  await setSource(page, 'ask', '');
  await expect(nodeElements(page, 'Second')).toHaveCount(0);
});

test('An id with HTML in it is shown as text', async ({ page, openExample }) => {
  const id = '<img src=x onerror=window.hostile=1>';
  await openExample('penguins.ipynb');
  await openPanel(page);
  await expect(row(page, 'Pusher')).toBeVisible();
  await setSource(
    page,
    'csv-example-gen',
    `example_gen = tfx.components.CsvExampleGen(input_base=DATA).with_id('${id}')\ncontext.run(example_gen)`
  );
  await expect(row(page, id)).toContainText(id);
  await expect(card(page, id)).toBeAttached();
  await row(page, id).click();
  await expect(panelOf(page).locator('.jp-TfxInspector h3')).toContainText(id);
  await card(page, 'StatisticsGen').hover();
  await row(page, 'StatisticsGen').click();
  await expect(panelOf(page).locator('.jp-TfxInspector')).toContainText(`from ${id}`);
  await execute<void>(page, CommandIDs.openGraph);
  const tab = page.locator('.jp-TfxGraphTab');
  await expect(tab.locator(`[data-tfx-component=${JSON.stringify(id)}]`)).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
});

test('A plan is shown before it runs, and can be dropped', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  await stepButton(page).click();
  const plan = planCard(page, 'pending');
  await expect(plan.getByRole('listitem')).toHaveCount(4);
  await expect(plan.getByRole('listitem').last()).toContainText('runs CsvExampleGen');
  await expect(plan.locator('.jp-mod-accept')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(plan).toHaveCount(0);
  await execute<void>(page, CommandIDs.runToHere, { component: 'Pusher' });
  await expect(plan.getByRole('listitem').last()).toContainText('runs Pusher');
  await plan.locator('.jp-mod-reject').click();
  await expect(plan).toHaveCount(0);
  expect((await describe(page)).nodes.every(node => node.state === 'not-run')).toBe(true);
  expect((await kernelState(page)).executionCount).toBe(1);
});

test('A plan that changed while it waited is shown again', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  await execute<void>(page, CommandIDs.runToHere, { component: 'StatisticsGen' });
  const plan = planCard(page, 'pending');
  await expect(plan.getByRole('listitem')).toHaveCount(5);
  // It needs no other cell any more.
  await setSource(page, 'csv-example-gen', "example_gen = tfx.components.CsvExampleGen('data')");
  await plan.locator('.jp-mod-accept').click();
  await expect(plan).toContainText('Something changed since this plan was made');
  await expect(plan).toContainText('No cell of the notebook runs CsvExampleGen.');
  await expect(plan.getByRole('listitem')).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(plan).toHaveCount(0);
  expect((await kernelState(page)).executionCount).toBe(1);
});

test('A plan that is accepted runs up to the cell that fails, and says which', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  await setSource(page, 'imports', 'raise ValueError\nimport os\nfrom tfx import v1 as tfx');
  await setSource(page, 'context', 'context = 1');
  await execute<void>(page, CommandIDs.runToHere, { component: 'StatisticsGen' });
  const pending = planCard(page, 'pending');
  await expect(pending.getByRole('listitem').last()).toContainText('runs StatisticsGen');
  await pending.locator('.jp-mod-accept').click();
  const stopped = planCard(page, 'stopped');
  await expect(stopped).toContainText('raise ValueError failed. What comes after was not run.');
  await expect(pending).toHaveCount(0);
  await stopped.getByRole('button', { name: 'Show Cell' }).click();
  await expect.poll(() => activeCell(page)).toBe('imports');
  expect((await describe(page)).nodes.every(node => node.state === 'not-run')).toBe(true);
});

test('Running without the cache puts no cell in before it is accepted', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  const before = await codeCells(page);
  await execute<void>(page, CommandIDs.runNoCache, { component: 'StatisticsGen' });
  const plan = planCard(page, 'pending');
  await expect(plan.getByRole('listitem').last()).toContainText(
    'A new cell: context.run(statistics_gen, enable_cache=False)'
  );
  expect(await codeCells(page)).toEqual(before);
  await plan.locator('.jp-mod-reject').click();
  await expect(plan).toHaveCount(0);
  expect(await codeCells(page)).toEqual(before);
});

test('The context menu is about the component of the cell, also before the panel was open', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  const entry = page.locator('.lm-Menu-item:not(.lm-mod-hidden)', { hasText: 'TFX: Run to Here' });
  const openMenu = async (cellId: string): Promise<void> => {
    await openContextMenu(page, cellId);
    await expect(page.locator('.lm-Menu-item', { hasText: 'Cut Cell' }).first()).toBeVisible();
  };
  await openMenu('imports');
  await expect(entry).toHaveCount(0);
  await page.keyboard.press('Escape');

  await openMenu('schema-gen');
  await entry.click();
  const last = planCard(page, 'pending').getByRole('listitem').last();
  await expect(last).toContainText('runs SchemaGen');

  // What was selected, and where the cursor was, does not matter once the panel is closed.
  await page.keyboard.press('Escape');
  await row(page, 'Pusher').click();
  await page.sidebar.close('left');
  await openMenu('data');
  await expect(entry).toHaveCount(0);
  await page.keyboard.press('Escape');
  await openMenu('statistics-gen');
  await entry.click();
  await expect(last).toContainText('runs StatisticsGen');
});

test('The header tells root and store before anything has run', async ({ page, openExample }) => {
  const path = await openExample('penguins.ipynb');
  const folder = path.slice(0, path.lastIndexOf('/'));
  await openPanel(page);
  await setSource(
    page,
    'context',
    "context = InteractiveContext(pipeline_name='penguins', pipeline_root='.')"
  );
  const places = panelOf(page).locator('.jp-TfxPanel-places');
  await expect(panelOf(page).locator('.jp-TfxPanel-title h2')).toHaveText('penguins');
  await expect(places.locator('dd').first()).toContainText(folder);
  await expect(places.locator('dd').last()).toContainText(`${folder}/metadata.sqlite`);
  // A store is not text: its folder is shown.
  await places.locator('dd').last().locator('.jp-TfxPanel-link').click();
  await expect(page.locator('.jp-DirListing-item', { hasText: 'penguins.ipynb' })).toBeVisible();
  await expect(page.locator('.jp-Dialog')).toHaveCount(0);
});

test('Detached, the panel stays away until a person attaches', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  await expect.poll(async () => (await kernelState(page)).comms).toBe(1);
  await panelOf(page).getByRole('button', { name: 'More commands' }).click();
  await page.locator('.lm-Menu-item', { hasText: 'Detach' }).click();
  const away = panelOf(page).locator('[data-tfx-attachment="not-attached"]');
  await expect(away).toBeVisible();
  await setSource(page, 'ask', 'a = 1');
  await expect.poll(async () => (await kernelState(page)).comms).toBe(0);
  await expect(away).toBeVisible();
  await away.locator(`[data-command="${CommandIDs.attach}"]`).click();
  await attached(page);
});

test('A new pipeline notebook comes from the launcher, and has a graph', async ({ page }) => {
  const launcherCard = page.locator('.jp-LauncherCard', { hasText: 'TFX Pipeline' });
  await launcherCard.first().click();
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveText([
    /^CsvExampleGen/,
    /^StatisticsGen/,
    /^SchemaGen/,
    /^ExampleValidator/
  ]);
  const { edges, problems } = await describe(page);
  expect(problems).toEqual([]);
  expect(edges).toHaveLength(4);
});

test('Nothing goes to the kernel while the panel is closed', async ({
  page,
  openExample,
  request
}) => {
  const path = await openExample('penguins.ipynb');
  await expect(page.locator('.jp-TfxCellBadge')).toHaveCount(0);
  expect(await kernelState(page)).toEqual({ comms: 0, subshells: 0, executionCount: 1 });

  // Once it is open there is a comm, and still no execution.
  await openPanel(page);
  await attached(page);
  await expect.poll(async () => (await kernelState(page)).comms).toBe(1);
  expect((await kernelState(page)).executionCount).toBe(1);
  await expect(page.locator('.jp-TfxCellBadge').first()).toBeVisible();

  // Closed again, it goes.
  await page.sidebar.close('left');
  await expect.poll(async () => (await kernelState(page)).comms).toBe(0);
  await expect(page.locator('.jp-TfxCellBadge')).toHaveCount(0);

  // And nothing of it is in the notebook.
  await page.notebook.save();
  const saved = await galata.newContentsHelper(request).getContentMetadata(path);
  expect(JSON.stringify(saved?.content)).not.toContain('jupyterlab_tfx');
});

/** Opens the notebook's context menu on a cell, as a press of the right button does. */
async function openContextMenu(page: IJupyterLabPageFixture, cellId: string): Promise<void> {
  await page.evaluate(async id => {
    const { content } = window.jupyterapp.shell.currentWidget as unknown as {
      content: {
        widgets: readonly { model: { id: string } }[];
        scrollToItem(index: number): Promise<void>;
      };
    };
    await content.scrollToItem(content.widgets.findIndex(({ model }) => model.id === id));
  }, cellId);
  const index = await page.evaluate(id => {
    const { content } = window.jupyterapp.shell.currentWidget as unknown as {
      content: { widgets: readonly { model: { id: string } }[] };
    };
    return content.widgets.findIndex(({ model }) => model.id === id);
  }, cellId);
  await page
    .locator(`.jp-Notebook [data-windowed-list-index="${index}"] .jp-InputPrompt`)
    .click({ button: 'right' });
}

/** Ids of the code cells of the current notebook. */
function codeCells(page: IJupyterLabPageFixture): Promise<string[]> {
  return page.evaluate(() => {
    const { content } = window.jupyterapp.shell.currentWidget as unknown as {
      content: { widgets: readonly { model: { id: string; type: string } }[] };
    };
    return content.widgets
      .filter(({ model }) => model.type === 'code')
      .map(({ model }) => model.id);
  });
}
