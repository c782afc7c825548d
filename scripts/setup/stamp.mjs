/** Stamps: what a step was last done for, so that it is done again only when that changes. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheDir, root } from './paths.mjs';

const file = name => join(cacheDir('setup'), `${name}.stamp`);

/**
 * SHA-256 over the contents of files and folders of the checkout, in a fixed order.
 *
 * @param {string[]} paths - Relative to the checkout; what is missing counts as missing.
 * @param {string} [extra] - Anything else that the step depends on.
 */
export function digest(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  const add = path => {
    const full = join(root, path);
    if (!existsSync(full)) {
      hash.update(`missing ${path}\n`);
    } else if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) {
        if (!['__tests__', '__pycache__'].includes(name)) {
          add(`${path}/${name}`);
        }
      }
    } else {
      hash.update(`${path}\n`).update(readFileSync(full));
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

/** Whether the step was done for this value. */
export function isStamped(name, value) {
  return existsSync(file(name)) && readFileSync(file(name), 'utf8') === value;
}

/** Remembers that the step was done. */
export function writeStamp(name, value) {
  writeFileSync(file(name), value);
}

/** Forgets it: before a step begins, so that one that is cut off is done again. */
export function removeStamp(name) {
  rmSync(file(name), { force: true });
}
