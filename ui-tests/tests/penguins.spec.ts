/** The penguins, with real TFX: stepped, edited and restarted, then broken. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { CommandIDs } from '../../src/commands';
import type { NodeState } from '../../src/pipeline/pipeline';
import { expect, rootFolder, test } from './fixtures';
import {
  activeCell,
  attached,
  card,
  expectCause,
  expectStates,
  panelOf,
  planCard,
  planEnds,
  reload,
  row,
  restart,
  runPlan,
  secondWindow,
  source,
  step,
  stepButton
} from './panel';
import { describe, describeNode, execute, openPanel, setSource, waitForState } from './pipeline';

const IDS = [
  'CsvExampleGen',
  'StatisticsGen',
  'SchemaGen',
  'ExampleValidator',
  'Transform',
  'Trainer',
  'Evaluator',
  'Pusher'
];

// Galata's stand-in for the kernels answers a restart with 201, which JupyterLab does not take.
test.use({ kernels: null });

test('The penguins, from the first press on Step to a kernel that restarted', async ({
  page,
  openExample
}) => {
  test.setTimeout(900_000);
  const path = await openExample('penguins.ipynb');
  // A constant on which StatisticsGen depends, and no component before it.
  const data = `${await source(page, 'data')}\nLEFT_OUT = []\n`;
  await setSource(page, 'data', data);
  await change(page, 'statistics-gen', "outputs['examples'])", (text, part) =>
    text.replace(part, "outputs['examples'], exclude_splits=LEFT_OUT)")
  );
  await openPanel(page);
  await attached(page);
  await expectStates(page, all('not-run'));

  await test.step('Each press on Step runs the next component, and what it needs', async () => {
    for (const id of IDS) {
      const { node, planned } = await step(page, id, 180_000);
      expect(node.error?.message ?? null, id).toBeNull();
      expect(node.state, id).toBe('done');
      // Cells that prepare are shown first: imports and constants, the module files.
      expect(planned, id).toBe(['CsvExampleGen', 'Transform', 'Trainer'].includes(id));
      await expect(row(page, id)).toHaveAttribute('data-tfx-state', 'done');
      await expect(row(page, id)).toHaveAttribute('aria-selected', 'true');
      await expect(card(page, id)).toHaveAttribute('data-tfx-state', 'done');
      await expect(page.locator(`[data-tfx-badge="${id}"]`)).toHaveAttribute(
        'data-tfx-state',
        'done'
      );
    }
    // Nothing is left: one more press says so.
    await stepButton(page).click();
    await expect(planCard(page, 'stopped')).toContainText('everything is up to date');
    await planCard(page, 'stopped').getByRole('button', { name: 'Close' }).click();
  });

  await test.step('What was made is in the panel', async () => {
    await row(page, 'Transform').click();
    const inspector = panelOf(page).locator('[data-tfx-inspected="Transform"]');
    await expect(inspector).toContainText('transform_graph');
    await expect(inspector).toContainText('penguin_transform.py');
    const pusher = await describeNode(page, 'Pusher');
    expect(pusher.outputs.map(({ key, artifacts }) => [key, artifacts.length])).toEqual([
      ['pushed_model', 1]
    ]);
    expect(pusher.executions).toHaveLength(1);
    const { contexts } = await describe(page);
    expect(contexts.map(context => context.pipelineName)).toEqual(['penguins']);
    await expect(panelOf(page).locator('.jp-TfxPanel-title h2')).toHaveText('penguins');
  });

  await test.step('The training run at a glance, and in TensorBoard', async () => {
    const run = panelOf(page).getByRole('list', { name: 'Training runs' }).getByRole('listitem');
    await expect(run).toHaveCount(1);
    await expect(run).toContainText(/Trainer \d+/);
    await expect(run.locator('.jp-TfxRuns-figures')).toContainText(/loss \d\.\d+.*accuracy \d/);
    await panelOf(page).getByRole('button', { name: 'Open TensorBoard' }).click();
    await expect(page.getByRole('tab', { name: /^TensorBoard: Trainer \d+$/ })).toBeVisible();
    const board = page.frameLocator('.jp-TfxBoard iframe');
    await expect(board.getByText('epoch_loss').first()).toBeVisible({ timeout: 120_000 });
    await expect(board.locator('line-chart').first()).toBeVisible();
    await execute<void>(page, CommandIDs.stopTensorBoards);
    await page
      .getByRole('tab', { name: /^TensorBoard/ })
      .locator('.lm-TabBar-tabCloseIcon')
      .click();
    await page.notebook.activate(path);
    await expectStates(page, all('done'));
  });

  await test.step('An edited constant makes stale what depends on it; undone, it is done', async () => {
    await setSource(page, 'data', data.replace('LEFT_OUT = []', "LEFT_OUT = ['eval']"));
    const cause = await expectCause(page, 'StatisticsGen', 'code-edited');
    expect(cause.what).toContain('LEFT_OUT');
    expect(cause.cellId).toBe('data');
    await expectStates(page, { ...all('stale'), CsvExampleGen: 'done' });
    expect((await expectCause(page, 'SchemaGen', 'upstream-stale')).what).toBe('StatisticsGen');
    await expect(row(page, 'StatisticsGen')).toContainText('LEFT_OUT');
    await row(page, 'StatisticsGen').click();
    await panelOf(page)
      .locator('[data-tfx-cause="code-edited"]')
      .getByRole('button', { name: 'show cell' })
      .click();
    await expect.poll(() => activeCell(page)).toBe('data');
    await setSource(page, 'data', data);
    await expectStates(page, all('done'));
  });

  await test.step('A comment makes nothing stale', async () => {
    await setSource(page, 'data', `# About penguins.\n${data}  # All splits.\n`);
    // What an edit does is there at the latest when a later edit has been read.
    await setSource(page, 'ask', 'def half_typed(');
    await expect.poll(async () => (await describe(page)).problems.length).toBe(1);
    await expectStates(page, all('done'));
    await setSource(page, 'data', data);
    await setSource(page, 'ask', '');
    await expect.poll(async () => (await describe(page)).problems.length).toBe(0);
    await expectStates(page, all('done'));
  });

  await test.step('A module file that another program changes is seen on coming back', async () => {
    const file = join(rootFolder, dirname(path), 'penguin_transform.py');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\nMORE = 1\n`);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    const cause = await expectCause(page, 'Transform', 'module-changed');
    expect(cause.what).toContain('penguin_transform.py');
    writeFileSync(file, before);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expectStates(page, all('done'));
  });

  await test.step('A component that ran again makes stale what used its outputs', async () => {
    await runPlan(page, CommandIDs.runNoCache, 'StatisticsGen');
    await expectStates(page, {
      ...all('stale'),
      CsvExampleGen: 'done',
      StatisticsGen: 'done'
    });
    expect((await expectCause(page, 'SchemaGen', 'upstream-reran')).what).toBe('StatisticsGen');
    await expectCause(page, 'Transform', 'upstream-stale');
    expect((await describeNode(page, 'StatisticsGen')).executions).toHaveLength(2);
  });

  await test.step('A reload of the page changes no state', async () => {
    await page.notebook.save();
    const before = (await describe(page)).nodes.map(node => [node.id, node.state, node.causes]);
    await reload(page);
    await openPanel(page);
    await attached(page);
    await expect
      .poll(async () =>
        (await describe(page)).nodes.map(node => [node.id, node.state, node.causes])
      )
      .toEqual(before);
    expect(await startedAt(page, 'Pusher')).not.toBeNull();
  });

  const other = await secondWindow(page, path);
  await test.step('A second window on the same kernel says the same', async () => {
    const mine = (await describe(page)).nodes.map(node => [node.id, node.state, node.causes]);
    await expect
      .poll(async () =>
        (await describe(other)).nodes.map(node => [node.id, node.state, node.causes])
      )
      .toEqual(mine);
  });

  await test.step('After a restart the metadata store tells, and the cache answers', async () => {
    await restart(page);
    await expectStates(other, all('stale'));
    await expectCause(other, 'Pusher', 'kernel-restarted');
    await other.close();
    await expectStates(page, all('stale'));
    for (const id of IDS) {
      await expectCause(page, id, 'kernel-restarted');
    }
    await row(page, 'Pusher').click();
    await panelOf(page)
      .locator(`.jp-TfxInspector [data-command="${CommandIDs.runToHere}"]`)
      .click();
    await planCard(page, 'pending').locator('.jp-mod-accept').click();
    await waitForState(page, 'Pusher');
    await planEnds(page);
    // Nothing needs ExampleValidator, so that it was not in the plan.
    await expectStates(page, { ...all('cached'), ExampleValidator: 'stale' });
    await runPlan(page, CommandIDs.runStale);
    await expectStates(page, all('cached'));
    const { nodes } = await describe(page);
    for (const node of nodes) {
      expect(node.cache?.executionId ?? null, node.id).not.toBeNull();
    }
  });
});

test('The penguins, with a cell that fails and a module that raises', async ({
  page,
  openExample
}) => {
  test.setTimeout(900_000);
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);

  await test.step('A cell that fails: a sentence, a link to the cell, and the plan stops', async () => {
    const whole = await source(page, 'csv-example-gen');
    await setSource(page, 'csv-example-gen', whole.replace('=DATA', "='/no/such/folder'"));
    await runPlan(page, CommandIDs.runToHere, 'SchemaGen');
    const node = await waitForState(page, 'CsvExampleGen', ['failed']);
    expect(node.error?.sentence ?? '').toContain('/no/such/folder');
    expect(node.error?.cellId).toBe('csv-example-gen');
    await expect(planCard(page, 'stopped')).toContainText('What comes after was not run.');
    expect((await describeNode(page, 'StatisticsGen')).state).toBe('not-run');
    await followError(page, 'CsvExampleGen', 'csv-example-gen');
    await setSource(page, 'csv-example-gen', whole);
    await runPlan(page, CommandIDs.runToHere, 'SchemaGen');
    for (const id of IDS.slice(0, 3)) {
      await waitForState(page, id, ['done', 'cached']);
    }
  });

  await test.step('A module file that raises is linked to the cell that runs it', async () => {
    await change(page, 'transform-module', 'outputs = {}', (text, part) =>
      text.replace(part, "raise ValueError('no such feature')")
    );
    await runPlan(page, CommandIDs.runToHere, 'Pusher');
    const node = await waitForState(page, 'Transform', ['failed']);
    expect(node.error?.message).toContain('no such feature');
    await followError(page, 'Transform', 'transform');
    expect((await describeNode(page, 'Trainer')).state).toBe('not-run');
  });
});

/** All components in one state. */
function all(state: NodeState): Record<string, NodeState> {
  return Object.fromEntries(IDS.map(id => [id, state]));
}

/** Changes a cell's text; fails where it has not the part that is to be changed. */
async function change(
  page: IJupyterLabPageFixture,
  cellId: string,
  part: string,
  edit: (text: string, part: string) => string
): Promise<void> {
  const text = await source(page, cellId);
  expect(text).toContain(part);
  await setSource(page, cellId, edit(text, part));
}

/** Selects a component that failed, and follows the link of its error. */
async function followError(
  page: IJupyterLabPageFixture,
  id: string,
  cellId: string
): Promise<void> {
  await row(page, id).click();
  const error = panelOf(page).locator('.jp-TfxInspector-error');
  await expect(error).toHaveAttribute('role', 'alert');
  await error.locator('p').first().waitFor();
  await error.locator('p .jp-TfxPanel-link').click();
  await expect.poll(() => activeCell(page)).toBe(cellId);
}

async function startedAt(page: IJupyterLabPageFixture, id: string): Promise<number | null> {
  return (await describeNode(page, id)).startedAt;
}
