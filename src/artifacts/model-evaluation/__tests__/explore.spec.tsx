/** Exploring slices: on real predictions, with a stand-in for the worker that answers on the same thread. */
import { readFileSync } from 'node:fs';

import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import type { Root } from 'react-dom/client';

import { useStage } from '../../__tests__/stage';

import { predictionBytes } from '../../../metrics/__tests__/fixture';
import type { ISlicing } from '../../../metrics/slicing';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import type { IArtifactHost } from '../../artifact-view';
import { figure } from '../../format';
import { NOWHERE } from '../../nowhere';
import type { IPredictionProgress, IPredictionSource } from '../../prediction-source';
import { specOfSlice, specOfSlicing } from '../compute-slicing-spec';
import { decodeEvaluation } from '../decode';
import type { IEvaluation } from '../evaluation';
import { EvaluationView } from '../view';

jest.mock('../../../metrics/start-worker', () =>
  jest.requireActual<object>('../../../metrics/__tests__/same-thread')
);

const trans = nullTranslator.load('jupyterlab_tfx');
const fixtures = readFixtures().filter(({ type }) => type === 'ModelEvaluation');

let root: Root;
let node: HTMLElement;

useStage(stage => ({ root, node } = stage), { row: 27 });

/** Shows an evaluation's page. */
async function explore(name: string, predictions: IPredictionSource | null): Promise<IEvaluation> {
  const files = new FixtureSource(fixtures.find(each => each.name === name)!);
  const data = await decodeEvaluation(files, new AbortController().signal);
  const host: IArtifactHost = { ...NOWHERE, predictions: predictions && (() => predictions) };
  React.act(() =>
    root.render(
      <EvaluationView
        items={[{ label: name, source: files, data }]}
        size="full"
        {...{ trans, host }}
      />
    )
  );
  press('Explore slices');
  return data;
}

/** Predictions, and no model. */
function source(own: Pick<IPredictionSource, 'isKept' | 'load'>): IPredictionSource {
  return {
    ...own,
    model: async () => ({ kind: 'kernel', reason: 'There is none.' }),
    ask: async () => []
  };
}

function kept(name: string): IPredictionSource {
  return source({ isKept: async () => true, load: async () => predictionBytes(name) });
}

function press(name: string): void {
  const place = node.querySelector('.jp-TfxExplore') ?? node;
  const button = [...place.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name
  );
  expect(button?.textContent).toBe(name);
  React.act(() => button?.click());
}

function choose(select: Element | null | undefined, value: string): void {
  React.act(() => {
    if (select instanceof HTMLSelectElement) {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

/** Waits for a state of the page. */
async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found) {
      return found;
    }
    await React.act(() => new Promise(done => setTimeout(done, 5)));
  }
}

const texts = (selector: string): readonly string[] =>
  [...node.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
const rows = (): readonly string[] => texts('.jp-TfxTable-row [role=rowheader] bdi');

describe('ExplorePage', () => {
  it('says what is missing where nothing can predict', async () => {
    await explore('two-classes', null);
    expect(node.textContent).toContain('here nothing can make or read them');
  });

  it('slices by features, crossed, filtered and in bins', async () => {
    const { metrics } = await explore('two-classes', kept('two-classes'));
    await until(() => rows().length === 3);
    expect(rows()).toEqual(['All examples', 'sex = female', 'sex = male']);
    const selects = () => node.querySelectorAll('.jp-TfxExplore-builder select');
    choose(selects()[1], 'island');
    await until(() => rows().includes('sex = female, island = Dream'));
    choose(selects()[0], '');
    await until(() => rows().includes('island = Dream') && rows().length === 4);
    // The figures are those that the Evaluator wrote of the same slice.
    const row = [...node.querySelectorAll('.jp-TfxTable-row')].find(each =>
      each.textContent?.includes('island = Dream')
    );
    const written = Array.from({ length: metrics.rowCount }, (_, at) => at).find(
      at => metrics.slice(at).slice.length === 1 && metrics.slice(at).slice[0].value === 'Dream'
    );
    const auc = metrics.columns.findIndex(
      key => key.name === 'auc' && key.model === 'candidate' && key.weighted && !key.diff
    );
    expect(row?.textContent).toContain(figure(metrics.number(written ?? -1, auc)));
    const filter = [...node.querySelectorAll('.jp-TfxExplore-filters select')].at(-1);
    choose(filter, 'species');
    await until(() => rows().length === 4 && node.textContent?.includes('species'));
    choose(selects()[0], 'body_mass_g');
    const handles = await until(() => {
      const found = node.querySelectorAll('[role=slider]');
      return found.length === 3 && found;
    });
    const before = rows()[1];
    React.act(() => {
      handles[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }));
    });
    await until(() => rows()[1] !== before && rows()[1]?.startsWith('body_mass_g < '));
    expect(handles[0].getAttribute('aria-label')).toBe('Edge 1 of body_mass_g');
  });

  it('forgets what is pinned of other slices', async () => {
    await explore('two-classes', kept('two-classes'));
    await until(() => rows().length === 3);
    const pins = (): readonly (string | null)[] =>
      [...node.querySelectorAll('.jp-TfxTable-row button[aria-pressed=true]')].map(each =>
        each.getAttribute('aria-label')
      );
    const male = node.querySelector('[aria-label="Pin sex = male to the top"]');
    React.act(() => {
      male?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    });
    await until(() => rows()[1] === 'sex = male');
    expect(pins()).toEqual(['Unpin All examples', 'Unpin sex = male']);
    choose(node.querySelector('.jp-TfxExplore-builder select'), '');
    await until(() => rows().length === 1);
    expect(pins()).toEqual(['Unpin All examples']);
  });

  it('draws plots, finds slices, and chooses thresholds', async () => {
    await explore('two-classes', kept('two-classes'));
    await until(() => rows().length === 3);
    press('Plots');
    press('Find bad slices');
    await until(() => node.textContent?.includes('false discoveries'));
    press('Thresholds');
    await until(() => texts('.jp-TfxExplore-rules th[scope=row]').length === 4);
    expect(texts('.jp-TfxExplore-rules th[scope=row]')[2]).toContain('equal opportunity');
    press('Metrics');
    await until(() => rows().length === 3);
    // jsdom has none; in Chromium 156 it has a promise.
    const scrollIntoView = jest.fn(() => Promise.resolve());
    Object.assign(Element.prototype, { scrollIntoView });
    press('sex = female');
    await until(() => node.querySelector('.jp-TfxExplore-slice [role=grid]'));
    expect(scrollIntoView).toHaveBeenCalled();
    press('Close');
    expect(node.querySelector('.jp-TfxExplore-slice')).toBeNull();
  });

  it.each([
    ['classes', 'sparse_categorical_accuracy'],
    ['classes', 'auc, micro average'],
    ['labels', 'auc, macro average'],
    ['regression', 'mean_squared_error']
  ])('has the metrics of %s', async (name, metric) => {
    await explore(name, kept(name));
    await until(() => rows().length > 1);
    const names = texts('.jp-TfxEvaluation-chooser li bdi');
    expect(names).toContain(metric);
  });

  it('explores one output of several', async () => {
    await explore('classes', kept('outputs'));
    await until(() => texts('[role=columnheader]').includes('sparse_categorical_accuracy'));
    const outputs = [...node.querySelectorAll('select')].find(({ value }) => value === 'species');
    expect([...(outputs?.options ?? [])].map(({ value }) => value)).toEqual([
      ...['species', 'heavy', 'mass']
    ]);
    choose(outputs, 'mass');
    await until(() => texts('[role=columnheader]').includes('mean_squared_error'));
    choose(outputs, 'heavy');
    await until(() => texts('[role=columnheader]').includes('binary_accuracy'));
    press('Thresholds');
    await until(() => texts('.jp-TfxExplore-rules th[scope=row]').length === 4);
  });

  it('draws the confusion of labels, and curves of a label', async () => {
    await explore('labels', kept('labels'));
    await until(() => rows().length > 1);
    press('Plots');
    await until(() => texts('button').includes('Confusion of labels'));
    const of = [...node.querySelectorAll('select')].find(({ value }) => value === 'all');
    choose(of, '1');
    await until(() => of?.selectedOptions[0].textContent === 'class male');
    press('Confusion of labels');
    await until(() => node.querySelectorAll('.jp-TfxEvaluation-matrices figure').length === 3);
  });

  it('has predictions made, shows how far they are, and stops', async () => {
    let told: (progress: IPredictionProgress) => void = () => {};
    let stopped = false;
    const slow = source({
      isKept: async () => false,
      load: (onProgress, signal) =>
        new Promise((_, fail) => {
          told = onProgress;
          signal.addEventListener('abort', () => {
            stopped = true;
            fail(new DOMException('', 'AbortError'));
          });
        })
    });
    await explore('two-classes', slow);
    await until(() => texts('button').includes('Make Predictions'));
    press('Make Predictions');
    React.act(() => told({ phase: 'predicting', done: 1500, total: 3000 }));
    expect(node.textContent).toContain('The model predicts: 1,500 of 3,000 rows…');
    expect(node.querySelector('progress')?.value).toBe(1500);
    press('Cancel');
    expect(stopped).toBe(true);
    await until(() => texts('button').includes('Make Predictions'));
  });

  it('says why there are no predictions', async () => {
    const load = (): Promise<ArrayBuffer> =>
      Promise.reject(new Error('The model is gone: run the Trainer again.'));
    await explore('two-classes', source({ isKept: async () => true, load }));
    await until(() => node.querySelector('[role=alert]'));
    expect(node.textContent).toContain('The model is gone: run the Trainer again.');
  });
});

describe('SlicingSpec', () => {
  // TFMA takes the same texts in tests/kernel/test_slicing_specs.py.
  const cases = JSON.parse(
    readFileSync('fixtures/predictions/slicing-specs.json', 'utf8')
  ) as readonly { readonly slicing: ISlicing; readonly text: string }[];

  it.each(cases)('$text', ({ slicing, text }) => expect(specOfSlicing(slicing)).toBe(text));

  it('is what an Evaluator takes', () => {
    const value = (feature: string, text: string) => ({ feature, value: text, bin: null });
    expect(specOfSlice([value('carrier', 'UA'), value('hour', '17')])).toBe(
      'slicing_specs { feature_values { key: "carrier" value: "UA" } feature_values { key: "hour" value: "17" } }\n'
    );
    expect(specOfSlicing({ by: [], filters: [] })).toBe('slicing_specs {}\n');
    expect(
      specOfSlice([{ feature: 'it\'s "odd"', value: '< 9', bin: { low: -Infinity, high: 9 } }])
    ).toContain('`it\'s \\"odd\\"` < 9');
  });
});
