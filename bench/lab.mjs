/** Benchmarks of JupyterLab's start: with the extension and without, and what loads at start. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { answers, freePort, startLab } from '../scripts/setup/lab.mjs';
import { cacheDir, venv } from '../scripts/setup/paths.mjs';

const LOADS = 16;
const NAME = 'jupyterlab-tfx';
const OWN = `/extensions/${NAME}/static/`;

/**
 * Loads of the page that take turns between two servers, one without the extension.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const servers = [await serve(true), await serve(false)];
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
  try {
    const times = [[], []];
    let bytes = 0;
    for (let i = 0; i <= LOADS; i++) {
      // Which is first takes turns as well; the first two loads warm the servers up.
      for (const which of i % 2 === 0 ? [0, 1] : [1, 0]) {
        const { milliseconds, own } = await load(browser, servers[which].url);
        if (i > 0) {
          times[which].push(milliseconds);
        }
        if (own > 0 !== (which === 0)) {
          throw new Error(
            'The extension loads where it is not installed, or does not where it is.'
          );
        }
        bytes = which === 0 ? own : bytes;
      }
    }
    const [withIt, without] = times.map(median);
    const ratio = withIt / without;
    const ratios = times[0].map((time, i) => time / times[1][i]).sort((a, b) => a - b);
    const spread = [0.25, 0.75].map(part => round(ratios[Math.floor(LOADS * part)])).join(' … ');
    return [
      {
        id: 'lab.start',
        what:
          `JupyterLab's start with the extension, against without (medians of ${LOADS} pairs; half of ` +
          `their ratios are in ${spread})`,
        value: Math.round(withIt),
        unit: 'ms',
        against: Math.round(without),
        ratio: round(ratio),
        goal: 'ratio ≤ 1.02',
        met: ratio <= 1.02
      },
      {
        id: 'bundle.start',
        what: 'Scripts of the extension that load at start, gzip',
        value: round(bytes / 1000),
        unit: 'kB',
        against: 60,
        ratio: round(bytes / 60_000),
        goal: '≤ 60 kB',
        met: bytes <= 60_000
      }
    ];
  } finally {
    await browser.close();
    await Promise.all(servers.map(server => server.stop()));
  }
}

/**
 * A server on an empty folder.
 *
 * Where it has no such extension, that is not installed: of one that is only disabled, JupyterLab loads the
 * scripts all the same.
 */
async function serve(installed) {
  const folder = mkdtempSync(join(cacheDir(), 'bench-'));
  const extensions = join(folder, 'labextensions');
  mkdirSync(extensions);
  const there = join(venv, 'share', 'jupyter', 'labextensions');
  for (const name of readdirSync(there)) {
    if (installed || name !== NAME) {
      symlinkSync(join(there, name), join(extensions, name));
    }
  }
  const root = join(folder, 'root');
  mkdirSync(root);
  const port = await freePort();
  const token = randomBytes(24).toString('hex');
  const lab = startLab(
    [
      '--no-browser',
      '--ServerApp.ip=127.0.0.1',
      `--ServerApp.port=${port}`,
      `--ServerApp.root_dir=${root}`,
      `--LabApp.labextensions_path=${extensions}`,
      '--LabApp.expose_app_in_browser=True'
    ],
    {
      output: 'ignore',
      env: {
        JUPYTER_TOKEN: token,
        JUPYTER_CONFIG_DIR: join(folder, 'config'),
        JUPYTERLAB_WORKSPACES_DIR: join(folder, 'workspaces'),
        JUPYTERLAB_SETTINGS_DIR: join(folder, 'settings')
      }
    }
  );
  await answers(`http://127.0.0.1:${port}/api/status?token=${token}`, lab);
  return {
    url: `http://127.0.0.1:${port}/lab?reset&token=${token}`,
    stop: async () => {
      await lab.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  };
}

/** Milliseconds from the request to the restored application; bytes of our scripts, compressed. */
async function load(browser, url) {
  const page = await browser.newPage();
  const scripts = [];
  page.on('response', response => {
    if (response.url().includes(OWN) && response.url().includes('.js')) {
      scripts.push(response.body().then(body => gzipSync(body).length));
    }
  });
  await page.goto(url);
  await page.waitForFunction(() => window.jupyterapp !== undefined);
  const milliseconds = await page.evaluate(async () => {
    await window.jupyterapp.restored;
    return performance.now();
  });
  const own = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
  await page.close();
  return { milliseconds, own };
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = value => Math.round(value * 1000) / 1000;
