/** A JupyterLab of its own on a copy of the examples, with one opened in a headless Chromium. */
import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

import { chromiumFlags, findChromium } from '../setup/chromium.mjs';
import { setUp } from '../setup/index.mjs';
import { answers, freePort, onEnd, startLab } from '../setup/lab.mjs';
import { cacheDir, environment, root } from '../setup/paths.mjs';
import { SetupError } from '../setup/steps.mjs';

const logPath = join(cacheDir('demo'), 'jupyterlab.log');
const screenshot = join(cacheDir('demo'), 'failed.png');

/**
 * Sets up, opens the notebook, and lets `act` do its work; ends all that it started.
 *
 * @param {string} notebook - Its file name in `examples/`.
 * @param {(page: import('@playwright/test').Page) => Promise<void>} act
 * @returns {Promise<number>} The exit code 0.
 * @throws SetupError that says where the picture and the log are, where `act` fails.
 */
export async function onExample(notebook, act) {
  await setUp({ browser: true });
  const folder = mkdtempSync(join(cacheDir(), 'demo-'));
  // Nothing of an earlier run: what is shown is the whole way, from the data to the pushed model.
  for (const file of readdirSync(join(root, 'examples'), { withFileTypes: true })) {
    if (file.isFile()) {
      copyFileSync(join(root, 'examples', file.name), join(folder, file.name));
    }
  }
  const port = await freePort();
  const token = randomBytes(24).toString('hex');
  const output = openSync(logPath, 'w');
  const lab = startLab(
    [
      '--no-browser',
      '--ServerApp.ip=127.0.0.1',
      `--ServerApp.port=${port}`,
      '--ServerApp.port_retries=0',
      `--ServerApp.root_dir=${folder}`,
      '--LabApp.expose_app_in_browser=True'
    ],
    {
      output,
      env: {
        JUPYTER_TOKEN: token,
        JUPYTERLAB_WORKSPACES_DIR: join(folder, '.workspaces'),
        JUPYTERLAB_SETTINGS_DIR: join(folder, '.settings'),
        IPYTHONDIR: environment().IPYTHONDIR
      }
    }
  );
  const stop = async () => {
    await lab.stop();
    closeSync(output);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  onEnd(async () => {
    await stop();
    process.exit(130);
  });
  try {
    await answers(`http://127.0.0.1:${port}/api/status?token=${token}`, lab);
    return await inBrowser(act, `http://127.0.0.1:${port}/lab/tree/${notebook}?token=${token}`);
  } finally {
    await stop();
  }
}

/** Opens the page, lets `act` do its work and gives the exit code. */
async function inBrowser(act, url) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumFlags,
    handleSIGINT: false
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    try {
      await page.goto(url);
      await act(page);
      return 0;
    } catch (error) {
      await page.screenshot({ path: screenshot }).catch(() => undefined);
      throw new SetupError(
        error.message,
        `What was seen: ${relative(root, screenshot)}; what JupyterLab said: ${relative(root, logPath)}.`
      );
    }
  } finally {
    await browser.close();
  }
}
