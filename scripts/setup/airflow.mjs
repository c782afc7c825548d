/** Airflow's own environment: another one than TFX's, as their pins do not agree. */
import { join } from 'node:path';

import { ownEnvironment } from './own-environment.mjs';
import { cache } from './paths.mjs';

/** A program of Airflow's environment. */
export const inAirflow = name => join(cache, 'airflow', 'env', 'bin', name);

/** The step that makes it. */
export const airflowEnvironment = ownEnvironment({
  name: 'airflow',
  title: 'Airflow',
  program: 'airflow',
  disk: '1 GB'
});
