/** Environments beside TFX's, whose pins do not agree with its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { findPython, release } from './find-python.mjs';
import { cache, inVenv } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';
import { indexOptions } from './venv.mjs';

/**
 * The step that makes one, in `.cache/<name>/env`; the virtual environment with uv is there already.
 *
 * @param {{ name: string, title: string, program: string, disk: string }} options - `program` is one
 *   that it has when it is whole.
 */
export function ownEnvironment({ name, title, program, disk }) {
  const lock = `requirements/${name}.lock`;
  const inside = path => join(cache, name, 'env', 'bin', path);
  return {
    title,
    async run(shell) {
      const wanted = digest([lock]);
      if (!isStamped(name, wanted) || !existsSync(inside(program))) {
        removeStamp(name);
        const uv = inVenv('uv');
        const { path } = findPython(release());
        await shell.run([uv, 'venv', '--clear', '--python', path, join(cache, name, 'env')]);
        await shell.run(
          [uv, 'pip', 'sync', '--require-hashes', '--python', inside('python'), lock],
          {
            advice: `Is the package index reachable, and is there ${disk} of free disk?`,
            env: indexOptions()
          }
        );
        writeStamp(name, wanted);
      }
      return `as in ${lock}`;
    }
  };
}
