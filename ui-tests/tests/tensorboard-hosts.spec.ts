/** TensorBoard where JupyterLab runs for other people: through a JupyterHub, and through an nginx with TLS. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Browser, BrowserContext, FrameLocator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { type Host, startHub, startWorkbench } from './hosts';

const run = resolve(__dirname, '../../fixtures/artifacts/ModelRun/penguins');
/** Milliseconds: TensorBoard imports TensorFlow before it serves. */
const START = 120_000;

test.setTimeout(400_000);
let host: Host | null = null;
const contexts: BrowserContext[] = [];

test.afterEach(async () => {
  await Promise.all(contexts.splice(0).map(context => context.close()));
  await host?.stop();
  host = null;
});

test('Behind a JupyterHub: scalars are drawn, and nobody else reaches the board', async ({
  browser
}) => {
  const password = randomBytes(8).toString('hex');
  const hub = await startHub(password);
  ({ host } = hub);
  cpSync(run, join(host.folder, 'home', 'ada', 'run'), { recursive: true });
  const logIn = async (name: string): Promise<Page> => {
    const page = await open(browser, `${hub.url}/hub/login`);
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`**/user/${name}/lab**`, { timeout: START });
    return page;
  };
  const ada = await logIn('ada');
  const sent = secretsOf(ada);
  const board = await openFromFileBrowser(ada);
  await drawsScalars(ada, board);
  const address = await addressOf(ada);
  expect(new URL(address).pathname).toMatch(/^\/user\/ada\/jupyterlab-tfx\/tensorboard\/\w+\/$/);

  await test.step('Requests carry the cookie of the person, and no token', () => {
    expect(sent.cookies.has('jupyterhub-user-ada')).toBe(true);
    expect(sent.tokens).toEqual([]);
  });

  await test.step('Another person is refused, whatever is asked', async () => {
    const grace = await logIn('grace');
    const stranger = await open(browser, `${hub.url}/hub/login`);
    const about = address.replace('/tensorboard/', '/tensorboards/').replace(/\/$/, '');
    const routes = [address, `${address}data/runs`, about, about.replace(/\/\w+$/, '')];
    for (const page of [grace, stranger]) {
      for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'PUT', 'PATCH']) {
        for (const route of routes) {
          const headers = { Origin: hub.url };
          const response = await page.request.fetch(route, { method, headers, maxRedirects: 0 });
          expect([403, 405], `${method} ${route}`).toContain(response.status());
          expect(await response.text()).not.toContain('train');
        }
      }
    }
    // On her own server there is none of that name.
    const own = await grace.request.get(address.replace('/ada/', '/grace/'));
    expect(own.status()).toBe(404);
    await expect(board.locator('line-chart').first()).toBeVisible();
  });

  await test.step('A page of another person on the same host cannot list the boards', async () => {
    const page = await ada.context().newPage();
    await page.goto(`${hub.url}/hub/home`);
    const status = await page.evaluate(
      async url => (await fetch(url)).status,
      `${hub.url}/user/ada/jupyterlab-tfx/tensorboards`
    );
    expect(status).toBe(403);
    await page.close();
  });

  await stops(ada, address);
});

test('Behind an nginx with TLS and a path of its own: scalars are drawn', async ({ browser }) => {
  const token = randomBytes(16).toString('hex');
  const workbench = await startWorkbench('/notebooks/ada/', token);
  ({ host } = workbench);
  mkdirSync(join(workbench.home, 'run'));
  cpSync(run, join(workbench.home, 'run'), { recursive: true });
  const [kept, changed] = workbench.urls;

  const page = await open(browser, `${kept}lab?token=${token}`);
  const board = await openFromFileBrowser(page);
  await drawsScalars(page, board);
  const address = await addressOf(page);
  expect(address.startsWith(`${kept}jupyterlab-tfx/tensorboard/`)).toBe(true);
  const slash = await page.request.get(address.replace(/\/$/, '?a=1'), { maxRedirects: 0 });
  expect(slash.status()).toBe(308);
  expect(slash.headers()['location']).toBe(`${new URL(address).pathname}?a=1`);

  const other = await open(browser, `${changed}lab?token=${token}`);
  await test.step('Where the proxy gives Jupyter another name; a second window has the same board', async () => {
    await drawsScalars(other, await openFromFileBrowser(other));
    expect(await addressOf(other)).toBe(address.replace(kept, changed));
  });

  await test.step('Without the cookie nothing is told', async () => {
    const stranger = await open(browser, `${kept}login`);
    const response = await stranger.request.get(`${address}data/runs`, { maxRedirects: 0 });
    expect(response.status()).toBe(403);
  });

  await stops(page, address);
  await expect(other.getByText('This TensorBoard has been stopped')).toBeVisible();
});

/** A page of a browser that knows nobody. */
async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** What a page's requests to boards have that tells who the person is. */
function secretsOf(page: Page): { cookies: Set<string>; tokens: string[] } {
  const found = { cookies: new Set<string>(), tokens: [] as string[] };
  page.on('request', request => {
    if (request.url().includes('/jupyterlab-tfx/tensorboard/')) {
      void request.allHeaders().then(headers => {
        for (const cookie of (headers['cookie'] ?? '').split('; ')) {
          found.cookies.add(cookie.split('=')[0]);
        }
        if (headers['authorization'] !== undefined || request.url().includes('token=')) {
          found.tokens.push(request.url());
        }
      });
    }
  });
  return found;
}

async function openFromFileBrowser(page: Page): Promise<FrameLocator> {
  const folder = page.locator('.jp-DirListing-item', { hasText: 'run' });
  await folder.click({ button: 'right', timeout: START });
  await page.getByRole('menuitem', { name: 'Open TensorBoard' }).click();
  await expect(page.getByRole('tab', { name: 'TensorBoard: run' })).toBeVisible();
  return page.frameLocator('.jp-TfxBoard iframe');
}

/** Curves, which TensorBoard asks for with POST, in both of its dashboards of scalars. */
async function drawsScalars(page: Page, board: FrameLocator): Promise<void> {
  await expect(board.getByText('epoch_loss').first()).toBeVisible({ timeout: START });
  await expect(board.locator('line-chart').first()).toBeVisible();
  const posted = page.waitForResponse(
    response => response.url().endsWith('/timeSeries') && response.request().method() === 'POST'
  );
  await board.locator('.reload-button').click();
  expect((await posted).status()).toBe(200);
}

/** Where the frame is. */
async function addressOf(page: Page): Promise<string> {
  const source = await page.locator('.jp-TfxBoard iframe').getAttribute('src');
  return new URL((source ?? '').replace(/\?.*$/, ''), page.url()).href;
}

async function stops(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Stop', exact: true }).locator('visible=true').click();
  await expect(page.getByText('This TensorBoard has been stopped')).toBeVisible();
  await expect.poll(async () => (await page.request.get(`${address}data/runs`)).status()).toBe(404);
}
