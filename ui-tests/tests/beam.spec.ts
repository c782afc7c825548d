/** The Beam runner that is chosen in the panel, with a real kernel: kept in the notebook, used, and said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import { expect, rootFolder, test } from './fixtures';
import { attached, card, panelOf, step } from './panel';
import { execute, openPanel, waitForState } from './pipeline';

// Galata's stand-in for the kernels does not tell of a kernel that imports.
test.use({ kernels: null });

/** Milliseconds for a component, with the import of TFX before the first. */
const COMPONENT = 180_000;

const section = (page: IJupyterLabPageFixture): Locator => panelOf(page).locator('.jp-TfxBeam');

test('A component runs where it was chosen to, and the notebook keeps the choice', async ({
  page,
  openExample
}) => {
  test.setTimeout(420_000);
  const path = await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);

  await test.step('Choose for one component', async () => {
    await execute(page, CommandIDs.chooseBeamRunner, { component: 'CsvExampleGen' });
    const form = section(page).getByRole('form', { name: 'Beam runner' });
    await form.getByLabel('Runner').selectOption('flink');
    await form.getByLabel('Beam job server').fill('localhost');
    await form.getByRole('button', { name: 'Use' }).click();
    await expect(form.getByRole('alert')).toContainText('as host:port');
    await expect(form.getByRole('status')).toHaveText('Not used: see above.');
    await form.getByLabel('Beam job server').fill('localhost:1');
    await form.getByRole('button', { name: 'Use' }).click();
    await expect(form.getByRole('alert')).toContainText('Nobody answers at localhost:1');

    await form.getByLabel('Runner').selectOption('direct');
    await form.getByLabel('Workers are').selectOption('multi_processing');
    await form.getByLabel('How many').fill('2');
    await form.getByRole('button', { name: 'Use' }).click();
    await expect(section(page).locator('[data-tfx-subject="CsvExampleGen"]')).toContainText(
      'Direct, 2 processes'
    );
    await expect(form.getByRole('status')).toHaveText('Used from now on.');
  });

  await test.step('Step, and see it at the component and in its cell', async () => {
    await step(page, 'CsvExampleGen', COMPONENT);
    const node = await waitForState(page, 'CsvExampleGen', ['done'], COMPONENT);
    expect(node.beam?.arguments).toEqual([
      '--direct_running_mode=multi_processing',
      '--direct_num_workers=2'
    ]);
    await panelOf(page).getByRole('heading', { name: 'Beam runner Section' }).click();
    await card(page, 'CsvExampleGen').click();
    await expect(panelOf(page).locator('[data-tfx-beam="choice"]')).toHaveText(
      'Last run: Direct, 2 processes, as chosen here.'
    );
    await expect(
      page.getByText('CsvExampleGen: Beam runs on Direct (multi_processing), as chosen in the')
    ).toBeVisible();
  });

  await test.step('The notebook has the choice', async () => {
    await page.notebook.save();
    const text = readFileSync(join(rootFolder, path), 'utf8');
    const { metadata } = JSON.parse(text) as { readonly metadata: unknown };
    expect(metadata).toMatchObject({
      'jupyterlab-tfx': {
        beam: { components: { CsvExampleGen: { runner: 'direct' } }, notebook: null }
      }
    });
  });
});
