/** TensorBoard's own dashboards, each through the proxy and in the sandboxed frame. */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

import { galata } from '@jupyterlab/galata';
import type { FrameLocator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import { expect, rootFolder, test } from './fixtures';
import { execute } from './pipeline';

/** What each dashboard shows of the run that `write_training.py` writes; the projector is a page in two more frames. */
const dashboards: Readonly<
  Record<string, (frame: FrameLocator) => ReturnType<FrameLocator['locator']>>
> = {
  timeseries: frame => frame.locator('scalar-card line-chart'),
  scalars: frame => frame.locator('tf-scalar-card'),
  images: frame => frame.locator('tf-image-loader img'),
  graphs: frame => frame.locator('tf-graph-scene .node'),
  distributions: frame => frame.locator('tf-distribution-loader'),
  histograms: frame => frame.locator('tf-histogram-loader'),
  text: frame => frame.getByText('Step 2 of three'),
  pr_curves: frame => frame.locator('tf-pr-curve-card'),
  hparams: frame => frame.getByText('layers').first(),
  projector: frame => frame.frameLocator('iframe').frameLocator('iframe').getByText('Points: 20')
};

test('Every dashboard that people use draws what a run has', async ({ page, request, tmpPath }) => {
  test.setTimeout(400_000);
  await galata.newContentsHelper(request).createDirectory(`${tmpPath}/run`);
  const script = resolve(__dirname, '../write_training.py');
  execFileSync('python', [script, join(rootFolder, tmpPath, 'run')], { stdio: 'ignore' });

  const refused: string[] = [];
  page.on('response', response => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && pathname.includes('/jupyterlab-tfx/')) {
      refused.push(`${response.status()} ${pathname}`);
    }
  });
  page.on('console', message => {
    if (/Content Security Policy|sandboxed/.test(message.text())) {
      refused.push(message.text());
    }
  });

  await execute<void>(page, CommandIDs.openTensorBoard, {
    logdirs: [{ name: 'run', uri: `${tmpPath}/run` }]
  });
  const frame = page.frameLocator('.jp-TfxBoard iframe');
  await expect(frame.locator('line-chart').first()).toBeVisible({ timeout: 120_000 });
  for (const [plugin, shown] of Object.entries(dashboards)) {
    await test.step(plugin, async () => {
      await frame.locator('body').evaluate((body, name) => {
        (body.ownerDocument.defaultView ?? window).location.hash = name;
      }, plugin);
      await expect(shown(frame).locator('visible=true').first()).toBeVisible({ timeout: 60_000 });
    });
  }
  expect(refused).toEqual([]);
  await execute<void>(page, CommandIDs.stopTensorBoards);
});
