/** The section: what it says and what its buttons ask for. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import type { TaskArtifact, RunsState, RunsWatch } from '../../protocol';
import type { RunsModel } from '../runs-model';
import type { IOrchestrator } from '../orchestrator';
import { orchestrators } from '../orchestrators';
import { RunsView } from '../runs-section';
import { STATE, WATCH } from './runs-server';

const trans = nullTranslator.load('jupyterlab_tfx');
let root: Root;
let node: HTMLElement;

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
});
afterEach(() => {
  React.act(() => root.unmount());
  node.remove();
});

const artifact = (uri: string) => ({ key: 'examples', id: 1, type: 'Examples', uri });
/** What CsvExampleGen has made, by run. */
const MADE: Readonly<Record<string, readonly TaskArtifact[]>> = {
  r1: [artifact('/runs/1')],
  r0: [artifact('/runs/0')],
  cached: [artifact('/runs/1')]
};

const orchestratorOf = (name: string): IOrchestrator =>
  orchestrators(trans).find(one => one.name === name)!;

/** Draws a state; gives what was asked of the model. */
function show(
  state: RunsState | null,
  watch: RunsWatch | null = null,
  more: object = {},
  name = 'airflow'
): unknown[] {
  const asked: unknown[] = [];
  const ask =
    (name: string) =>
    async (...args: unknown[]): Promise<boolean> => {
      asked.push([name, ...args]);
      return true;
    };
  const model = {
    ...{ state, watch, problem: '', busy: false, onGraph: false, selected: null },
    ...{ deployed: null, ...more },
    ...{ act: ask('act'), connect: ask('connect'), deploy: ask('deploy') },
    ...{ disconnect: ask('disconnect') },
    artifacts: async (run: string) => MADE[run] ?? [],
    log: async () => ({ text: '<b>Epoch 1</b>', next: 14 })
  };
  React.act(() =>
    root.render(
      <RunsView
        followed={{ orchestrator: orchestratorOf(name), model: model as unknown as RunsModel }}
        trans={trans}
        place={() => ({ folder: 'penguins-pipeline', kernel: 'k1' })}
        open={artifacts => asked.push(['open', ...artifacts.map(({ uri }) => uri)])}
      />
    )
  );
  return asked;
}

/** Presses the button with this text, below an element. */
async function press(text: string, within: Element = node): Promise<void> {
  const button = [...within.querySelectorAll('button')].find(each => each.textContent === text);
  await React.act(async () => button!.click());
}

it('asks who connects, and forgets the password when it is sent', async () => {
  const asked = show({ ...STATE, state: 'off' });
  const [address, user, password, token] = [...node.querySelectorAll<HTMLInputElement>('input')];
  const type = (input: HTMLInputElement, value: string): void => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    React.act(() => {
      set!.call(input, value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  expect(address.value).toBe(STATE.url);
  type(user, 'ada');
  type(password, 'secret');
  await React.act(async () => node.querySelector('form')!.requestSubmit());
  expect(asked).toEqual([
    ['connect', { url: STATE.url, user: 'ada', password: 'secret', token: '' }]
  ]);
  expect([password.value, token.value]).toEqual(['', '']);
});

it('shows the tasks of a run, clears one, and opens its log as text', async () => {
  const asked = show(STATE, WATCH);
  const trainer = node.querySelector('[data-tfx-task="Trainer"]')!;
  expect(trainer.getAttribute('data-state')).toBe('failed');
  await press('Clear', trainer);
  expect(asked).toEqual([['act', { action: 'clear', run: 'r1', task: 'Trainer' }]]);
  await press('Log', trainer);
  expect(trainer.querySelector('pre')!.textContent).toBe('<b>Epoch 1</b>');
});

it('opens what a task has made, and holds it against what it made in another run', async () => {
  const earlier = ['r0', 'cached', 'empty'].map(id => ({ ...WATCH.runs[0], id }));
  const watch = { ...WATCH, runs: [...WATCH.runs, ...earlier] };
  const asked = show(STATE, watch);
  const task = node.querySelector('[data-tfx-task="CsvExampleGen"]')!;
  await press('Artifacts', task);
  await press('examples', task);
  const choose = (run: string): Promise<void> =>
    React.act(async () => {
      const select = task.querySelector('select')!;
      select.value = run;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await choose('r0');
  expect(asked).toEqual([
    ['open', '/runs/1'],
    ['open', '/runs/1', '/runs/0']
  ]);
  await choose('cached');
  expect(task.querySelector('[role="status"]')!.textContent).toContain('the same artifact');
  await choose('empty');
  expect(task.querySelector('[role="status"]')!.textContent).toContain('made no such artifact');
  expect(asked).toHaveLength(2);
});

it('shows the artifacts of the task that was chosen on the graph, or its log', async () => {
  Element.prototype.scrollIntoView = () => {};
  await React.act(async () => void show(STATE, WATCH, { selected: 'CsvExampleGen' }));
  const [artifacts] = node.querySelectorAll('.jp-TfxOrchestrator-artifacts');
  expect(artifacts.textContent).toContain('examples');
  await React.act(async () => void show(STATE, WATCH, { selected: 'Trainer' }));
  const chosen = node.querySelector('[aria-current="true"]')!;
  expect(chosen.querySelector('pre')!.textContent).toContain('Epoch 1');
});

it('says that Airflow is away, and keeps what it knew', () => {
  show({ ...STATE, state: 'away', message: 'Airflow does not answer at X.' }, WATCH);
  expect(node.querySelector('[role="alert"]')!.textContent).toContain('Airflow does not answer');
  expect(node.querySelectorAll('[data-tfx-task]')).toHaveLength(2);
});

it('shows what Airflow cannot import, and that its scheduler is dead', () => {
  const warnings = ['Airflow’s scheduler does not run: nothing goes on until it does.'];
  const importErrors = [{ file: 'a.py', text: '<img src=x onerror=alert(1)>' }];
  show({ ...STATE, warnings, importErrors }, { ...WATCH, warnings });
  const alerts = [...node.querySelectorAll('[role="alert"]')].map(each => each.textContent);
  expect(alerts).toEqual([warnings[0], 'Airflow cannot import a.py<img src=x onerror=alert(1)>']);
  expect(node.querySelector('img')).toBeNull();
});

it('starts a run, and deploys what the notebook was exported to', async () => {
  const asked = show(STATE, WATCH);
  await press('Start a run…');
  await React.act(async () => node.querySelector('form')!.requestSubmit());
  await press('Deploy…');
  await React.act(async () => node.querySelector('form')!.requestSubmit());
  expect(asked).toEqual([
    ['act', { action: 'trigger', parameters: {} }],
    ['deploy', 'penguins-pipeline', 'k1', {}]
  ]);
});

it('offers only what the orchestrator can do, and says what came of compiling', async () => {
  const deployed = {
    ...{ protocol: 1, pipeline: 'penguins', run: null },
    notes: ['push_destination of Pusher is a path of this machine.'],
    changes: '-  "team": "<b>a</b>",\n+  "team": "b",'
  };
  const failed = { ...WATCH.tasks[1], message: 'It exited with status 1.' };
  const state: RunsState = { ...STATE, actions: ['trigger', 'stop', 'deploy'] };
  const asked = show(state, { ...WATCH, tasks: [failed] }, { deployed }, 'vertex');
  const buttons = [...node.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(buttons).toEqual(['Start a run…', 'Compile…', 'Disconnect']);
  expect(node.querySelector('[data-tfx-task="Trainer"]')!.textContent).toContain(failed.message);
  expect(node.textContent).toContain(deployed.notes[0]);
  const lines = [...node.querySelectorAll('[data-change]')];
  expect(lines.map(line => line.getAttribute('data-change'))).toEqual(['-', '+']);
  expect(node.querySelector('b')).toBeNull();
  await press('Compile…');
  await React.act(async () => node.querySelector('form')!.requestSubmit());
  const values = { root: '', image: '', images: '', resources: '', labels: '' };
  expect(asked).toEqual([['deploy', 'penguins-pipeline', 'k1', values]]);
});
