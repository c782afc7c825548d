/** Serves bench/artifact-page.mjs, and the files of an artifact in ranges. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { bundle } from './bundle.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const themes = join(root, '.venv/share/jupyter/lab/themes/@jupyterlab');

/**
 * Starts a server on a free port of this machine.
 *
 * @param {string} folder - The artifact's files.
 * @param {'light' | 'dark'} [theme] - JupyterLab's.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} Opened, the page has `window.artifact`.
 */
export async function serveArtifact(folder, theme = 'light') {
  const { script } = await bundle('bench/artifact-page.mjs', { target: 'web' });
  const styles = [
    join(root, 'node_modules/@jupyterlab/apputils/style/materialcolors.css'),
    join(themes, `theme-${theme}-extension/index.css`),
    ...(await styleSheets())
  ];
  const css = (await Promise.all(styles.map(file => readFile(file, 'utf8')))).join('\n');
  const html =
    `<!doctype html><meta charset="utf-8"><style>${css.replace(/@import[^;]*;/g, '')}` +
    'html, body { height: 100%; margin: 0; background: var(--jp-layout-color1); ' +
    'font-family: var(--jp-ui-font-family); font-size: 13px } #main { box-sizing: border-box }' +
    `</style><body data-jp-theme-light="${theme === 'light'}"><div id="main"></div><script type="module" src="/script/${basename(script)}"></script>`;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => {
      response.writeHead(404).end();
    });
  });
  const answer = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    } else if (path.startsWith('/script/')) {
      const body = await readFile(join(dirname(script), basename(path)));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(body);
    } else if (path.startsWith('/files/')) {
      await sendRange(join(folder, path.replace('/files/', '')), request, response);
    } else {
      response.writeHead(204).end();
    }
  };
  await new Promise(done => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      })
  };
}

async function styleSheets() {
  const index = await readFile(join(root, 'style/index.css'), 'utf8');
  return [...index.matchAll(/url\('(.*?)'\)/g)].map(([, file]) => join(root, 'style', file));
}

async function sendRange(file, request, response) {
  const { size } = await stat(file);
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
  const start = Number(from ?? 0);
  const end = Math.min(size - 1, Number(to ?? size - 1));
  response.writeHead(from === undefined ? 200 : 206, { 'content-length': end - start + 1 });
  if (end < start) {
    response.end();
  } else {
    createReadStream(file, { start, end }).pipe(response);
  }
}
