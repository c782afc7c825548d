/** An nginx for the browser tests that open boards through one. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { cache, cacheDir } from './paths.mjs';
import { SetupError } from './steps.mjs';

const folders = ['/usr/sbin', '/usr/local/sbin', join(cache, 'nginx', 'usr', 'sbin')];

/** Path of an nginx: `NGINX_PATH`, else the system's, else the checkout's own; null where none is. */
export function findNginx() {
  const told = process.env.NGINX_PATH;
  if (told) {
    if (!existsSync(told)) {
      throw new SetupError(`NGINX_PATH names ${told}, which is not there.`);
    }
    return told;
  }
  return find('nginx', folders);
}

/**
 * The step: Debian's package is unpacked in the checkout. Nothing is installed, as an installed one would be started
 * and listen on port 80.
 */
export const nginx = {
  title: 'nginx',
  async run(shell) {
    const there = findNginx();
    if (there !== null) {
      return there;
    }
    const advice = 'Install nginx, or name one in NGINX_PATH.';
    if (find('apt-get') === null || find('dpkg-deb') === null) {
      throw new SetupError('There is no nginx, and no apt-get to get one with.', advice);
    }
    if (process.getuid?.() === 0) {
      await shell.run(['apt-get', 'update', '-qq'], { advice });
    }
    const cwd = cacheDir('nginx');
    await shell.run(['apt-get', 'download', '-qq', 'nginx'], { cwd, advice });
    await shell.run(['sh', '-c', 'dpkg-deb -x nginx_*.deb . && rm nginx_*.deb'], { cwd, advice });
    const path = findNginx();
    if (path === null) {
      throw new SetupError('The package nginx has no nginx.', advice);
    }
    return path;
  }
};

/** A program's path, on PATH or in more folders; null where none is. */
function find(name, more = []) {
  return (
    [...(process.env.PATH ?? '').split(delimiter), ...more]
      .filter(Boolean)
      .map(folder => join(folder, name))
      .find(existsSync) ?? null
  );
}
