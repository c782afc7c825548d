/** Finds a Python that a release of TFX runs on, on this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

import { SetupError } from './steps.mjs';

/** What is installed where: the release, its lock file, and the Pythons that it supports, best first. */
const releases = {
  /** The newest whose wheels run with a C library older than glibc 2.39. */
  old: { tfx: '1.16.0', lock: 'requirements/tfx-1.16.lock', pythons: ['3.10'] },
  current: {
    tfx: '1.21.0',
    lock: 'requirements/tfx-1.21.lock',
    pythons: ['3.13', '3.12', '3.11', '3.10']
  }
};

/** The release of TFX for this machine; docs/decisions/0001-python-and-tfx.md says why. */
export function release() {
  if (process.platform !== 'linux') {
    throw new SetupError(
      `TFX has no wheels for ${process.platform}.`,
      'Use Linux: a virtual machine, a container, or WSL 2 on Windows.'
    );
  }
  process.report.excludeNetwork = true;
  const { glibcVersionRuntime } = process.report.getReport().header;
  if (!glibcVersionRuntime) {
    throw new SetupError(
      'TFX needs glibc, and this Linux has another C library.',
      'Use a distribution with glibc, for example Debian or Ubuntu.'
    );
  }
  const [major, minor] = glibcVersionRuntime.split('.').map(Number);
  return major > 2 || minor >= 39 ? releases.current : releases.old;
}

/**
 * The Python to make the virtual environment with.
 *
 * Looks at `TFX_PYTHON`, else on PATH, then under pyenv.
 *
 * @param {{ pythons: string[], tfx: string }} wanted - From {@link release}.
 * @returns {{ path: string, version: string }}
 * @throws SetupError with what to install, where there is none.
 */
export function findPython(wanted) {
  const override = process.env.TFX_PYTHON;
  const found = [];
  for (const path of override ? [override] : candidates(wanted.pythons)) {
    const python = probe(path);
    if (python !== null) {
      found.push(python);
      if (python.minor === wanted.pythons[0] && python.ensurepip) {
        break;
      }
    }
  }
  const usable = found.filter(python => wanted.pythons.includes(python.minor));
  const best = usable
    .filter(python => python.ensurepip)
    .sort((a, b) => wanted.pythons.indexOf(a.minor) - wanted.pythons.indexOf(b.minor))[0];
  if (best) {
    return best;
  }
  const range = wanted.pythons.length === 1 ? wanted.pythons[0] : '3.10 to 3.13';
  if (usable.length > 0) {
    const { path, minor } = usable[0];
    throw new SetupError(
      `${path} cannot make virtual environments.`,
      `Install the package that brings its venv module (on Debian: python${minor}-venv).`
    );
  }
  throw new SetupError(
    `TFX ${wanted.tfx} needs Python ${range}, and ` +
      (override ? `TFX_PYTHON (${override}) is none.` : 'there is none on PATH or under pyenv.'),
    `Install one, for example with 'pyenv install ${wanted.pythons[0]}', or name one in TFX_PYTHON.`
  );
}

/** Paths that may be a Python, the likeliest first. */
function candidates(pythons) {
  const names = [...pythons.map(minor => `python${minor}`), 'python3', 'python'];
  const onPath = names.flatMap(name =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .filter(folder => folder && !folder.includes('node_modules') && !/[/]\.venv[/]/.test(folder))
      .map(folder => join(folder, name))
      .filter(existsSync)
  );
  const roots = new Set([process.env.PYENV_ROOT, join(homedir(), '.pyenv')].filter(Boolean));
  const pyenv = [...roots]
    .map(root => join(root, 'versions'))
    .filter(existsSync)
    .flatMap(versions =>
      readdirSync(versions)
        .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
        .filter(version => pythons.some(minor => version.startsWith(`${minor}.`)))
        .map(version => join(versions, version, 'bin', 'python'))
    )
    .filter(existsSync);
  // A shim of pyenv starts a shell script first and may have no version to start: its Pythons are
  // found by their own path instead.
  return [...onPath.filter(path => !path.includes('/shims/')), ...pyenv];
}

/** What a Python says of itself; null where it does not run. */
function probe(path) {
  const code =
    'import sys, json, importlib.util as u;' +
    'print(json.dumps(["%d.%d" % sys.version_info[:2], "%d.%d.%d" % sys.version_info[:3],' +
    ' bool(u.find_spec("ensurepip")) and bool(u.find_spec("venv"))]))';
  try {
    const said = execFileSync(path, ['-I', '-c', code], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore']
    });
    const [minor, version, ensurepip] = JSON.parse(said);
    return { path, minor, version, ensurepip };
  } catch {
    return null;
  }
}
