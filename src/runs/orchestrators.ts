/** The orchestrators, in the order in which they are offered: one function each. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IOrchestrator } from './orchestrator';
import { taskId } from './run-states';

/** All of them. */
export function orchestrators(trans: TranslationBundle): readonly IOrchestrator[] {
  return [airflow(trans), kubeflow(trans), vertex(trans)];
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

function kubeflow(trans: TranslationBundle): IOrchestrator {
  return {
    name: 'kubeflow',
    title: trans.__('Kubeflow Pipelines'),
    connect: {
      title: trans.__('Connect to Kubeflow Pipelines'),
      about: trans.__(
        'The Jupyter server connects to Kubeflow Pipelines, and keeps the token in its memory until it ends.'
      ),
      fields: [
        {
          name: 'url',
          label: trans.__('Address'),
          kind: 'url',
          placeholder: 'http://localhost:8888'
        },
        { name: 'token', label: trans.__('Token'), kind: 'password' },
        { name: 'namespace', label: trans.__('Namespace') }
      ],
      submit: trans.__('Connect'),
      busy: trans.__('Connecting…')
    },
    deploy: compile(trans),
    empty: trans.__('There is no pipeline yet: compile one that was exported, and start it.'),
    taskId: asItIs
  };
}

function vertex(trans: TranslationBundle): IOrchestrator {
  return {
    name: 'vertex',
    title: trans.__('Vertex AI Pipelines'),
    connect: {
      title: trans.__('Connect to Vertex AI Pipelines'),
      about: trans.__(
        'The Jupyter server connects with the Google credentials of the machine that it runs on (application default credentials), and keeps none of them.'
      ),
      fields: [
        { name: 'project', label: trans.__('Project'), placeholder: 'my-project' },
        { name: 'region', label: trans.__('Region'), placeholder: 'europe-west4' },
        {
          name: 'account',
          label: trans.__('Service account'),
          placeholder: trans.__('the project’s own')
        }
      ],
      submit: trans.__('Connect'),
      busy: trans.__('Connecting…')
    },
    deploy: compile(trans),
    empty: trans.__('There is no pipeline yet: compile one that was exported, and start it.'),
    taskId: asItIs
  };
}

/** Both run what `kubeflow_runner.py` compiles. */
function compile(trans: TranslationBundle): IOrchestrator['deploy'] {
  return {
    open: trans.__('Compile…'),
    title: trans.__('Compile an exported pipeline'),
    about: trans.__(
      'Compiles the pipeline.py of an exported pipeline with the TFX of the notebook’s kernel. The next run that you start is of it.'
    ),
    fields: [
      { name: 'root', label: trans.__('Pipeline root'), placeholder: 'gs://bucket/folder' },
      { name: 'image', label: trans.__('Image'), placeholder: trans.__('TFX’s own') },
      {
        name: 'images',
        label: trans.__('Other images, one a line'),
        kind: 'lines',
        placeholder: 'Trainer=IMAGE'
      },
      {
        name: 'resources',
        label: trans.__('Resources, one a line'),
        kind: 'lines',
        placeholder: 'Trainer=cpu:4,memory:16'
      },
      {
        name: 'labels',
        label: trans.__('Labels, one a line'),
        kind: 'lines',
        placeholder: 'team=ml'
      }
    ],
    submit: trans.__('Compile'),
    busy: trans.__('Compiling…')
  };
}

const asItIs = (nodeId: string): string => nodeId;
