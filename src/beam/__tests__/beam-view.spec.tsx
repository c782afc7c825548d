/** The section on Beam runners: what it asks the notebook and its kernel for. */
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import { NO_CHOICES } from '../../pipeline/beam';
import type { BeamCheck, BeamChoice, BeamChoices } from '../../protocol';
import { BeamView } from '../beam-section';
import type { IBeamSource } from '../beam-source';

const trans = nullTranslator.load('jupyterlab_tfx');
let root: Root;
let node: HTMLElement;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // What jsdom lacks.
  Element.prototype.scrollIntoView = () => undefined;
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

const GOOD: BeamCheck = { beam: '2.74.0', arguments: ['--runner=PortableRunner'], problems: [] };

/** Draws a notebook's choices; gives what was asked for. */
function show(
  options: { choices?: BeamChoices; subject?: string | null; check?: BeamCheck | null } = {}
): unknown[] {
  const { choices = NO_CHOICES, subject = null, check = GOOD } = options;
  const asked: unknown[] = [];
  const source: IBeamSource = {
    changed: new Signal<object, void>({}),
    choices,
    components: ['CsvExampleGen', 'StatisticsGen'],
    choose: async (...args) => void asked.push(['choose', ...args]),
    check: async choice => {
      asked.push(['check', choice]);
      return check;
    }
  };
  React.act(() =>
    root.render(
      <BeamView
        source={source}
        defaults={{
          options: (runner): BeamChoice['options'] =>
            runner === 'flink' ? { endpoint: 'kept:1' } : {},
          keep: choice => void asked.push(['keep', choice])
        }}
        subject={subject}
        onSubject={next => void asked.push(['subject', next])}
        trans={trans}
      />
    )
  );
  return asked;
}

function field(label: string): HTMLInputElement | HTMLSelectElement {
  const found = [...node.querySelectorAll('label')].find(
    each => each.querySelector('span')?.textContent === label
  );
  return found!.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')!;
}

function fill(label: string, value: string): void {
  const input = field(label);
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')!;
  React.act(() => {
    set!.call(input, value);
    input.dispatchEvent(
      new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true })
    );
  });
}

async function press(text: string): Promise<void> {
  const button = [...node.querySelectorAll('button')].find(each => each.textContent === text);
  await React.act(async () => button!.click());
}

const FLINK: BeamChoice = {
  runner: 'flink',
  options: { endpoint: 'kept:1', environment: 'LOOPBACK' }
};

it('begins with what was filled in before, checks, remembers and uses it', async () => {
  const asked = show({ subject: 'StatisticsGen' });
  fill('Runner', 'flink');
  expect(field('Beam job server').value).toBe('kept:1');
  await press('Use');
  expect(asked).toEqual([
    ['check', FLINK],
    ['keep', FLINK],
    ['choose', 'StatisticsGen', FLINK]
  ]);
});

it('uses nothing that cannot be used, and says why at its field', async () => {
  const message = 'Nobody answers at kept:1.';
  const asked = show({
    check: { ...GOOD, problems: [{ option: 'endpoint', severity: 'error', message }] }
  });
  fill('Runner', 'flink');
  await press('Use');
  expect(asked).toEqual([['check', FLINK]]);
  expect(node.querySelector('[role="alert"]')!.textContent).toBe(message);
  expect(field('Beam job server').getAttribute('aria-invalid')).toBe('true');
  expect(node.querySelector('[role="status"]')!.textContent).toBe('Not used: see above.');
});

it('looks without using, and shows the arguments', async () => {
  const asked = show();
  fill('Runner', 'flink');
  await press('Check');
  expect(asked).toEqual([['check', FLINK]]);
  expect(node.querySelector('pre')!.textContent).toBe('--runner=PortableRunner');
});

it('asks for workers only where there are some, and sends no field that is not asked for', async () => {
  const asked = show();
  fill('Runner', 'direct');
  expect(node.textContent).not.toContain('How many');
  fill('Workers are', 'multi_processing');
  fill('How many', '3');
  fill('Workers are', 'in_memory');
  await press('Check');
  expect(asked).toEqual([['check', { runner: 'direct', options: { mode: 'in_memory' } }]]);
});

it('takes a choice where no kernel can look at it, and says so', async () => {
  const asked = show({ check: null });
  fill('Runner', 'prism');
  await press('Use');
  const prism: BeamChoice = { runner: 'prism', options: {} };
  expect(asked).toEqual([
    ['check', prism],
    ['keep', prism],
    ['choose', null, prism]
  ]);
  expect(node.textContent).toContain('It is checked before a component runs.');
});

it('lists what is chosen, and takes a choice back', async () => {
  const asked = show({
    choices: { notebook: { runner: 'direct', options: {} }, components: { StatisticsGen: FLINK } },
    subject: 'StatisticsGen'
  });
  const rows = [...node.querySelectorAll('.jp-TfxBeam-chosen li')].map(row => row.textContent);
  expect(rows).toEqual([
    'all components Direct, in the kernel’s memory',
    'StatisticsGen Flink at kept:1'
  ]);
  fill('Runner', '');
  await press('Use');
  expect(asked).toEqual([['choose', 'StatisticsGen', null]]);
});
