/** `npm run watch`: compiles and bundles again at every change, until Ctrl-C. */
import { spawn } from 'node:child_process';

import { environment, root } from './setup/paths.mjs';

const watchers = [
  ['npx', 'tsc', '--watch', '--sourceMap'],
  ['jupyter-builder', 'watch', '.']
].map(([program, ...args]) =>
  spawn(program, args, { cwd: root, env: environment(), stdio: 'inherit' })
);
const stop = () => watchers.forEach(watcher => watcher.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, stop);
}
for (const watcher of watchers) {
  watcher.once('exit', stop);
}
