/**
 * `npm run screenshots`: the pictures of README and CHANGELOG, taken from the real thing: the penguin
 * example, stepped through the panel, with one constant edited and one mistake made on the way.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { onExample } from './demo/on-example.mjs';
import { opened, stepThrough } from './demo/step-through.mjs';
import { root } from './setup/paths.mjs';
import { reportFailure } from './setup/steps.mjs';

const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });

async function takeAll(page) {
  await opened(page);
  await page.setViewportSize({ width: 1280, height: 860 });
  // The news banner is JupyterLab's own business.
  await page.addStyleTag({ content: '.Toastify { display: none }' });
  await execute(page, 'tfx:open-panel');
  await widen(page, 360);
  await page.locator('.jp-TfxPanel-row').first().waitFor();
  await take(page, 'not-run');

  await execute(page, 'apputils:change-theme', { theme: 'JupyterLab Dark' });
  const running = page.locator('.jp-TfxPanel-row[data-tfx-state="running"]');
  await start(page, 'tfx:run-to-component', { component: 'StatisticsGen', confirmed: true });
  await running.first().waitFor({ timeout: 300_000 });
  await running.first().click();
  await take(page, 'running-dark');
  await state(page, 'StatisticsGen', 'done');

  await execute(page, 'apputils:change-theme', { theme: 'JupyterLab Light' });
  await stepThrough(page, line => console.log(line));
  await edit(page, 'transform-module', 'default=0.0', 'default=0.5');
  await state(page, 'Transform', 'stale');
  await page.locator('.jp-TfxPanel-row[data-tfx-component="Transform"]').click();
  await take(page, 'stale');

  await edit(page, 'transform-module', 'default=0.5', 'default=undefined_name');
  await start(page, 'tfx:run-to-component', { component: 'Transform', confirmed: true });
  await state(page, 'Transform', 'failed');
  await take(page, 'failed');
  await widen(page, 240);
  // What TFX prints has paths of this machine.
  await execute(page, 'notebook:hide-all-cell-outputs');
  await execute(page, 'tfx:show-cell', { component: 'Transform' });
  await take(page, 'narrow');

  await widen(page, 360);
  await execute(page, 'tfx:open-graph');
  await page.locator('.jp-TfxGraphTab .jp-TfxGraph-node').first().waitFor();
  await take(page, 'graph');
}

/** A picture of the whole window, once it rests. */
async function take(page, name) {
  await page.evaluate(() => new Promise(done => setTimeout(done, 700)));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
}

/** Executes a command and waits for its end. */
const execute = (page, id, args = {}) =>
  page.evaluate(
    ([command, options]) => window.jupyterapp.commands.execute(command, options),
    [id, args]
  );

/** Executes a command, and does not wait. */
const start = (page, id, args) =>
  page.evaluate(
    ([command, options]) => {
      void window.jupyterapp.commands.execute(command, options);
    },
    [id, args]
  );

/** Waits until a component is in a state. */
const state = (page, component, wanted) =>
  page
    .locator(`.jp-TfxPanel-row[data-tfx-component="${component}"][data-tfx-state="${wanted}"]`)
    .waitFor({ timeout: 300_000 });

/** Changes a cell's text. */
const edit = (page, cell, from, to) =>
  page.evaluate(
    ([id, old, text]) => {
      const { widgets } = window.jupyterapp.shell.currentWidget.content;
      const { sharedModel } = widgets.find(widget => widget.model.id === id).model;
      sharedModel.setSource(sharedModel.getSource().replace(old, text));
    },
    [cell, from, to]
  );

/** Gives the sidebar a width, by its handle, as a person does. */
async function widen(page, width) {
  const handle = page.locator('#jp-main-split-panel > .lm-SplitPanel-handle:not(.lm-mod-hidden)');
  const box = await handle.first().boundingBox();
  const bar = await page.locator('.jp-SideBar.jp-mod-left').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(bar.x + bar.width + width, box.y + 300, { steps: 5 });
  await page.mouse.up();
}

process.exit(await onExample('penguins.ipynb', takeAll).catch(reportFailure));
