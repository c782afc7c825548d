/** What the panel must not do to a kernel, and what it does where one is missing: no test here imports TFX. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

import { expect, test } from './fixtures';
import { kernelState } from './kernel';
import { attached, panelOf, restart, secondWindow, stepButton } from './panel';
import { openPanel } from './pipeline';

// Galata's stand-in for the kernels answers a restart with 201, which JupyterLab does not take.
test.use({ kernels: null });

test('A second window attaches to the new process when the first one restarts the kernel', async ({
  page,
  openExample
}) => {
  const path = await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  const other = await secondWindow(page, path);
  await expect.poll(async () => (await kernelState(page)).comms).toBe(2);
  await restart(page);
  await expect.poll(async () => (await kernelState(page)).comms, { timeout: 60_000 }).toBe(2);
  await attached(other);
});

test('A window that is closed leaves neither its comm nor its subshell behind', async ({
  page,
  openExample
}) => {
  const path = await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  const other = await secondWindow(page, path);
  await expect.poll(() => kernelState(page)).toMatchObject({ comms: 2, subshells: 2 });
  await other.close({ runBeforeUnload: true });
  await expect.poll(() => kernelState(page)).toMatchObject({ comms: 1, subshells: 1 });
});

test('The comms of widgets stay open beside the panel', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  const closed = await page.evaluate(async () => {
    interface IKernel {
      registerCommTarget(name: string, callback: () => void): void;
      requestExecute(content: {
        code: string;
        silent: boolean;
        user_expressions: Record<string, string>;
      }): {
        done: Promise<{
          content: { user_expressions?: Record<string, { data?: Record<string, string> }> };
        }>;
      };
    }
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: { session: { kernel: IKernel } };
    };
    const { kernel } = sessionContext.session;
    kernel.registerCommTarget('a-widget', () => undefined);
    const run = async (code: string): Promise<string | undefined> => {
      const reply = await kernel.requestExecute({
        code,
        silent: true,
        user_expressions: { closed: 'widget_comm._closed' }
      }).done;
      return reply.content.user_expressions?.closed.data?.['text/plain'];
    };
    const before = await run("from comm import create_comm; widget_comm = create_comm('a-widget')");
    // A word of another connection would have come before the answer to a second question.
    await kernel.requestExecute({ code: '', silent: true, user_expressions: {} }).done;
    await new Promise(resume => setTimeout(resume, 1000));
    return [before, await run('')];
  });
  expect(closed).toEqual(['False', 'False']);
});

test('A kernel that is shut down leaves the graph, and says what to do', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  await openPanel(page);
  await attached(page);
  await page.evaluate(() => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: { shutdown(): Promise<void> };
    };
    return sessionContext.shutdown();
  });
  await expect(panelOf(page).locator('[data-tfx-attachment="no-kernel"]')).toBeVisible();
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(8);
  await expect(stepButton(page)).not.toHaveAttribute('aria-disabled', 'true');
});

test('A kernel without the package gets the command that installs it, and a cell with it', async ({
  page,
  openExample
}) => {
  await openExample('penguins.ipynb');
  // As in another environment: the import fails as Python's own does.
  await silently(
    page,
    `
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] == 'jupyterlab_tfx':
            raise ModuleNotFoundError("No module named 'jupyterlab_tfx'", name='jupyterlab_tfx')
sys.meta_path.insert(0, Missing())
for name in [name for name in sys.modules if name.partition('.')[0] == 'jupyterlab_tfx']:
    del sys.modules[name]
`
  );
  await openPanel(page);
  const card = panelOf(page).locator('[data-tfx-attachment="missing-package"]');
  await expect(card).toContainText(/python\S* -m pip install jupyterlab-tfx==/);
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(8);
  await card.getByRole('button', { name: 'Put It in a Cell' }).click();
  await expect(page.locator('.jp-Cell.jp-mod-active')).toContainText(
    '%pip install jupyterlab-tfx=='
  );
  // It is there now: a press on Attach goes on.
  await silently(page, 'sys.meta_path.pop(0)');
  await card.getByRole('button', { name: 'Attach' }).click();
  await attached(page);
});

test('A kernel without TFX has a card', async ({ page, openExample }) => {
  await openExample('penguins.ipynb');
  await silently(
    page,
    `
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == 'tfx' else found(name, *rest)
`
  );
  await openPanel(page);
  const missing = panelOf(page).locator('[data-tfx-attachment="missing-tfx"]');
  await expect(missing).toContainText('This kernel has no TFX');
  await expect(missing.locator('pre')).toHaveText(/python\S* -m pip install tfx$/);
  await expect(panelOf(page).locator('.jp-TfxPanel-kernel')).toHaveText('no TFX');
  await missing.locator('[data-command="notebook:change-kernel"]').click();
  await expect(page.locator('.jp-Dialog')).toContainText('Select Kernel');
  await page.locator('.jp-Dialog .jp-mod-reject').click();
  await expect(panelOf(page).locator('.jp-TfxPanel-row')).toHaveCount(8);
});

/** Runs code that leaves no trace in the notebook. */
async function silently(page: IJupyterLabPageFixture, code: string): Promise<void> {
  const status = await page.evaluate(async text => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: {
        session: {
          kernel: {
            requestExecute(content: { code: string; silent: boolean }): {
              done: Promise<{ content: { status: string } }>;
            };
          };
        };
      };
    };
    const reply = await sessionContext.session.kernel.requestExecute({ code: text, silent: true })
      .done;
    return reply.content.status;
  }, code);
  expect(status).toBe('ok');
}
