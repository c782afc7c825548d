/** The section: what it says and what its buttons ask for. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import type { AirflowState, AirflowWatch } from '../../protocol';
import type { AirflowModel } from '../airflow-model';
import { AirflowView } from '../airflow-section';
import { STATE, WATCH } from './airflow-server';

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

/** Draws a state; gives what was asked of the model. */
function show(state: AirflowState | null, watch: AirflowWatch | null = null): unknown[] {
  const asked: unknown[] = [];
  const ask =
    (name: string) =>
    async (...args: unknown[]): Promise<boolean> => {
      asked.push([name, ...args]);
      return true;
    };
  const model = {
    ...{ state, watch, problem: '', busy: false, onGraph: false },
    ...{ act: ask('act'), connect: ask('connect'), deploy: ask('deploy') },
    ...{ disconnect: ask('disconnect') },
    log: async () => ({ text: '<b>Epoch 1</b>', next: 14 })
  };
  React.act(() =>
    root.render(
      <AirflowView
        model={model as unknown as AirflowModel}
        trans={trans}
        place={() => ({ folder: 'penguins-pipeline', kernel: 'k1' })}
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
  const [address, user, password] = [...node.querySelectorAll<HTMLInputElement>('input')];
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
  expect(password.value).toBe('');
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
    ['deploy', 'penguins-pipeline', 'k1']
  ]);
});
