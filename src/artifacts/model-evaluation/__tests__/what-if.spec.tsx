/** What-if on the penguin model of the fixtures, with a stand-in for the worker that answers on the same thread. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import type { Root } from 'react-dom/client';

import { useStage } from '../../__tests__/stage';

import { opening } from '../../../what-if/__tests__/fixture';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { NOWHERE } from '../../nowhere';
import type { BrowserModel, IPredictionSource, RawFeatures } from '../../prediction-source';
import { decodeEvaluation } from '../decode';
import { EvaluationView } from '../view';

jest.mock('../../../what-if/start-worker', () =>
  jest.requireActual<object>('../../../what-if/__tests__/same-thread')
);

const trans = nullTranslator.load('jupyterlab_tfx');
const penguins = readFixtures().find(
  ({ type, name }) => type === 'ModelEvaluation' && name === 'penguins'
)!;
const { predictions, model } = opening();
const causes = opening('causes');

let root: Root;
let node: HTMLElement;

useStage(stage => ({ root, node } = stage));

/** Predictions that are kept; a kernel that says the same of each row, and what it was asked about. */
function kept(
  found: BrowserModel,
  bytes = predictions
): { source: IPredictionSource; asked: RawFeatures[][]; outputs: string[] } {
  const asked: RawFeatures[][] = [];
  const outputs: string[] = [];
  const source: IPredictionSource = {
    isKept: async () => true,
    load: async () => bytes,
    model: async () => found,
    ask: async (rows, output) => {
      asked.push([...rows]);
      outputs.push(output);
      return rows.map(({ sex }) => (sex === 'male' ? [0.1, 0.9, 0] : [0.7, 0.2, 0.1]));
    }
  };
  return { source, asked, outputs };
}

/** Shows the page. */
async function show(source: IPredictionSource | null): Promise<void> {
  const files = new FixtureSource(penguins);
  const data = await decodeEvaluation(files, new AbortController().signal);
  const host = { ...NOWHERE, predictions: source && (() => source) };
  const items = [{ label: 'penguins', source: files, data }];
  React.act(() => root.render(<EvaluationView size="full" {...{ items, trans, host }} />));
  press('What-if');
}

function press(name: string): void {
  const button = [...node.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name
  );
  expect(button?.textContent).toBe(name);
  React.act(() => button?.click());
}

function change(control: Element | null, value: string): void {
  const prototype =
    control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  React.act(() => {
    // As a person does it: React hears of its own setter nothing.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
    const kind = control instanceof HTMLSelectElement ? 'change' : 'input';
    control?.dispatchEvent(new Event(kind, { bubbles: true }));
  });
}

async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found) {
      return found;
    }
    await React.act(() => new Promise(done => setTimeout(done, 5)));
  }
}

const outcome = (): string =>
  node.querySelector('.jp-TfxWhatIf-outcome [role=status]')?.textContent ?? '';
const control = (name: string): Element | null => node.querySelector(`[aria-label="${name}"]`);
const runs = (): string => node.querySelector('.jp-TfxWhatIf-runs')?.textContent ?? '';

describe('WhatIfPage', () => {
  it('says what is missing where nothing can predict', async () => {
    await show(null);
    expect(node.textContent).toContain('here nothing can make or read them');
  });

  it('follows changes, takes them back, and takes those of the nearest row', async () => {
    await show(kept({ kind: 'files', ...model }).source);
    await until(() => outcome() !== '');
    expect(runs()).toContain('The model runs in the browser, on the processor');
    expect(runs()).toContain('Passed over: wasm: not in this test');
    expect(outcome()).toBe('Adelie as in the data · the label is Adelie');

    change(control('bill_length_mm'), '59');
    change(control('flipper_length_mm as a number'), '230');
    change(control('bill_depth_mm'), '13.5');
    await until(() => outcome().startsWith('Gentoo'));
    expect(outcome()).toBe('Gentoo instead of Adelie · the label is Adelie');
    press('Undo Changes');
    await until(() => outcome().startsWith('Adelie'));

    press('Nearest with Another Outcome');
    const buttons = () => [...node.querySelectorAll('td:last-child .jp-TfxArtifact-link')];
    await until(() => buttons().length > 0);
    for (let [next] = buttons(); next; [next] = buttons()) {
      React.act(() => {
        next.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      });
    }
    await until(() => outcome().includes('instead of Adelie'));

    change(control('island'), '1');
    React.act(() => {
      control('body_mass_g is missing')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    change(node.querySelector('.jp-TfxWhatIf-dependence select'), '4');
    await until(() => control('By value of island')?.querySelectorAll('tbody tr').length === 3);
    await until(() => node.textContent?.includes('the mean is over all 106 rows'));
  });

  it('searches for the nearest row of a class', async () => {
    await show(kept({ kind: 'files', ...model }).source);
    await until(() => outcome() !== '');
    const classes = control('Outcome of the nearest row');
    const options = [...(classes?.querySelectorAll('option') ?? [])];
    expect(options.map(({ textContent }) => textContent)).toEqual([
      ...['any other', 'Gentoo', 'Chinstrap']
    ]);
    change(classes, options[1].value);
    press('Nearest with Another Outcome');
    // What the model says of it: the last column of the predictions.
    const said = () => [...node.querySelectorAll('.jp-TfxWhatIf-outcome tbody td:nth-child(4)')];
    await until(() => said().length > 0);
    const scores = said().map(({ textContent }) => Number(textContent));
    expect(scores.indexOf(Math.max(...scores))).toBe(1);
  });

  it('goes over to another output, with the same row and the same changes', async () => {
    await show(kept({ kind: 'files', ...causes.model }, causes.predictions).source);
    await until(() => outcome() !== '');
    const output = node.querySelector('.jp-TfxWhatIf .jp-TfxEvaluation-bar select');
    expect([...(output?.querySelectorAll('option') ?? [])].map(each => each.textContent)).toEqual([
      ...['cause', 'late']
    ]);
    const row = node.querySelector('input[max="48"]');
    change(row, '2');
    await until(() => control('hour')?.closest('tr')?.textContent?.includes('6'));
    change(control('hour'), '21');
    await until(() => node.querySelector('.jp-mod-changed'));
    change(output, 'late');
    await until(() => outcome().startsWith('positive'));
    expect(outcome()).toBe('positive instead of negative · the label is negative');
    expect(row).toMatchObject({ value: '2' });
    expect(control('hour as a number')).toMatchObject({ value: '21' });
    expect(control('Outcome of the nearest row')).toBeNull();
    change(output, 'cause');
    await until(() => outcome().includes('the label is 1'));
  });

  it('asks the kernel for the output that is looked at', async () => {
    const reason = 'TensorFlow.js lacks BesselI0e.';
    const { source, outputs } = kept({ kind: 'kernel', reason }, causes.predictions);
    await show(source);
    await until(() => outputs.includes('cause'));
    change(node.querySelector('.jp-TfxWhatIf .jp-TfxEvaluation-bar select'), 'late');
    await until(() => outputs.includes('late'));
    expect(runs()).toBe(`The kernel predicts. ${reason}`);
  });

  it('asks the kernel where the browser cannot run the model, and says why', async () => {
    const { source, asked } = kept({ kind: 'kernel', reason: 'TensorFlow.js lacks BesselI0e.' });
    await show(source);
    await until(() => outcome() !== '');
    expect(runs()).toBe('The kernel predicts. TensorFlow.js lacks BesselI0e.');
    const sex = control('sex');
    const options = [...(sex?.querySelectorAll('option') ?? [])].map(
      ({ textContent }) => textContent
    );
    change(sex, String(options.indexOf('male')));
    await until(() => outcome().startsWith('Gentoo'));
    expect(asked.at(-1)?.some(row => row.sex === 'male' && row.island === 'Torgersen')).toBe(true);
    await until(
      () => node.textContent?.includes('of 106 rows') || node.textContent?.includes('all 106 rows')
    );
  });

  it('shows what the kernel says where it cannot be asked', async () => {
    const { source } = kept({ kind: 'kernel', reason: 'It cannot.' });
    const ask = async (): Promise<never> => {
      throw new Error('The kernel is gone. Start it again, and try again.');
    };
    await show({ ...source, ask });
    await until(() => node.querySelector('[role=alert]'));
    expect(node.querySelector('[role=alert]')?.textContent).toContain('The kernel is gone.');
  });
});
