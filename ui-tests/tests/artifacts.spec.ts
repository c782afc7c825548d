/** Artifacts of a real run: from the panel, in tabs, in cells, from the file browser. */
import { dirname } from 'node:path';

import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import { expect, test } from './fixtures';
import { attached, card, expectStates, panelOf, row, runPlan, source } from './panel';
import { describe, describeNode, execute, openPanel, setSource, waitForState } from './pipeline';

test('Every artifact of the penguins opens: from the panel, in a tab, in a cell, from its file', async ({
  page,
  openExample
}) => {
  test.setTimeout(600_000);
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  const path = await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  await runPlan(page, CommandIDs.runToHere, 'Pusher');
  await waitForState(page, 'Pusher', ['done']);
  await runPlan(page, CommandIDs.runToHere, 'ExampleValidator');
  const { nodes } = await describe(page);
  const made = nodes.flatMap(node =>
    node.outputs.flatMap(({ key, artifacts }) =>
      artifacts.map(artifact => ({ node: node.id, key, ...artifact }))
    )
  );
  expect(made.length).toBeGreaterThanOrEqual(17);

  await test.step('In the panel, below the output', async () => {
    await row(page, 'StatisticsGen').click();
    const { uri } = made.find(({ node }) => node === 'StatisticsGen')!;
    const button = panelOf(page).locator(`[data-tfx-view=${JSON.stringify(uri)}]`);
    await button.click({ timeout: 20_000 });
    const preview = panelOf(page).locator('.jp-TfxInspector-preview');
    await drawn(preview);
    // The sidebar is as narrow as JupyterLab makes it, and the details are as high as something to read.
    const isCutOff = (node: HTMLElement): boolean => node.scrollWidth > node.clientWidth;
    expect(await preview.locator('> .jp-TfxArtifact').evaluate(isCutOff)).toBe(false);
    const details = panelOf(page).locator('.jp-TfxPanel-details');
    await expect
      .poll(async () => (await details.boundingBox())?.height)
      .toBeGreaterThanOrEqual(360);
  });

  await test.step('In a tab, each of them', async () => {
    for (const { uri, type, name, id } of made) {
      await execute<void>(page, CommandIDs.openArtifact, {
        artifacts: [{ uri, type, name, id }]
      });
      await drawn(page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact'));
      await execute<void>(page, 'application:close');
    }
  });

  await test.step('The evaluation, with its slices, verdict and plots', async () => {
    const { uri, type, name, id } = made.find(each => each.type === 'ModelEvaluation')!;
    await execute<void>(page, CommandIDs.openArtifact, { artifacts: [{ uri, type, name, id }] });
    const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
    const slices = tab.getByRole('grid', { name: 'Slices' });
    const all = slices.getByRole('row').filter({ hasText: 'All examples' });
    await expect(all.getByRole('gridcell')).toHaveText([/^\d+$/, /^\d/, /^(?:0\.\d+|1)$/]);
    await expect(slices.getByRole('columnheader', { name: 'example_count' })).toBeVisible();
    await tab.getByPlaceholder('Find slices').fill('gentoo female');
    await expect(slices.getByRole('row').filter({ hasText: 'Gentoo' })).toHaveCount(1);
    await tab.getByRole('button', { name: 'Validation' }).click();
    await expect(tab.locator('[data-tfx-outcome]')).toContainText(
      /The model passes: all \d+ checks/
    );
    await tab.getByRole('button', { name: 'Plots' }).click();
    await expect(tab.locator('.jp-TfxEvaluation-matrix')).toBeVisible();
    // The kernel predicts; the rest is done by a worker of the page.
    await tab.getByRole('button', { name: 'Explore slices' }).click();
    const question = tab.getByRole('region', { name: 'Which slices' });
    const make = tab.getByRole('button', { name: 'Make Predictions' });
    // A run of the test before may have left them.
    await expect(make.or(question)).toBeVisible();
    if (await make.isVisible()) {
      await make.click();
    }
    await question
      .getByRole('combobox', { name: 'Slice by' })
      .selectOption('island', { timeout: 120_000 });
    await question.getByRole('combobox', { name: 'and', exact: true }).selectOption('sex');
    await expect(slices.getByRole('row').filter({ hasText: 'island = Dream, sex = ' })).toHaveCount(
      2
    );
    await expect(tab.locator('.jp-TfxExplore-status')).toContainText('intervals by 100 rounds');
    await tab.getByRole('button', { name: 'Find bad slices' }).click();
    await expect(tab.getByText('false discoveries')).toBeVisible();
    await execute<void>(page, 'application:close');
  });

  await test.step('Two of one type, compared', async () => {
    const examples = made.filter(({ type }) => type === 'Examples').slice(0, 2);
    expect(examples).toHaveLength(2);
    await execute<void>(page, CommandIDs.openArtifact, {
      artifacts: examples.map(({ uri, type, name, id }) => ({ uri, type, name, id }))
    });
    const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
    await drawn(tab);
    await expect(tab.locator('.jp-TfxArtifact-where')).toHaveCount(2);
    await execute<void>(page, 'application:close');
  });

  await test.step('In a cell, by context.show', async () => {
    const variables = [
      ...['example_gen', 'statistics_gen', 'schema_gen', 'example_validator', 'transform'],
      ...['trainer', 'evaluator', 'pusher']
    ];
    const lines = variables.map(
      name => `for channel in ${name}.outputs.values(): context.show(channel)`
    );
    await setSource(page, 'ask', lines.join('\n'));
    await execute<void>(page, CommandIDs.showCell, { cellId: 'ask' });
    await execute<void>(page, 'notebook:run-cell');
    const outputs = page.locator('.jp-OutputArea .jp-TfxArtifactOutput');
    await expect(outputs).toHaveCount(made.length, { timeout: 60_000 });
    for (let i = 0; i < made.length; i++) {
      await outputs.nth(i).scrollIntoViewIfNeeded();
      await drawn(outputs.nth(i));
    }
  });

  await test.step('From its file, as the file browser opens it', async () => {
    const { uri } = made.find(({ type }) => type === 'ExampleStatistics')!;
    await execute<void>(page, CommandIDs.openFile, { path: `${uri}/Split-train/FeatureStats.pb` });
    await drawn(page.locator('.jp-Document:visible .jp-TfxArtifact.jp-mod-full'));
  });

  const schema = made.find(({ node }) => node === 'SchemaGen')!;
  await test.step('A schema is tightened, and the kernel’s TFDV says what that does', async () => {
    await execute<void>(page, CommandIDs.openFile, { path: 'penguins.ipynb' });
    await row(page, 'SchemaGen').click();
    await panelOf(page)
      .locator(`[data-tfx-open=${JSON.stringify(schema.uri)}]`)
      .click();
    const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
    await tab.getByRole('button', { name: 'Edit', exact: true }).click();
    await tab.getByRole('button', { name: 'Validate' }).click();
    // TFDV is imported first.
    await expect(tab.locator('[data-tfx-split]')).toHaveCount(2, { timeout: 120_000 });
    const appeared = tab.locator('[data-tfx-findings="appeared"]');
    await expect(appeared).toHaveCount(0);
    await tab.getByRole('row', { name: /^island/ }).click();
    await tab.getByRole('button', { name: 'Remove Biscoe' }).click();
    await expect(appeared).toHaveCount(2);
    await expect(appeared.first()).toContainText(/island.*Biscoe/);
    await tab.getByRole('button', { name: 'Undo' }).click();
    await expect(appeared).toHaveCount(0);
    await tab.getByRole('button', { name: 'Redo' }).click();
    await expect(appeared).toHaveCount(2);
    await tab.getByRole('button', { name: 'Save As…' }).click();
    const dialog = page.locator('.jp-Dialog');
    await expect(dialog.locator('input')).toHaveValue(`${dirname(path)}/schema.pbtxt`);
    await dialog.locator('.jp-mod-accept').click();
    await expect(tab.locator('.jp-TfxSchema-curate')).toContainText('Saved as schema.pbtxt.');
    await execute<void>(page, 'application:close');
  });

  await test.step('The cell that imports it runs, and the pipeline uses it', async () => {
    await execute<void>(page, CommandIDs.openFile, { path: 'penguins.ipynb' });
    const node = async () =>
      (await describe(page)).nodes.find(({ id }) => id === 'ImportSchemaGen');
    await expect.poll(async () => (await node())?.variable).toBe('schema_gen');
    const cell = (await node())!.cells.run[0];
    expect(await source(page, cell)).toContain("ImportSchemaGen(schema_file='schema.pbtxt')");
    await expect(card(page, 'ImportSchemaGen')).toBeVisible();
    const { edges } = await describe(page);
    expect(edges.filter(({ from }) => from === 'ImportSchemaGen').map(({ to }) => to)).toEqual([
      'ExampleValidator',
      'Transform'
    ]);
    await runPlan(page, CommandIDs.runToHere, 'ExampleValidator');
    await expectStates(page, {
      SchemaGen: 'done',
      ImportSchemaGen: 'done',
      ExampleValidator: 'done',
      Transform: 'stale'
    });
    const { inputs, outputs } = await describeNode(page, 'ExampleValidator');
    expect(inputs.find(({ key }) => key === 'schema')?.artifacts[0].uri).toContain(
      'ImportSchemaGen'
    );
    await row(page, 'ExampleValidator').click();
    const [{ uri }] = outputs.flatMap(({ artifacts }) => artifacts);
    await panelOf(page)
      .locator(`[data-tfx-view=${JSON.stringify(uri)}]`)
      .click();
    const preview = panelOf(page).locator('.jp-TfxInspector-preview');
    await drawn(preview);
    await expect(preview).toContainText('island');
    await expect(preview).toContainText('Biscoe');
    await preview.getByRole('rowheader', { name: 'island' }).first().click();
    const anomaly = preview.getByRole('region', { name: 'island' });
    await expect(anomaly.locator('figure svg')).toBeVisible();
    await anomaly.locator('.jp-TfxAnomalies-rows').getByRole('button', { name: 'Biscoe' }).click();
    await expectRows(page, 'island=Biscoe');
    await anomaly.getByRole('button', { name: 'Accept…' }).click();
    await anomaly.getByRole('button', { name: 'Make the Change…' }).click();
    const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
    await expect(tab.locator('.jp-TfxSchema-changes')).toContainText(/island.*Biscoe/);
    const vanished = tab.locator('[data-tfx-findings="vanished"]');
    await expect(vanished).toHaveCount(2);
    await expect(vanished.first()).toContainText(/island.*Biscoe/);
    await execute<void>(page, 'application:close');
  });

  await test.step('From a value of the statistics to its rows', async () => {
    const { uri, type, name, id } = made.find(({ node }) => node === 'StatisticsGen')!;
    await execute<void>(page, CommandIDs.openArtifact, { artifacts: [{ uri, type, name, id }] });
    const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
    await tab.getByRole('rowheader', { name: 'sex' }).first().click();
    await tab.getByText('Rows of the examples, by value').click();
    await tab.getByRole('button', { name: 'female', exact: true }).first().click();
    await expectRows(page, 'sex=female');
  });

  expect(faults).toEqual([]);
});

/** Expects a tab with those rows of the examples that a filter finds, and closes it. */
async function expectRows(page: IJupyterLabPageFixture, filter: string): Promise<void> {
  const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
  await expect(tab.getByRole('searchbox')).toHaveValue(filter);
  const [, value] = filter.split('=');
  await expect(tab.getByRole('row').filter({ hasText: value }).first()).toBeVisible();
  await execute<void>(page, 'application:close');
}

/** Waits until a view has been drawn, and nothing says that it failed. */
async function drawn(place: Locator): Promise<void> {
  await expect(place.locator('.jp-TfxArtifact-views').first()).toBeVisible();
  await expect(place.getByRole('alert')).toHaveCount(0);
}
