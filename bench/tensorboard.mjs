/** Benchmarks of TensorBoard in a tab, against the `tensorboard` that one starts by hand. */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { answers, freePort, startLab } from '../scripts/setup/lab.mjs';
import { cacheDir, environment, inVenv, root } from '../scripts/setup/paths.mjs';

const PAIRS = 5;
const FETCHES = 12;
const BYTES = 50_000_000;
/** Milliseconds between two requests to a server while it opens boards. */
const EVERY = 20;

/**
 * Boards and `tensorboard` take turns.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const folder = mkdtempSync(join(cacheDir(), 'bench-'));
  const runs = join(folder, 'root');
  mkdirSync(runs);
  cpSync(join(root, 'fixtures/artifacts/ModelRun/penguins'), join(runs, 'run'), {
    recursive: true
  });
  const script = join(root, 'bench', 'tensorboard_image.py');
  await promisify(execFile)(inVenv('python'), [script, join(runs, 'picture'), `${BYTES}`]);
  const server = await serve(folder, runs);
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
  try {
    return [...(await opening(browser, server, runs)), await throughput(server, runs)];
  } finally {
    await browser.close();
    await server.lab.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** From the click to the first curve; and how soon the server answers other requests meanwhile. */
async function opening(browser, server, runs) {
  const page = await browser.newPage();
  await page.goto(`${server.url}/lab?reset&token=${server.token}`);
  await page.waitForFunction(() => window.jupyterapp !== undefined);
  await page.evaluate(() => window.jupyterapp.restored);
  const times = [[], []];
  const waits = [[], []];
  // The first pair fills the system's cache of files.
  for (let i = 0; i <= PAIRS; i++) {
    const turns = [() => byHand(browser, join(runs, 'run')), () => inTab(page)];
    for (const which of i % 2 === 0 ? [0, 1] : [1, 0]) {
      const watch = watchAnswers(server);
      const milliseconds = await turns[which]();
      const found = await watch.stop();
      if (i > 0) {
        times[which].push(milliseconds);
        waits[which].push(...found);
      }
    }
  }
  await page.close();
  const ratios = times[1].map((time, i) => time / times[0][i]).sort((a, b) => a - b);
  const ratio = median(ratios);
  const [beside, late] = waits.map(
    found => found.sort((a, b) => a - b)[Math.floor(0.99 * found.length)]
  );
  return [
    {
      id: 'tensorboard.open',
      what:
        `From the click to the first curve, against tensorboard started by hand (medians of ${PAIRS} pairs; ` +
        `their ratios are in ${round(ratios[0])} … ${round(ratios.at(-1))})`,
      value: Math.round(median(times[1])),
      unit: 'ms',
      against: Math.round(median(times[0])),
      ratio: round(ratio),
      goal: 'ratio ≤ 1.1',
      met: ratio <= 1.1
    },
    {
      id: 'tensorboard.answers',
      what:
        `Another request to the server while a board opens: 99 of 100 of ${waits[1].length} are quicker, half than ` +
        `${round(median(waits[1]))} ms (while tensorboard starts beside the server: ${round(beside)} ms)`,
      value: round(late),
      unit: 'ms',
      against: 50,
      ratio: round(late / 50),
      goal: '< 50 ms',
      met: late < 50
    }
  ];
}

/** A picture of 50 MB from a board, and from a `tensorboard` by hand. */
async function throughput(server, runs) {
  const headers = { Authorization: `token ${server.token}` };
  const body = JSON.stringify({
    logdirs: [{ name: 'picture', uri: join(runs, 'picture') }],
    kernel: null,
    reloadInterval: 5,
    idleMinutes: 0
  });
  const routes = `${server.url}/jupyterlab-tfx/tensorboards`;
  const ask = async (path, options = {}) =>
    (await (await fetch(`${routes}${path}`, { headers, ...options })).json()).boards[0];
  let board = await ask('', { method: 'POST', body });
  while (board.state === 'starting') {
    board = await ask(`/${board.id}?wait=1`);
  }
  // As the board's own process: without TensorBoard's data server, which takes longer for this.
  const hand = await startByHand(join(runs, 'picture'), '--load_fast=false');
  try {
    const addresses = await Promise.all([
      pictureOf(hand.url, {}),
      pictureOf(`${server.url}/jupyterlab-tfx/tensorboard/${board.id}/`, headers)
    ]);
    const rates = [[], []];
    for (let i = 0; i <= FETCHES; i++) {
      for (const which of i % 2 === 0 ? [0, 1] : [1, 0]) {
        const start = performance.now();
        const response = await fetch(addresses[which], { headers: which === 1 ? headers : {} });
        const { byteLength } = await response.arrayBuffer();
        if (byteLength !== BYTES) {
          throw new Error(`${byteLength} bytes of ${BYTES} came from ${addresses[which]}.`);
        }
        if (i > 0) {
          rates[which].push(BYTES / 1000 / (performance.now() - start));
        }
      }
    }
    const ratios = rates[1].map((rate, i) => rate / rates[0][i]).sort((a, b) => a - b);
    const ratio = median(ratios);
    const spread = [0.25, 0.75].map(part => round(ratios[Math.floor(FETCHES * part)]));
    return {
      id: 'tensorboard.throughput',
      what: `50 MB of a run through the server, against TensorBoard itself (${FETCHES} pairs; half of the ratios are in ${spread.join(' … ')})`,
      value: Math.round(median(rates[1])),
      unit: 'MB/s',
      against: Math.round(median(rates[0])),
      ratio: round(ratio),
      goal: 'ratio ≥ 0.8',
      met: ratio >= 0.8
    };
  } finally {
    await hand.stop();
    await fetch(routes, { method: 'DELETE', headers });
  }
}

/** Where a board has the picture, as soon as it has read it. */
async function pictureOf(url, headers) {
  const list = `${url}data/plugin/images/images?run=.&tag=picture&sample=0`;
  for (;;) {
    const response = await fetch(list, { headers });
    if (response.ok) {
      const [picture] = await response.json();
      return `${url}data/plugin/images/individualImage?${picture.query}`;
    }
    await response.arrayBuffer();
    await new Promise(resume => setTimeout(resume, 100));
  }
}

/** Opens a board, waits for a curve, and stops it; milliseconds. */
async function inTab(page) {
  const start = performance.now();
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('tfx:open-tensorboard', {
      logdirs: [{ uri: 'run', name: 'run' }]
    })
  );
  await curve(page.frameLocator('.jp-TfxBoard iframe'));
  const milliseconds = performance.now() - start;
  await page.evaluate(async () => {
    await window.jupyterapp.commands.execute('tfx:stop-tensorboards');
    await window.jupyterapp.commands.execute('application:close-all');
  });
  await page.locator('.jp-TfxBoard').waitFor({ state: 'detached' });
  return milliseconds;
}

/** Starts `tensorboard`, opens its address, waits for a curve; milliseconds. */
async function byHand(browser, logdir) {
  const start = performance.now();
  const hand = await startByHand(logdir);
  const page = await browser.newPage();
  await page.goto(hand.url);
  await curve(page);
  const milliseconds = performance.now() - start;
  await page.close();
  await hand.stop();
  return milliseconds;
}

/** `tensorboard`, once it says where it is. */
async function startByHand(logdir, ...more) {
  const options = ['--logdir', logdir, '--host', '127.0.0.1', '--port', '0', ...more];
  const child = spawn(inVenv('tensorboard'), options, {
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true
  });
  const ended = new Promise(done => child.once('exit', done));
  const lines = createInterface({ input: child.stderr });
  const url = await new Promise((found, failed) => {
    lines.on('line', line => {
      const address = /at (http:\S+)/.exec(line)?.[1];
      if (address) {
        found(address);
      }
    });
    void ended.then(() => failed(new Error('tensorboard ended as soon as it began.')));
  });
  return {
    url,
    stop: async () => {
      process.kill(-child.pid, 'SIGTERM');
      await ended;
    }
  };
}

/** Waits until a curve of the loss is there. */
async function curve(place) {
  await place.getByText('epoch_loss').first().waitFor({ timeout: 120_000 });
  await place.locator('line-chart svg').first().waitFor({ timeout: 120_000 });
}

/** Asks the server something small again and again; `stop` gives the milliseconds of each. */
function watchAnswers({ url, token }) {
  let goesOn = true;
  const watched = (async () => {
    const found = [];
    while (goesOn) {
      const start = performance.now();
      const response = await fetch(`${url}/jupyterlab-tfx/version?token=${token}`);
      await response.arrayBuffer();
      found.push(performance.now() - start);
      await new Promise(resume => setTimeout(resume, EVERY));
    }
    return found;
  })();
  return {
    stop: () => {
      goesOn = false;
      return watched;
    }
  };
}

/** A Jupyter server on the runs. */
async function serve(folder, runs) {
  const port = await freePort();
  const token = randomBytes(24).toString('hex');
  const url = `http://127.0.0.1:${port}`;
  const lab = startLab(
    [
      '--no-browser',
      '--ServerApp.ip=127.0.0.1',
      `--ServerApp.port=${port}`,
      `--ServerApp.root_dir=${runs}`,
      '--LabApp.expose_app_in_browser=True'
    ],
    {
      output: 'ignore',
      env: {
        JUPYTER_TOKEN: token,
        JUPYTER_CONFIG_DIR: join(folder, 'config'),
        JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
        JUPYTERLAB_WORKSPACES_DIR: join(folder, 'workspaces'),
        JUPYTERLAB_SETTINGS_DIR: join(folder, 'settings')
      }
    }
  );
  await answers(`${url}/api/status?token=${token}`, lab);
  return { url, token, lab };
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = value => Math.round(value * 1000) / 1000;
