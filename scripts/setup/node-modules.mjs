/** The front end's packages: `npm ci`, where node_modules is not what the lock file says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';
import { SetupError } from './steps.mjs';

/** The step. */
export const nodeModules = {
  title: 'Node packages',
  async run(shell) {
    checkNode();
    const wanted = digest(['package-lock.json']);
    const installed = join(root, 'node_modules', '.package-lock.json');
    if (!isStamped('node-modules', wanted) || !existsSync(installed)) {
      removeStamp('node-modules');
      if (!matches(installed)) {
        await shell.run(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
          advice: 'Is the npm registry reachable, and is there 1.5 GB of free disk?'
        });
      }
      writeStamp('node-modules', wanted);
    }
    return `as in package-lock.json`;
  }
};

/** Node's version, against `engines` of package.json. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const good = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!good) {
    throw new SetupError(
      `Node ${process.versions.node} is too old for the bundler.`,
      'Install Node 20.19 or newer, or 22.12 or newer.'
    );
  }
}

/** Whether npm's own record of node_modules has every package of the lock file, at its version. */
function matches(installed) {
  if (!existsSync(installed)) {
    return false;
  }
  const read = path => JSON.parse(readFileSync(path, 'utf8')).packages;
  const there = read(installed);
  return Object.entries(read(join(root, 'package-lock.json'))).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.peer || there[path]?.version === entry.version
  );
}
