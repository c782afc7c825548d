/** Airflow's own environment: another one than TFX's, as their pins do not agree. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { findPython, release } from './find-python.mjs';
import { cache, inVenv } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';
import { indexOptions } from './venv.mjs';

const lock = 'requirements/airflow.lock';
const folder = join(cache, 'airflow', 'env');

/** A program of Airflow's environment. */
export const inAirflow = name => join(folder, 'bin', name);

/** The step that makes it; the virtual environment with uv is there already. */
export const airflowEnvironment = {
  title: 'Airflow',
  async run(shell) {
    const wanted = digest([lock]);
    if (!isStamped('airflow', wanted) || !existsSync(inAirflow('airflow'))) {
      removeStamp('airflow');
      const uv = inVenv('uv');
      const { path } = findPython(release());
      await shell.run([uv, 'venv', '--clear', '--python', path, folder]);
      await shell.run(
        [uv, 'pip', 'sync', '--require-hashes', '--python', inAirflow('python'), lock],
        {
          advice: 'Is the package index reachable, and is there 1 GB of free disk?',
          env: indexOptions()
        }
      );
      writeStamp('airflow', wanted);
    }
    return `as in ${lock}`;
  }
};
