/** Browser tests: a real JupyterLab with a real TFX kernel, and one Chromium. */
import { execFileSync } from 'node:child_process';

import baseConfig from '@jupyterlab/galata/lib/playwright-config.js';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { findNginx } from '../scripts/setup/nginx.mjs';
import { cacheDir, environment } from '../scripts/setup/paths.mjs';

// Chosen once, by the process that the workers inherit their environment from.
process.env.TFX_TEST_PORT ??= execFileSync(process.execPath, [
  '-e',
  "require('net').createServer().listen(0, '127.0.0.1', function () {" +
    'console.log(this.address().port); this.close(); })'
])
  .toString()
  .trim();
const port = process.env.TFX_TEST_PORT;
process.env.TFX_TEST_NGINX ??= findNginx() ?? '';

export default {
  ...baseConfig,
  testDir: './tests',
  outputDir: './test-results',
  // A step of a real pipeline takes seconds, importing TFX most of a minute.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  workers: 1,
  retries: 0,
  forbidOnly: true,
  use: {
    ...baseConfig.use,
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // A video needs Playwright's own ffmpeg.
    video: 'off',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: (await findChromium()) ?? undefined, args: chromiumFlags }
  },
  webServer: {
    command: 'jupyter lab --config jupyter_server_test_config.py',
    url: `http://localhost:${port}/lab`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      ...environment(),
      TFX_TEST_PORT: port,
      TFX_AIRFLOW_DAGS: `${cacheDir('tests')}/airflow/dags`,
      TMPDIR: cacheDir('tests', 'tmp'),
      JUPYTERLAB_GALATA_ROOT_DIR: cacheDir('tests', 'root')
    }
  }
};
