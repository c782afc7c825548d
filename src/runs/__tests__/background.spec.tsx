/** Runs in the background: what the model asks for, what the section says, what the graph draws. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import type { IPipeline } from '../../pipeline/pipeline';
import type { BackgroundState } from '../../protocol';
import type { BackgroundClient } from '../../server/background-client';
import { BackgroundModel } from '../background-model';
import { BackgroundView } from '../background-section';
import { backgroundNodeWords, withNodes } from '../background-states';

const trans = nullTranslator.load('jupyterlab_tfx');
const nothing = { startedAt: null, endedAt: null, reason: null, artifacts: [] };
const MODEL = { key: 'model', id: 3, type: 'Model', uri: '/root/Trainer/model/3' };
const STATE: BackgroundState = {
  protocol: 1,
  runners: ['local', 'beam'],
  parameters: [
    { name: 'gen_input_base', kind: 'string', value: null },
    { name: 'steps', kind: 'integer', value: '300' }
  ],
  runs: [
    {
      id: '20260101-120000-000-local',
      runner: 'local',
      state: 'running',
      startedAt: 1000,
      endedAt: null,
      reason: null
    }
  ],
  run: '20260101-120000-000-local',
  nodes: [
    {
      ...nothing,
      id: 'Trainer',
      state: 'done',
      startedAt: 1000,
      endedAt: 3000,
      artifacts: [MODEL]
    },
    { ...nothing, id: 'Evaluator', state: 'running', startedAt: 3000 },
    { ...nothing, id: 'Pusher', state: 'queued' }
  ]
};
const ENDED: BackgroundState = {
  ...STATE,
  runs: [{ ...STATE.runs[0], state: 'failed', endedAt: 5000, reason: 'ValueError: No.' }],
  nodes: [
    STATE.nodes[0],
    { ...nothing, id: 'Evaluator', state: 'failed', startedAt: 3000, endedAt: 5000, reason: 'No.' },
    { ...nothing, id: 'Pusher', state: 'waiting' }
  ]
};

let root: Root;
let node: HTMLElement;
let model: BackgroundModel;
let asked: unknown[];
let answer: BackgroundState | Error;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: undefined });
});
beforeEach(() => {
  node = document.createElement('div');
  document.body.append(node);
  root = createRoot(node);
  asked = [];
  answer = STATE;
  const ask =
    (name: string) =>
    async (...args: unknown[]): Promise<BackgroundState> => {
      asked.push([name, ...args]);
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    };
  const client = {
    ...{ state: ask('state'), start: ask('start'), stop: ask('stop') },
    log: async () => ({ text: '<b>Epoch 1</b>', next: 14 })
  };
  model = new BackgroundModel(client as unknown as BackgroundClient, () => true);
});
afterEach(() => {
  React.act(() => root.unmount());
  node.remove();
  model.dispose();
});

/** Draws what the model has now; gives what was asked of the surroundings. */
function show(): unknown[] {
  const told: unknown[] = [];
  React.act(() =>
    root.render(
      <BackgroundView
        model={model}
        kernel={() => 'k1'}
        onExport={() => told.push('export')}
        open={artifacts => told.push(artifacts)}
        trans={trans}
      />
    )
  );
  return told;
}

async function press(text: string, within: Element = node): Promise<void> {
  const button = [...within.querySelectorAll('button')].find(each => each.textContent === text);
  await React.act(async () => button!.click());
}

/** As a person types: React listens to the browser's own setter. */
function type(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

async function follow(): Promise<void> {
  const changed = new Promise<void>(resolve =>
    model.changed.connect(() => {
      if (model.state !== null || model.problem !== '') {
        resolve();
      }
    })
  );
  model.folder = 'penguins-pipeline';
  await changed;
}

it('asks nothing without a folder', () => {
  model.refresh();
  expect(asked).toEqual([]);
});

it('begins a run with the kernel’s environment, and draws it on the graph', async () => {
  answer = ENDED;
  await follow();
  show();
  answer = STATE;
  await press('Run with BeamDagRunner');
  const begun = { folder: 'penguins-pipeline', runner: 'beam', kernel: 'k1', parameters: {} };
  expect(asked).toContainEqual(['start', begun]);
  expect(model.onGraph).toBe(true);
});

it('gives runtime parameters the values that were changed', async () => {
  answer = ENDED;
  await follow();
  show();
  const [data, steps] = node.querySelectorAll<HTMLInputElement>('details input');
  expect([data.value, data.placeholder, steps.value]).toEqual(['', 'as in pipeline.py', '300']);
  React.act(() => type(steps, '7'));
  await press('Run with LocalDagRunner');
  const begun = { folder: 'penguins-pipeline', runner: 'local', kernel: 'k1' };
  expect(asked).toContainEqual(['start', { ...begun, parameters: { steps: 7 } }]);
});

it('shows nodes with their states, artifacts and logs, and stops', async () => {
  await follow();
  const told = show();
  const rows = [...node.querySelectorAll<HTMLElement>('[data-tfx-task]')];
  expect(rows.map(row => [row.dataset.tfxTask, row.dataset.state])).toEqual([
    ['Trainer', 'done'],
    ['Evaluator', 'running'],
    ['Pusher', 'queued']
  ]);
  await press('model', rows[0]);
  expect(told).toEqual([[MODEL]]);
  await press('Log', rows[1]);
  expect(node.querySelector('pre')!.textContent).toBe('<b>Epoch 1</b>');
  const start = [...node.querySelectorAll('button')].find(each =>
    each.textContent?.startsWith('Run with')
  );
  expect(start!.disabled).toBe(true);
  await press('Stop');
  expect(asked).toContainEqual([
    'stop',
    { folder: 'penguins-pipeline', run: '20260101-120000-000-local' }
  ]);
});

it('says why a run and a node failed, and what to do where nothing is exported', async () => {
  answer = ENDED;
  await follow();
  show();
  expect(node.querySelector('[role="alert"]')!.textContent).toBe('ValueError: No.');
  expect(node.querySelector('[data-tfx-task="Evaluator"]')!.textContent).toContain('No.');
  expect(node.querySelector('[data-tfx-task="Pusher"]')!.textContent).toContain('not run');
  answer = { ...STATE, runners: [], runs: [], run: null, nodes: [] };
  model.refresh();
  await new Promise<void>(resolve => model.changed.connect(() => resolve()));
  const told = show();
  expect(node.textContent).toContain('There is none in this folder yet');
  await press('Export Pipeline…');
  expect(told).toEqual(['export']);
});

it('says what the server refused', async () => {
  answer = new Error('outside of the folders that may be read');
  await follow();
  show();
  expect(node.querySelector('[role="alert"]')!.textContent).toBe(
    'outside of the folders that may be read'
  );
});

it('draws a run’s states over the notebook’s pipeline', () => {
  const shown = ['Trainer', 'Pusher', 'Tuner'].map(id => ({ id, componentId: id, state: 'stale' }));
  const pipeline = { nodes: shown } as unknown as IPipeline;
  const drawn = withNodes(pipeline, STATE.nodes).nodes;
  expect(drawn.map(({ state }) => state)).toEqual(['done', 'queued', 'not-run']);
  expect(drawn[0].endedAt).toBe(3000);
  expect(backgroundNodeWords(STATE.nodes[1], trans, 5000)).toBe('running, 2.0 s');
  expect(backgroundNodeWords(STATE.nodes[2], trans)).toBe('queued');
});
