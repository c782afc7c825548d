/** Beam's Prism, built by Go of the same release as the Beam in Python, in `.cache`. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { cache, inVenv } from './paths.mjs';
import { SetupError } from './steps.mjs';

/** The Beam of the virtual environment. */
function beamVersion() {
  const told = spawnSync(
    inVenv('python'),
    ['-c', 'import importlib.metadata as m; print(m.version("apache-beam"))'],
    { encoding: 'utf8' }
  );
  return told.stdout.trim();
}

const folder = version => join(cache, 'prism', version);

/** Where the program is. */
export const prismProgram = () => join(folder(beamVersion()), 'prism');

/** The step that looks for Go, which is the machine's. */
export const go = {
  title: 'Go',
  async run() {
    const { stdout, status } = spawnSync('go', ['version'], { encoding: 'utf8' });
    if (status !== 0 && !existsSync(prismProgram())) {
      throw new SetupError(
        'There is no Go, which Prism is built with.',
        'Install Go, and try again.'
      );
    }
    return stdout?.trim() || 'not needed: Prism is there';
  }
};

/** The step that builds it. */
export const prism = {
  title: 'Prism',
  async run(shell) {
    const version = beamVersion();
    if (!existsSync(prismProgram())) {
      const work = join(cache, 'go');
      await shell.run(
        ['go', 'install', `github.com/apache/beam/sdks/v2/go/cmd/prism@v${version}`],
        {
          env: {
            GOBIN: folder(version),
            GOPATH: work,
            GOCACHE: join(work, 'build'),
            // Else nobody but Go could delete what it has fetched.
            GOFLAGS: '-modcacherw'
          },
          advice: 'Is the Go module proxy reachable, and is Go new enough for this Beam?'
        }
      );
      // More than a gigabyte, for one program.
      rmSync(work, { recursive: true, force: true });
    }
    return `Beam ${version}`;
  }
};
