/** The virtual environment: TFX, JupyterLab and the tools, from a lock file with hashes. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { findPython, release } from './find-python.mjs';
import { cacheDir, environment, inVenv, root, venv } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';

/** The step that makes it; a Python that is too old or too new is replaced. */
export const makeVenv = {
  title: 'Python',
  async run(shell) {
    const wanted = release();
    const now = version();
    if (now !== null && wanted.pythons.some(minor => now.startsWith(`${minor}.`))) {
      return `${now}, TFX ${wanted.tfx}`;
    }
    const python = findPython(wanted);
    removeStamp('python-packages');
    removeStamp('install');
    rmSync(venv, { recursive: true, force: true });
    await shell.run([python.path, '-m', 'venv', venv]);
    return `${python.version}, TFX ${wanted.tfx}`;
  }
};

/** The step that fills it. */
export const pythonPackages = {
  title: 'Python packages',
  async run(shell) {
    const { lock } = release();
    const wanted = digest([lock]);
    if (!isStamped('python-packages', wanted)) {
      removeStamp('python-packages');
      const python = inVenv('python');
      const advice = 'Is the package index reachable, and is there 7 GB of free disk?';
      await shell.run(
        [python, '-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', uvLock(lock)],
        { advice }
      );
      await shell.run([inVenv('uv'), 'pip', 'sync', '--require-hashes', '--python', python, lock], {
        advice,
        env: indexOptions()
      });
      removeStamp('install');
      writeStamp('python-packages', wanted);
    }
    return `as in ${lock}`;
  }
};

/** Version of the environment's Python; null where there is none that runs. */
function version() {
  if (!existsSync(inVenv('python'))) {
    return null;
  }
  try {
    const code = 'import sys; print("%d.%d.%d" % sys.version_info[:3])';
    return execFileSync(inVenv('python'), ['-I', '-c', code], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** The lines of the lock file for uv alone: pip installs it, and uv, far quicker, all the rest. */
function uvLock(lock) {
  const lines = readFileSync(join(root, lock), 'utf8').split('\n');
  const first = lines.findIndex(line => line.startsWith('uv=='));
  const rest = lines.slice(first + 1);
  const length = rest.findIndex(line => !line.startsWith('    --hash='));
  const path = join(cacheDir('setup'), 'uv.lock');
  const own = [lines[first], ...rest.slice(0, length)];
  writeFileSync(path, `${own.join('\n').replace(/\\$/, '')}\n`);
  return path;
}

/** What pip is told about the index and certificates, said to uv, which does not read pip's settings. */
export function indexOptions() {
  const said = execFileSync(inVenv('python'), ['-m', 'pip', 'config', 'list'], {
    encoding: 'utf8',
    env: environment()
  });
  const settings = Object.fromEntries(
    [...said.matchAll(/^(?:global|install|:env:)\.([a-z-]+)='(.*)'$/gm)].map(([, key, value]) => [
      key,
      value.replaceAll('\\n', ' ')
    ])
  );
  const options = {
    UV_DEFAULT_INDEX: settings['index-url'],
    UV_INDEX: settings['extra-index-url'],
    UV_FIND_LINKS: settings['find-links'],
    SSL_CERT_FILE: settings['cert']
  };
  return Object.fromEntries(
    Object.entries(options).filter(([key, value]) => value && !process.env[key])
  );
}
