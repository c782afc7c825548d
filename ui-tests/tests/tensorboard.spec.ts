/** TensorBoard on a real training run: from the file browser, in a tab, restored, compared, among what runs, stopped. */
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { galata } from '@jupyterlab/galata';

import { CommandIDs } from '../../src/commands';
import { expect, rootFolder, test } from './fixtures';
import { execute } from './pipeline';

const run = resolve(__dirname, '../../fixtures/artifacts/ModelRun/penguins');
/** Milliseconds: TensorBoard imports TensorFlow before it serves. */
const START = 120_000;

test('A training run opens in TensorBoard, several are compared, and none is left', async ({
  page,
  request,
  tmpPath
}) => {
  test.setTimeout(400_000);
  const contents = galata.newContentsHelper(request);
  for (const name of ['first', 'second']) {
    for (const entry of readdirSync(run, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name);
        const target = `${tmpPath}/${name}${path.slice(run.length)}`;
        await contents.createDirectory(target.slice(0, target.lastIndexOf('/')));
        await contents.uploadFile(path, target);
      }
    }
  }
  const board = page.locator('.jp-MainAreaWidget:visible > .jp-TfxBoard');
  const frame = board.frameLocator('iframe');

  await test.step('From the file browser', async () => {
    await page.filebrowser.openDirectory(tmpPath);
    await page.filebrowser.refresh();
    await page.locator('.jp-DirListing-item', { hasText: 'first' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Open TensorBoard' }).click();
    await expect(page.getByRole('tab', { name: 'TensorBoard: first' })).toBeVisible();
    await expect(frame.getByText('epoch_loss').first()).toBeVisible({ timeout: START });
    await expect(frame.locator('line-chart').first()).toBeVisible();
  });

  await test.step('Restored after the page is loaded again', async () => {
    // Galata's own option, which the type does not have: it would wait for a launcher.
    const options = { waitUntil: 'load', waitForIsReady: false } as const;
    await page.reload(options);
    await expect(frame.getByText('epoch_loss').first()).toBeVisible({ timeout: START });
  });

  await test.step('Two runs, compared', async () => {
    await execute<void>(page, CommandIDs.openTensorBoard, {
      logdirs: ['first', 'second'].map(name => ({ name, uri: `${tmpPath}/${name}` }))
    });
    await expect(page.getByRole('tab', { name: 'TensorBoard: first, second' })).toBeVisible();
    await expect(frame.getByText('second/train').locator('visible=true').first()).toBeVisible({
      timeout: START
    });
    await expect(frame.getByText('first/train').locator('visible=true').first()).toBeVisible();
  });

  await test.step('Stopped', async () => {
    await page.getByRole('button', { name: 'Stop', exact: true }).locator('visible=true').click();
    await expect(board.getByText('This TensorBoard has been stopped')).toBeVisible();
  });

  await test.step('Among what runs: shut down there, and its tab says so', async () => {
    await page.sidebar.openTab('jp-running-sessions');
    const items = page.getByRole('region', { name: 'TensorBoards Section' }).getByRole('treeitem');
    await expect(items).toHaveCount(1);
    await expect(items.getByText('first', { exact: true })).toBeVisible();
    await items.hover();
    await items.getByTitle('Stop TensorBoard').click();
    await expect(items).toHaveCount(0);
    await page.getByRole('tab', { name: 'TensorBoard: first', exact: true }).click();
    await expect(board.getByText('This TensorBoard has been stopped')).toBeVisible();
  });
  await execute<void>(page, CommandIDs.stopTensorBoards);
});

/** Fits until there is a file `stop`, with an epoch each second. */
const FIT = `
import os, sys, time
import numpy
from tensorflow.keras import Sequential, callbacks, layers
folder = sys.argv[1]
class Slow(callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        time.sleep(1)
        self.model.stop_training = os.path.exists(os.path.join(folder, "stop"))
model = Sequential([layers.Dense(1)])
model.compile("sgd", "mse")
data = numpy.ones((8, 2))
logs = callbacks.TensorBoard(os.path.join(folder, "logs"), write_graph=False)
model.fit(data, data[:, :1], epochs=10_000, verbose=0, callbacks=[logs, Slow()])
`;

test('A board fills while a training goes on, with nobody pressing anything', async ({
  page,
  request,
  tmpPath
}) => {
  const folder = join(rootFolder, tmpPath);
  await galata.newContentsHelper(request).createDirectory(`${tmpPath}/logs`);
  const board = page.locator('.jp-MainAreaWidget:visible > .jp-TfxBoard');
  const frame = board.frameLocator('iframe');
  await execute<void>(page, CommandIDs.openTensorBoard, {
    logdirs: [{ name: 'live', uri: `${tmpPath}/logs` }]
  });
  await expect(board.getByText('No event files yet in live.', { exact: false })).toBeVisible({
    timeout: START
  });
  const fit = spawn('python', ['-c', FIT, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<number | null>(done => fit.once('exit', done));
  try {
    const last = async (): Promise<number> => {
      const card = await frame.locator('scalar-card', { hasText: 'epoch_loss' }).innerText();
      return Number(/train\s+\S+\s+\S+\s+(\d+)\s/.exec(card)?.[1] ?? -1);
    };
    await expect.poll(last, { timeout: START }).toBeGreaterThanOrEqual(1);
    await expect(board.getByText('No event files yet')).toBeHidden();
    const first = await last();
    await expect.poll(last, { timeout: START }).toBeGreaterThan(first + 2);
  } finally {
    writeFileSync(join(folder, 'stop'), '');
  }
  expect(await ended).toBe(0);
  await execute<void>(page, CommandIDs.stopTensorBoards);
  await expect(board.getByText('This TensorBoard has been stopped')).toBeVisible();
});
