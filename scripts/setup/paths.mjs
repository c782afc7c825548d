/** Where things are. Whatever set-up, start, test and demo write stays in the checkout. */
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');
/** Caches, stamps, logs and scratch; ignored by git, safe to delete. */
export const cache = join(root, '.cache');
/** The virtual environment. */
export const venv = join(root, '.venv');

/** A program of the virtual environment. */
export const inVenv = name => join(venv, 'bin', name);

/** Makes a folder below `.cache` and returns its path. */
export function cacheDir(...parts) {
  const path = join(cache, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
}

/**
 * The environment for what we start: the virtual environment first on PATH, every cache and every
 * Jupyter folder in the checkout, so that a person's own configuration neither changes nor matters.
 */
export function environment() {
  const env = {
    ...process.env,
    VIRTUAL_ENV: venv,
    PATH: `${join(venv, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
    PIP_CACHE_DIR: join(cache, 'pip'),
    UV_CACHE_DIR: join(cache, 'uv'),
    npm_config_cache: join(cache, 'npm'),
    PLAYWRIGHT_BROWSERS_PATH: join(cache, 'playwright'),
    JUPYTER_CONFIG_DIR: join(cache, 'jupyter', 'config'),
    JUPYTER_DATA_DIR: join(cache, 'jupyter', 'data'),
    JUPYTER_RUNTIME_DIR: join(cache, 'jupyter', 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: join(cache, 'jupyter', 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(cache, 'jupyter', 'workspaces'),
    JUPYTER_PREFER_ENV_PATH: '1',
    IPYTHONDIR: join(cache, 'jupyter', 'ipython'),
    KERAS_HOME: join(cache, 'keras'),
    MPLCONFIGDIR: join(cache, 'matplotlib'),
    TF_CPP_MIN_LOG_LEVEL: process.env.TF_CPP_MIN_LOG_LEVEL ?? '2'
  };
  delete env.PYTHONHOME;
  delete env.PYTHONPATH;
  return env;
}

/** Whether the checkout has the extension's bundle. */
export const hasBundle = () =>
  existsSync(join(root, 'jupyterlab_tfx', 'labextension', 'package.json'));
