/** The view on evaluations of real pipelines: the table of slices, and the verdict. */
import { create } from '@bufbuild/protobuf';
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import type { Root } from 'react-dom/client';

import { useStage } from '../../__tests__/stage';

import { EvalConfigSchema } from '../../../proto/generated/eval_config_pb';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import type { IArtifactHost, ViewSize } from '../../artifact-view';
import { decodeEvaluation } from '../decode';
import type { IEvaluation } from '../evaluation';
import { EvaluationView } from '../view';
import { NOWHERE as host } from '../../nowhere';

const trans = nullTranslator.load('jupyterlab_tfx');
const { signal } = new AbortController();
const fixtures = readFixtures().filter(({ type }) => type === 'ModelEvaluation');

let root: Root;
let node: HTMLElement;

useStage(stage => ({ root, node } = stage), { row: 27 });

async function show(
  names: readonly string[],
  place: Partial<IArtifactHost> = {},
  size: ViewSize = 'full',
  change: (data: IEvaluation) => IEvaluation = data => data
): Promise<void> {
  const items = await Promise.all(
    names.map(async name => {
      const source = new FixtureSource(fixtures.find(each => each.name === name)!);
      return { label: name, source, data: change(await decodeEvaluation(source, signal)) };
    })
  );
  await React.act(async () => {
    root.render(<EvaluationView {...{ items, size, trans }} host={{ ...host, ...place }} />);
  });
}

const clean = (element: Element | null | undefined) => element?.textContent ?? '';
const rows = (table: string) =>
  [...node.querySelectorAll(`[aria-label="${table}"] .jp-TfxTable-row`)].map(row =>
    [...row.querySelectorAll('[role=rowheader], [role=gridcell]')].map(clean)
  );
const button = (text: string) =>
  [...node.querySelectorAll('button')].find(each => clean(each) === text);

async function press(element: Element | null | undefined): Promise<void> {
  await React.act(async () => (element as HTMLElement).click());
}

async function type(input: Element | null, value: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
  await React.act(async () => {
    set?.call(input, value);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('slices', () => {
  it('are all there, all examples first', async () => {
    await show(['penguins']);
    const table = rows('Slices');
    expect(table).toHaveLength(13);
    expect(table[0]).toEqual(['★All examples', '106', '0.01319', '0.9906']);
    expect(table.map(([name]) => name)).toContain('☆sex = female, species = Gentoo');
    // All examples are a line across them.
    expect(node.querySelectorAll('.jp-TfxChart-measure')).toHaveLength(12);
  });

  it('are found, left out where they are small, and sorted', async () => {
    await show(['penguins']);
    await type(node.querySelector('input[type=search]'), 'female');
    // What is pinned stays.
    expect(rows('Slices').map(([name]) => name.slice(1))).toEqual([
      'All examples',
      ...['Adelie', 'Gentoo', 'Chinstrap'].map(each => `sex = female, species = ${each}`)
    ]);
    await type(node.querySelector('input[type=number]'), '21');
    expect(rows('Slices').map(([, examples]) => examples)).toEqual(['106', '22']);
    await type(node.querySelector('input[type=search]'), '');
    await press(button('example_count'));
    expect(rows('Slices').map(([, examples]) => Number(examples))).toEqual([
      ...[106, 57, 43, 43, 31, 23, 22]
    ]);
  });

  it('have the columns that are chosen, in that order', async () => {
    await show(['flights']);
    const headers = () =>
      [...node.querySelectorAll('[role=columnheader]')].map(each => clean(each).trim());
    expect(headers()).toHaveLength(10);
    await press(button('None'));
    const choices = [...node.querySelectorAll('.jp-TfxEvaluation-chooser li')];
    await press(choices.find(each => clean(each) === 'auc (candidate)')?.querySelector('input'));
    expect(headers()).toEqual(['Slice', 'auc (candidate)']);
  });
});

describe('validation', () => {
  it('says why the model does not pass, and what would have to be', async () => {
    const insertCell = jest.fn();
    await show(['flights'], { insertCell });
    await press(button('Validation'));
    expect(clean(node.querySelector('.jp-TfxVerdict'))).toBe(
      'The model does not pass: 4 of 8 checks fail.'
    );
    expect(rows('Checks')[0]).toEqual([
      ...['origin = LGA', 'Fails by 0.5162', 'auc (candidate)', '0.3838', 'at least 0.9'],
      '-0.006432'
    ]);
    await type(node.querySelector('input[aria-label="AUC: at least 0.9"]'), '0.3');
    expect(clean(node.querySelector('.jp-TfxVerdict'))).toBe(
      'With these bounds the model would pass: all 8 checks pass.'
    );
    await press(button('Insert as a cell'));
    expect(insertCell.mock.calls[0][0]).toMatch(/value: 0\.3/);
    await press(button('Back to the bounds of the Evaluator'));
    expect(clean(node.querySelector('.jp-TfxVerdict'))).toContain('does not pass');
  });

  it('says what was passed over, and what is missing', async () => {
    await show(['classes'], {}, 'compact', data => ({
      ...data,
      validation: data.validation && { ...data.validation, rubberStamp: true }
    }));
    await press(button('Validation'));
    const notes = [...node.querySelectorAll('.jp-TfxArtifact-note')].map(clean);
    expect(notes[0]).toMatch(/^Rubber stamp: there was no baseline yet/);
    expect(notes[1]).toMatch(/^Missing: no slice of “sex = none” was found/);
  });

  it('says that nothing was demanded', async () => {
    await show(['penguins'], {}, 'full', data => ({
      ...data,
      run: data.run && { ...data.run, config: create(EvalConfigSchema) }
    }));
    await press(button('Validation'));
    expect(clean(node.querySelector('.jp-TfxVerdict'))).toMatch(/^Nothing was demanded/);
  });

  it('says that a model passes', async () => {
    await show(['penguins']);
    await press(button('Validation'));
    expect(clean(node.querySelector('.jp-TfxVerdict'))).toBe(
      'The model passes: all 4 checks pass.'
    );
    expect(node.querySelector('.jp-TfxVerdict')?.getAttribute('data-tfx-outcome')).toBe('good');
  });
});

describe('pages', () => {
  it.each(fixtures.map(({ name }) => name))('all show something, and no fault: %s', async name => {
    await show([name]);
    const pages = [...node.querySelectorAll('.jp-TfxEvaluation-tabs [aria-pressed]')].map(clean);
    expect(pages.slice(0, 3)).toEqual(['Slices', 'Validation', 'Plots']);
    for (const page of pages) {
      await press(button(page));
      // Plots are read when they are asked for.
      await React.act(() => new Promise(resume => setTimeout(resume, 20)));
      expect(node.querySelector('[role=alert], [aria-busy=true]')).toBeNull();
      const kinds = [...node.querySelectorAll('.jp-TfxEvaluation-kinds button')].map(clean);
      for (const kind of kinds) {
        await press(button(kind));
        expect(clean(node.querySelector('.jp-TfxEvaluation-plot'))).toMatch(/\d/);
      }
    }
  });

  it('of plots say an area in words, and read points by the keys', async () => {
    await show(['two-classes']);
    await press(button('Plots'));
    await React.act(() => new Promise(resume => setTimeout(resume, 20)));
    expect(clean(node.querySelector('.jp-TfxEvaluation-legend'))).toBe(
      'All examples: area below the curve 0.9409'
    );
    const chart = node.querySelector('.jp-TfxChart-curves');
    await React.act(async () =>
      chart?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
    );
    expect(clean(node.querySelector('.jp-TfxEvaluation-told'))).toMatch(
      /^All examples: threshold 1, false positive rate 0, true positive rate \(recall\) 0$/
    );
    await press(button('Table'));
    expect(rows('Points')).toHaveLength(52);
  });

  it('of fairness say how far each slice is from the one that it is compared with', async () => {
    await show(['two-classes']);
    await press(button('Fairness'));
    await React.act(() => new Promise(resume => setTimeout(resume, 20)));
    const [torgersen, small] = rows('Rates by slice');
    expect(torgersen.slice(0, 3)).toEqual(['island = Torgersen', '63', '0.03604▾ −0.08518']);
    expect(small[0]).toBe('island = Torgersen, sex = maleonly 22 examples');
  });

  it('of comparison and time hold evaluations against each other', async () => {
    await show(['penguins', 'not-blessed']);
    await press(button('Compare'));
    expect(clean(node.querySelector('.jp-TfxArtifact-note'))).toMatch(/of 13 slices got worse/);
    expect(rows('Comparison')).toHaveLength(13);
    await press(button('Over time'));
    expect(node.querySelectorAll('[aria-label="By run"] tbody tr')).toHaveLength(2);
  });

  it('lead to all evaluations of the pipeline', async () => {
    const open = jest.fn();
    const address = (id: number) => ({ uri: `/${id}`, type: 'ModelEvaluation', name: '', id });
    await show(['penguins'], { open, find: async () => [address(2), address(1)] });
    await press(button('Over 2 runs'));
    expect(open).toHaveBeenCalledWith([address(1), address(2)]);
  });
});
