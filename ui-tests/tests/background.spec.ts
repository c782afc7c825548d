/** The penguins by TFX's own runners, in the background: exported, run, watched on the graph, pushed, and stopped. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import { expect, rootFolder, test } from './fixtures';
import { card, panelOf } from './panel';
import { execute, openPanel } from './pipeline';

const python = resolve(__dirname, '../../.venv/bin/python');
/** Milliseconds for a node, with the import of TFX before the first. */
const NODE = 120_000;

// Galata's stand-in for the kernels does not tell which environment a kernel has.
test.use({ kernels: null });

/** What the notebook's third cell would write. */
function writeData(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const script =
    'import sys; from palmerpenguins import load_penguins; load_penguins().to_csv(sys.argv[1], index=False)';
  execFileSync(python, ['-c', script, join(folder, 'penguins.csv')]);
}

/** The processes whose command line has a text. */
function processesWith(text: string): readonly string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false; // It has ended.
      }
    });
}

test('The penguins run in the background, to the pushed model', async ({ page, openExample }) => {
  test.setTimeout(900_000);
  const path = await openExample('penguins.ipynb');
  const beside = dirname(join(rootFolder, path));
  writeData(join(beside, 'data', 'penguins'));
  await openPanel(page);
  const panel = panelOf(page);
  await panel.getByRole('heading', { name: 'Background runs' }).click();
  const section = panel.locator('.jp-TfxBackground');
  const node = (id: string): Locator => section.locator(`[data-tfx-task="${id}"]`);
  const run = section.locator('.jp-TfxOrchestrator-run');

  await test.step('Exported from the section', async () => {
    await expect(section).toContainText('There is none in this folder yet');
    await section.getByRole('button', { name: 'Export Pipeline…' }).click();
    const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxExport');
    await tab.getByRole('button', { name: 'Write Files' }).click();
    await expect(tab.getByText(/files were written/)).toBeVisible();
    await page.getByRole('tab', { name: 'penguins.ipynb', exact: true }).click();
  });

  await test.step('Run by LocalDagRunner, and seen on the graph', async () => {
    const start = section.getByRole('button', { name: 'Run with LocalDagRunner' });
    await start.click({ timeout: 60_000 });
    await expect(run).toHaveAttribute('data-state', 'starting');
    await expect(node('CsvExampleGen')).toHaveAttribute('data-state', /running|done/, {
      timeout: NODE
    });
    await expect(card(page, 'CsvExampleGen')).toHaveAttribute(
      'aria-label',
      /in the background: (running|done)/
    );
    await expect(node('Pusher')).toHaveAttribute('data-state', 'done', { timeout: 4 * NODE });
    await expect(run).toHaveAttribute('data-state', 'done');
    await expect(card(page, 'Pusher')).toHaveAttribute('aria-label', /in the background: done/);
    await node('Trainer').getByRole('button', { name: 'Log' }).click();
    await expect(section.locator('.jp-TfxOrchestrator-log')).toContainText('Training model.');
    const serving = join(beside, 'runs', 'penguins-serving');
    const pushed = readdirSync(serving).filter(version =>
      existsSync(join(serving, version, 'saved_model.pb'))
    );
    expect(pushed).toHaveLength(1);
  });

  await test.step('A tab of the graph shows the run too, until it is left', async () => {
    await execute<void>(page, CommandIDs.openGraph);
    const tab = page.locator('.jp-TfxGraphTab');
    const trainer = tab.locator('[data-tfx-component="Trainer"]');
    await expect(tab.getByRole('status')).toContainText(
      /^In the background: .*LocalDagRunner, done$/
    );
    await expect(trainer).toHaveAttribute('aria-label', /in the background: done/);
    await tab.getByRole('button', { name: 'Show the notebook’s own states' }).click();
    await expect(tab.getByRole('status')).toHaveText('');
    await expect(trainer).not.toHaveAttribute('aria-label', /in the background/);
    await expect(card(page, 'Trainer')).not.toHaveAttribute('aria-label', /in the background/);
  });

  await test.step('Run by BeamDagRunner, and stopped: nothing is left', async () => {
    await section.getByRole('button', { name: 'Run with BeamDagRunner' }).click();
    await expect(run).toHaveAttribute('data-state', 'starting');
    expect(processesWith(join(beside, 'penguins-pipeline'))).not.toEqual([]);
    await run.getByRole('button', { name: 'Stop' }).click();
    await expect(run).toHaveAttribute('data-state', 'canceled', { timeout: 60_000 });
    expect(processesWith(join(beside, 'penguins-pipeline'))).toEqual([]);
  });
});
