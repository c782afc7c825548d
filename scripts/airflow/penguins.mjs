/** Deploys the penguins: the compiled pipeline and the file that Airflow reads, in its DAGs folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { environment, inVenv, root } from '../setup/paths.mjs';

/**
 * @param {string} dags - Airflow's DAGs folder.
 * @param {string} work - Where the data, the artifacts and the metadata store go.
 */
export function deployPenguins(dags, work) {
  const data = join(work, 'data');
  const folder = join(dags, 'penguins');
  mkdirSync(data, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const python = (...args) =>
    execFileSync(inVenv('python'), args, {
      cwd: root,
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe']
    });
  python(
    '-c',
    'import sys; from palmerpenguins import load_penguins;' +
      'load_penguins().to_csv(sys.argv[1], index=False)',
    join(data, 'penguins.csv')
  );
  python(
    ...['-m', 'jupyterlab_tfx.node', 'compile'],
    ...['--module', join(root, 'examples', 'airflow', 'penguins_pipeline.py')],
    ...['--argument', `root=${work}`, '--argument', `data=${data}`],
    ...['--out', join(folder, 'pipeline.json')]
  );
  python(
    '-c',
    'import sys; from jupyterlab_tfx.airflow import dag_file;' +
      'open(sys.argv[1], "w").write(dag_file(sys.executable))',
    join(folder, 'airflow_dag.py')
  );
}
