/** From the panel to Kubeflow Pipelines: compiled by the real TFX, run by a stand-in that speaks its REST. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import type { Locator } from '@playwright/test';

import { expect, rootFolder, test } from './fixtures';
import { card, panelOf } from './panel';
import { openPanel } from './pipeline';

const repository = resolve(__dirname, '../..');
const python = join(repository, '.venv/bin/python');

interface IStandIn {
  readonly url: string;
  readonly process: ChildProcess;
}

/** Starts it, and reads where it is. */
async function startStandIn(): Promise<IStandIn> {
  const child = spawn(python, ['-m', 'tests.server.kubeflow.stand_in'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit']
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { readonly url: string };
    return { url, process: child };
  }
  throw new Error('The stand-in did not start.');
}

/** Lets its runs go on by some steps. */
async function step({ url }: IStandIn, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    expect((await fetch(`${url}/stand-in/step`, { method: 'POST' })).ok).toBe(true);
  }
}

test('The penguins on Kubeflow Pipelines: compiled, submitted and watched to the end', async ({
  page,
  openExample,
  tmpPath
}) => {
  const standIn = await startStandIn();
  try {
    await openExample('penguins.ipynb');
    const out = join(rootFolder, tmpPath, 'penguins-pipeline');
    const notebook = join(rootFolder, tmpPath, 'penguins.ipynb');
    const command = ['-m', 'jupyterlab_tfx.export.command', 'export', notebook];
    execFileSync(python, [...command, '--to', 'kubeflow', '--out', out], { stdio: 'ignore' });

    await openPanel(page);
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: 'Orchestrator' }).click();
    const section = panel.locator('.jp-TfxOrchestrator');
    const task = (id: string): Locator => section.locator(`[data-tfx-task="${id}"]`);

    await test.step('Connect', async () => {
      await section.getByLabel('Runs on').selectOption('Kubeflow Pipelines');
      const form = section.getByRole('form', { name: 'Connect to Kubeflow Pipelines' });
      await form.getByLabel('Address').fill(standIn.url);
      await form.getByLabel('Token').fill('expired');
      await form.getByRole('button', { name: 'Connect' }).click();
      await expect(
        section.getByText('Kubeflow Pipelines does not take this token (any more)')
      ).toBeVisible();
      await form.getByLabel('Token').fill('good');
      await form.getByRole('button', { name: 'Connect' }).click();
      await expect(section.getByText(`Kubeflow Pipelines at ${standIn.url}`)).toBeVisible();
    });

    await test.step('Compile', async () => {
      await section.getByRole('button', { name: 'Compile…' }).click();
      const form = section.getByRole('form', { name: 'Compile an exported pipeline' });
      await form.getByLabel('Folder').fill(`${tmpPath}/penguins-pipeline`);
      await form.getByLabel('Pipeline root').fill('gs://bucket/penguins');
      await form.getByLabel('Image', { exact: true }).fill('registry.example.org/penguins:1');
      await form.getByLabel('Resources').fill('Trainer=cpu:4,memory:16');
      await form.getByRole('button', { name: 'Compile' }).click();
      // TFX is imported first, on a machine that has much to do.
      await expect(section.getByText('push_destination of Pusher is a path')).toBeVisible({
        timeout: 240_000
      });
    });

    await test.step('Start, and watch on the graph', async () => {
      await section.getByRole('button', { name: 'Start a run…' }).click();
      const form = section.getByRole('form', { name: 'Start a run' });
      await form.getByLabel('example_gen_input_base').fill('gs://bucket/data');
      await form.getByRole('button', { name: 'Start' }).click();
      await expect(task('CsvExampleGen')).toHaveAttribute('data-state', 'none');
      await step(standIn);
      await expect(card(page, 'CsvExampleGen')).toHaveAttribute(
        'aria-label',
        /in Kubeflow Pipelines: running/
      );
      await step(standIn, 12);
      await expect(section.locator('.jp-TfxOrchestrator-run')).toHaveAttribute(
        'data-state',
        'success'
      );
      await expect(task('Pusher')).toHaveAttribute('data-state', 'success');
      await expect(card(page, 'Pusher')).toHaveAttribute(
        'aria-label',
        /in Kubeflow Pipelines: succeeded/
      );
      await expect(
        section.getByRole('link', { name: 'Open in Kubeflow Pipelines' })
      ).toHaveAttribute('href', new RegExp(`^${standIn.url}/#/runs/details/`));
    });

    await test.step('It goes away', async () => {
      standIn.process.kill('SIGTERM');
      await expect(section.getByText('What is below may be old.')).toBeVisible({ timeout: 60_000 });
      await expect(task('Pusher')).toHaveAttribute('data-state', 'success');
      await section.getByRole('button', { name: 'Disconnect' }).click();
      await expect(
        section.getByRole('form', { name: 'Connect to Kubeflow Pipelines' })
      ).toBeVisible();
    });
  } finally {
    standIn.process.kill('SIGTERM');
  }
});
