/** The orchestrators, in the order in which they are offered: one function each. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IOrchestrator } from './orchestrator';
import { taskId } from './run-states';

/** All of them. */
export function orchestrators(trans: TranslationBundle): readonly IOrchestrator[] {
  return [airflow(trans)];
}

function airflow(trans: TranslationBundle): IOrchestrator {
  return {
    name: 'airflow',
    title: trans.__('Airflow'),
    connect: {
      title: trans.__('Connect to Airflow'),
      about: trans.__(
        'The Jupyter server connects to Airflow, and keeps the password or the token in its memory until it ends.'
      ),
      fields: [
        {
          name: 'url',
          label: trans.__('Address'),
          kind: 'url',
          placeholder: 'http://localhost:8080'
        },
        { name: 'user', label: trans.__('User') },
        { name: 'password', label: trans.__('Password'), kind: 'password' },
        { name: 'token', label: trans.__('Or a token'), kind: 'password' }
      ],
      submit: trans.__('Connect'),
      busy: trans.__('Connecting…')
    },
    deploy: {
      open: trans.__('Deploy…'),
      title: trans.__('Deploy an exported pipeline'),
      about: trans.__(
        'Compiles the pipeline.py of an exported pipeline with the TFX of the notebook’s kernel, into Airflow’s DAGs folder.'
      ),
      fields: [],
      submit: trans.__('Deploy'),
      busy: trans.__('Deploying…')
    },
    empty: trans.__(
      'Airflow has no TFX pipeline yet. It may take some seconds to read one that was just deployed.'
    ),
    taskId
  };
}
