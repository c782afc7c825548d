/**
 * Bundles TypeScript of `src/` for a benchmark, the gallery or a script, with the bundler that builds
 * the extension.
 *
 * ```js
 * const { parse } = await load('src/pipeline/source/parse.ts');          // into this Node process
 * const { script } = await bundle('bench/page.ts', { target: 'web' });   // a file for a browser page
 * ```
 */
import { mkdir } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { rspack } from '@rspack/core';

const root = resolve(fileURLToPath(import.meta.url), '../..');

/**
 * Bundles a module with all that it imports, as an ES module.
 *
 * @param {string} entry - Path of the TypeScript or JavaScript module, from the checkout's root.
 * @param {object} [options]
 * @param {'node' | 'web'} [options.target] - Where it runs. Default 'node'.
 * @param {boolean} [options.minify] - As in production. Default true, as that is what people run.
 * @param {string} [options.outDir] - Default: `.cache/bundles/<target>` in the checkout.
 * @returns {Promise<{ script: string, seconds: number }>} Absolute path of the `.mjs` file.
 * @throws An Error with the bundler's messages where it does not compile.
 */
export async function bundle(entry, options = {}) {
  const { target = 'node', minify = true } = options;
  const outDir = options.outDir ?? join(root, '.cache', 'bundles', target);
  const path = resolve(root, entry);
  const name = relative(root, path)
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/[^a-z0-9]+/gi, '-');
  await mkdir(outDir, { recursive: true });
  const start = performance.now();
  const stats = await compile({
    context: root,
    mode: minify ? 'production' : 'development',
    devtool: false,
    target: target === 'node' ? 'node20' : ['web', 'es2022'],
    entry: { [name]: path },
    output: {
      path: outDir,
      filename: '[name].mjs',
      chunkFilename: '[name]-[contenthash:8].mjs',
      module: true,
      chunkFormat: 'module',
      chunkLoading: 'import',
      library: { type: 'module' },
      publicPath: target === 'node' ? undefined : 'auto'
    },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }
          },
          type: 'javascript/auto'
        },
        { test: /\.svg$/, type: 'asset/source' },
        { test: /\.css$/, type: 'css/auto' }
      ]
    },
    performance: { hints: false }
  });
  if (stats.hasErrors()) {
    const details = stats.toString({ all: false, errors: true, colors: false });
    throw new Error(`${basename(path)} does not bundle:\n${details}`);
  }
  return { script: join(outDir, `${name}.mjs`), seconds: (performance.now() - start) / 1000 };
}

/**
 * Bundles a module and imports it into this process.
 *
 * @param {string} entry - Path of the module, from the checkout's root.
 * @returns {Promise<Record<string, any>>} What it exports.
 */
export async function load(entry) {
  const { script } = await bundle(entry);
  return import(`${pathToFileURL(script).href}?${Date.now()}`);
}

/** Runs the bundler once; its compiler is closed in any case. */
function compile(configuration) {
  return new Promise((done, failed) => {
    const compiler = rspack(configuration);
    compiler.run((error, stats) => {
      compiler.close(() => (error ? failed(error) : done(stats)));
    });
  });
}
