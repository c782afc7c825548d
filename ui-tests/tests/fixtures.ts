/** Galata's test, with the examples: `test('…', async ({ page, openExample }) => …)`. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { expect, galata, test as base } from '@jupyterlab/galata';

export { expect } from '@jupyterlab/galata';

/** Folder that the server serves; see `playwright.config.mjs`. */
export const rootFolder = resolve(__dirname, '../../.cache/tests/root');
const examples = resolve(__dirname, '../../examples');

interface IFixtures {
  /**
   * Copies all notebooks and their files into the test's own folder, opens one, and waits for its kernel.
   * Gives back the notebook's path on the server.
   */
  openExample: (name: string) => Promise<string>;
}

/** The test function of every spec. */
export const test = base.extend<IFixtures>({
  openExample: async ({ page, request, tmpPath }, use) => {
    await use(async name => {
      const contents = galata.newContentsHelper(request);
      for (const file of readdirSync(examples, { withFileTypes: true })) {
        // Folders are what running an example made, and the example extension.
        if (file.isFile()) {
          await contents.uploadFile(join(examples, file.name), `${tmpPath}/${file.name}`);
        }
      }
      const path = `${tmpPath}/${name}`;
      await page.notebook.openByPath(path);
      await page.notebook.activate(path);
      await kernelIsIdle(page);
      return path;
    });
  }
});

/**
 * Waits for the notebook's kernel. JupyterLab may miss what a kernel says as it starts, and then takes its status for
 * unknown until it does something that counts as activity; a completion does.
 */
export async function kernelIsIdle(page: IJupyterLabPageFixture): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const panel = window.jupyterapp.shell.currentWidget as unknown as {
            sessionContext: {
              session: {
                kernel: {
                  status: string;
                  requestComplete(content: object): Promise<unknown>;
                } | null;
              } | null;
            };
          };
          const kernel = panel.sessionContext.session?.kernel;
          const before = kernel?.status;
          await new Promise(resume => setTimeout(resume, 3000 * Number(before === 'unknown')));
          if (before === 'unknown' && kernel?.status === 'unknown') {
            const nothing = { code: '', cursor_pos: 0 };
            void kernel.requestComplete(nothing).catch(() => undefined);
          }
          return kernel?.status;
        }),
      { timeout: 90_000, intervals: [250] }
    )
    .toBe('idle');
  await page.getByText('| Idle').first().waitFor({ timeout: 20_000 });
}
