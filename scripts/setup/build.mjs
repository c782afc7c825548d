/** The extension itself: built where its sources changed, and installed once, editable. */
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { hasBundle, inVenv, root, venv } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';

const sources = [
  'src',
  'style',
  'schema',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'install.json'
];
const bundle = 'jupyterlab_tfx/labextension/package.json';

/** The step that builds the front end, as it is released. */
export const build = {
  title: 'Front end',
  async run(shell) {
    const wanted = digest(sources);
    // The bundle's own description names its files by content: one built by hand since is noticed.
    if (!hasBundle() || !isStamped('build', digest([bundle], wanted))) {
      removeStamp('build');
      await shell.run(['npm', 'run', 'build:wheel']);
      writeStamp('build', digest([bundle], wanted));
    }
    return 'built';
  }
};

/** The step that installs it: Python code and front end are then used where they are. */
export const install = {
  title: 'Extension',
  async run(shell) {
    const wanted = digest(['pyproject.toml', 'package.json', 'jupyter-config', 'install.json']);
    const link = `${venv}/share/jupyter/labextensions/jupyterlab-tfx/package.json`;
    if (!isStamped('install', wanted) || !existsSync(link)) {
      removeStamp('install');
      const options = ['--no-deps', '--no-build-isolation', '--python', inVenv('python')];
      await shell.run([inVenv('uv'), 'pip', 'install', '--quiet', ...options, '-e', '.'], {
        env: { HATCH_JUPYTER_BUILDER_SKIP_NPM: '1' }
      });
      await shell.run([inVenv('jupyter-builder'), 'develop', '.', '--overwrite']);
      writeStamp('install', wanted);
    }
    return 'installed in JupyterLab';
  }
};

const exampleFolder = 'examples/delay-report-view';

/**
 * The step for the extension that adds a view to ours, for an artifact type of `flights.ipynb`. It is a package of its
 * own, and in no release.
 */
export const example = {
  title: 'Example extension',
  async run(shell) {
    const own = ['src', 'package.json', 'tsconfig.json'].map(name => `${exampleFolder}/${name}`);
    const wanted = digest([...own, 'package-lock.json']);
    const modules = join(root, exampleFolder, 'node_modules');
    const installed = join(venv, 'share', 'jupyter', 'labextensions', 'delay-report-view');
    if (!isStamped('example', wanted) || !existsSync(join(installed, 'package.json'))) {
      removeStamp('example');
      // What `npm install ../..` would put there; all else is found in the checkout's own node_modules.
      link(root, join(modules, 'jupyterlab-tfx'));
      await shell.run(['npx', 'tsc', '-p', exampleFolder]);
      await shell.run([inVenv('jupyter-builder'), 'build', exampleFolder]);
      link(join(root, exampleFolder, 'labextension'), installed);
      writeStamp('example', wanted);
    }
    return `installed from ${exampleFolder}`;
  }
};

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path);
}
