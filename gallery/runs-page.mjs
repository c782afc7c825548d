/** What the panel's section on orchestrators says, in every state of the connection and of a run. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';

import { orchestrators } from '../src/runs/orchestrators.ts';
import { RunsView } from '../src/runs/runs-section.tsx';

const trans = nullTranslator.load('jupyterlab_tfx');
const url = 'http://localhost:8080/dags/penguins';
const pipeline = {
  id: 'penguins',
  description: '',
  paused: false,
  file: 'p.py',
  broken: false,
  url
};
const connected = {
  state: 'connected',
  message: '',
  url: 'http://localhost:8080',
  user: 'ada',
  version: '3.3.2',
  values: {},
  actions: ['trigger', 'pause', 'stop', 'clear', 'log', 'artifacts', 'deploy'],
  pipelines: [pipeline],
  importErrors: [],
  warnings: []
};
const now = Date.UTC(2026, 4, 4, 10);
const task = (id, state, tries = 1) => ({
  ...{ id, state, message: '', tries, maxTries: 3, url },
  startedAt: tries > 0 ? now : null,
  endedAt: state === 'running' ? null : now + 42_000
});
const run = state => ({
  ...{ id: `manual__${state}`, state, message: '', parameters: '{}', url },
  queuedAt: now,
  startedAt: now,
  endedAt: state === 'running' ? null : now + 125_000
});
const watch = (state, tasks, more = {}) => ({
  ...{
    pipeline,
    parameters: [],
    runs: [run(state), { ...run('success'), id: 'manual__earlier' }],
    run: `manual__${state}`
  },
  ...{ tasks, warnings: [], ...more }
});
const going = watch('failed', [
  task('CsvExampleGen', 'success'),
  task('StatisticsGen', 'running', 2),
  task('SchemaGen', 'retry', 1),
  task('ExampleValidator', 'queued', 0),
  task('Transform.with_an_id_that_is_longer_than_the_panel', 'skipped'),
  task('Trainer', 'failed', 3),
  task('Evaluator', 'upstream-failed', 0),
  task('Pusher', 'none', 0)
]);

const artifacts = [
  { key: 'examples', id: 1, type: 'Examples', uri: '/runs/CsvExampleGen/examples/1' },
  { key: 'statistics_of_a_long_name', id: 2, type: 'ExampleStatistics', uri: '/runs/2' }
];

/** State and pipeline by what is to be seen. */
const cases = {
  'The first question': { state: null },
  'Not connected': { state: { ...connected, state: 'off', url: '' } },
  'Not let in': {
    state: { ...connected, state: 'off' },
    problem: 'Airflow does not take this user and password.'
  },
  'No pipeline': { state: { ...connected, pipelines: [] } },
  'No run': { state: connected, watch: { ...watch('running', []), runs: [], run: null } },
  'A run of every state': {
    ...{ state: connected, watch: going, onGraph: true, selected: 'CsvExampleGen' }
  },
  Away: {
    state: {
      ...connected,
      state: 'away',
      message: 'Airflow does not answer at http://localhost:8080.'
    },
    watch: watch('success', [task('CsvExampleGen', 'success')])
  },
  'In trouble': {
    state: {
      ...connected,
      warnings: ["Airflow's scheduler does not run: nothing goes on until it does."],
      importErrors: [{ file: 'flights/airflow_dag.py', text: 'Traceback …\nSyntaxError: invalid' }]
    },
    watch: watch('running', [task('CsvExampleGen', 'queued', 0)], {
      pipeline: { ...pipeline, paused: true }
    })
  }
};

const vertex = {
  ...connected,
  url: 'my-project/europe-west4',
  user: 'runner@my-project.iam.gserviceaccount.com',
  version: '',
  actions: ['trigger', 'stop', 'artifacts', 'deploy']
};
const broken = watch('failed', [
  task('CsvExampleGen', 'cached'),
  { ...task('Trainer', 'failed'), message: 'The replica workerpool0-0 exited with status 1.' },
  task('Evaluator', 'stopped'),
  task('Pusher', 'none', 0)
]);

/** Cases of other orchestrators than the first, by their number. */
const others = {
  'Kubeflow Pipelines, not connected': {
    number: 1,
    state: { ...connected, state: 'off', url: '', values: { url: 'http://localhost:8888' } }
  },
  'Vertex AI Pipelines, not connected': {
    number: 2,
    state: {
      ...vertex,
      state: 'off',
      values: { project: 'my-project', region: 'europe-west4' }
    }
  },
  'Vertex AI Pipelines, failed': {
    number: 2,
    state: vertex,
    watch: broken,
    deployed: {
      pipeline: 'penguins',
      run: null,
      notes: ['push_destination of Pusher is a path of this machine.'],
      changes: '--- pipeline_spec.json\n+++ compiled now\n-  "team": "a",\n+  "team": "b",'
    }
  }
};

/** Every case, one below the other. */
export function showRuns(main) {
  const sections = Object.entries({ ...cases, ...others }).map(
    ([name, { number = 0, ...shown }]) => {
      const model = {
        ...{
          watch: null,
          problem: '',
          busy: false,
          onGraph: false,
          selected: null,
          deployed: null
        },
        ...{ artifacts: async () => artifacts, ...shown }
      };
      return React.createElement(
        'section',
        { key: name, 'aria-label': name, className: 'jp-TfxOrchestrator' },
        React.createElement(RunsView, {
          ...{ followed: { orchestrator: orchestrators(trans)[number], model }, trans },
          place: () => ({ folder: 'penguins-pipeline', kernel: null }),
          open: () => {}
        })
      );
    }
  );
  const root = createRoot(main);
  root.render(React.createElement('div', { className: 'jp-TfxPanel' }, sections));
  return () => root.unmount();
}
