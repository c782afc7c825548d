/** A Chromium for the browser tests and the demo. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { SetupError } from './steps.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Flags with which it runs headless in a container, and says nothing to the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** Path of a Chromium: `CHROMIUM_PATH`, else the system's, else Playwright's own; null where none is. */
export async function findChromium() {
  const told = process.env.CHROMIUM_PATH;
  if (told) {
    if (!existsSync(told)) {
      throw new SetupError(`CHROMIUM_PATH names ${told}, which is not there.`);
    }
    return told;
  }
  const onPath = names
    .flatMap(name => (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name)))
    .find(existsSync);
  if (onPath) {
    return onPath;
  }
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : null;
}

/** The step: Debian's where apt may be used, otherwise Playwright's own. */
export const chromium = {
  title: 'Chromium',
  async run(shell) {
    const there = await findChromium();
    if (there !== null) {
      return there;
    }
    if (process.getuid?.() === 0 && isDebian()) {
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await shell.run(['apt-get', 'update', '-qq'], { env });
      const packages = ['chromium', 'fonts-dejavu-core'];
      await shell.run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
        env
      });
    } else {
      await shell.run(['npx', 'playwright', 'install', 'chromium'], {
        advice: 'Or install Chromium or Chrome yourself, or name one in CHROMIUM_PATH.'
      });
    }
    const path = await findChromium();
    if (path === null) {
      throw new SetupError('No Chromium was found.', 'Install one, or name one in CHROMIUM_PATH.');
    }
    return path;
  }
};

/** Debian itself: Ubuntu's package of the same name is a snap, which does not run in containers. */
function isDebian() {
  const path = '/etc/os-release';
  return existsSync(path) && /^ID=debian$/m.test(readFileSync(path, 'utf8'));
}
