import { nullTranslator } from '@jupyterlab/translation';

import type { IPipeline, IPipelineNode } from '../../pipeline/pipeline';
import { taskId, taskWords, withTasks } from '../run-states';
import { changed } from '../parameter-fields';
import { task, WATCH } from './runs-server';

const trans = nullTranslator.load('jupyterlab_tfx');

it('says state, try and duration', () => {
  expect(taskWords(task('A', 'success'), trans)).toBe('succeeded, 3.0 s');
  expect(taskWords({ ...task('A', 'running'), tries: 2, endedAt: null }, trans, 43_000)).toBe(
    'running, try 2 of 2, 42 s'
  );
  expect(taskWords({ ...task('A', 'none'), tries: 0, startedAt: null }, trans)).toBe('waits');
});

it('knows a node’s task as airflow_dag.py names it', () => {
  expect(taskId('Trainer.fast-1_a')).toBe('Trainer.fast-1_a');
  expect(taskId('My Trainer/ü')).toBe('My_Trainer_ü');
});

it('lays the states of a run over the notebook’s nodes', () => {
  const node = (componentId: string): IPipelineNode => ({
    id: componentId,
    componentId,
    type: componentId,
    kind: 'component',
    variable: null,
    purpose: '',
    docsUrl: null,
    state: 'stale',
    causes: [{ kind: 'code-edited', what: 'EPOCHS', cellId: null }],
    notices: [],
    cells: { defined: null, configured: [], run: [] },
    inputs: [],
    outputs: [],
    execProperties: {},
    moduleFiles: [],
    executions: [],
    startedAt: null,
    endedAt: null,
    cache: null,
    progress: null,
    error: null,
    beam: null,
    dynamic: false,
    condition: null,
    from: { source: true, kernel: false, store: false }
  });
  const pipeline: IPipeline = {
    usesTfx: true,
    nodes: [node('CsvExampleGen'), node('Trainer'), node('Pusher')],
    edges: [],
    contexts: [],
    problems: []
  };
  const { nodes } = withTasks(pipeline, WATCH.tasks);
  expect(nodes.map(({ state }) => state)).toEqual(['done', 'failed', 'not-run']);
  expect(nodes.flatMap(({ causes }) => causes)).toEqual([]);
});

it('sends what differs from the defaults, each of its kind', () => {
  expect(changed(WATCH.parameters, new Map())).toEqual({});
  expect(changed(WATCH.parameters, new Map([['rate', '0.1']]))).toEqual({});
  const values = new Map([
    ['rate', '0.5'],
    ['name', '']
  ]);
  expect(changed(WATCH.parameters, values)).toEqual({ rate: 0.5, name: null });
});
