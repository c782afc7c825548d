/** The view on anomalies of real pipelines: verdicts, what is listed, and what accepting would change. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import type { IFixture } from '../../__tests__/fixture';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { FolderSource, filesIn } from '../../__tests__/folder-source';
import type { IArtifactSource } from '../../artifact-source';
import type { ViewSize } from '../../artifact-view';
import type { IAnomalies } from '../anomalies';
import { decodeAnomalies } from '../decode';
import { AnomaliesView } from '../view';

const trans = nullTranslator.load('jupyterlab_tfx');
const host = {
  open: null,
  find: null,
  inputs: null,
  source: null,
  validate: null,
  insertCell: null,
  saveText: null,
  openTensorBoard: null
};
const { signal } = new AbortController();

let root: Root;
let node: HTMLElement;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  // There is no layout here; the table must think that it has room.
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (
    this: HTMLElement
  ) {
    return this.classList.contains('jp-TfxTable-row') ? 26 : 5000;
  });
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000);
});

afterAll(() => {
  jest.restoreAllMocks();
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

const fixtures = readFixtures().filter(({ type }) => type === 'ExampleAnomalies');

function fixture(name: string): IArtifactSource {
  const found = fixtures.find((each: IFixture) => each.name === name);
  if (!found) {
    throw new Error(`There is no fixture ${name}.`);
  }
  return new FixtureSource(found);
}

async function show(
  source: IArtifactSource,
  change: (data: IAnomalies) => IAnomalies = data => data,
  size: ViewSize = 'full'
): Promise<void> {
  const data = change(await decodeAnomalies(source, signal));
  await React.act(async () => {
    root.render(<AnomaliesView items={[{ label: '', source, data }]} {...{ size, trans, host }} />);
  });
}

const clean = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
const verdicts = () => [...node.querySelectorAll('.jp-TfxAnomalies-verdicts button')].map(clean);
const rows = (table = 'Anomalies') =>
  [...node.querySelectorAll(`[aria-label="${table}"] .jp-TfxTable-row`)].map(row =>
    [...row.querySelectorAll('[role=rowheader], [role=gridcell]')].map(clean)
  );

async function press(element: Element | null | undefined): Promise<void> {
  await React.act(async () => (element as HTMLElement | undefined)?.click());
}

async function open(feature: string): Promise<void> {
  const names = [...node.querySelectorAll('.jp-TfxTable-row [role=rowheader]')];
  await press(names.find(name => clean(name) === feature));
  expect(clean(node.querySelector('.jp-TfxAnomalies-page h4 bdi'))).toBe(feature);
}

/** What accepting would change. */
async function accept(): Promise<string[]> {
  await press(node.querySelector('.jp-TfxAnomalies-accept button'));
  return [...node.querySelectorAll('.jp-TfxAnomalies-accept li, .jp-TfxAnomalies-accept > p')].map(
    clean
  );
}

describe('AnomaliesView', () => {
  it('says that all is well', async () => {
    await show(fixture('penguins'));
    expect(verdicts()).toEqual(['train: no anomalies · blessed', 'eval: no anomalies · blessed']);
    expect(clean(node.querySelector('.jp-TfxAnomalies-good'))).toContain('No anomalies');
    expect(node.querySelectorAll('[data-tfx-verdict=OK]')).toHaveLength(3);
    expect(node.querySelector('.jp-TfxTable')).toBeNull();
    // Transform's have no splits.
    await show(fixture('post-transform'), undefined, 'compact');
    expect(verdicts()).toEqual(['All data: no anomalies']);
  });

  it.each(['curated', 'old-layout'])('lists what is wrong, by split, in %s', async name => {
    await show(fixture(name));
    expect(verdicts()).toEqual(['train: 6 errors · not blessed', 'eval: 6 errors · not blessed']);
    expect(node.querySelector('.jp-TfxAnomalies-good')).toBeNull();
    expect(rows()).toHaveLength(12);
    expect(rows()[3]).toEqual([
      'species',
      'Error',
      'train',
      'Unexpected string values',
      'Examples contain values missing from the schema: Chinstrap (~20%).'
    ]);
    await press(node.querySelector('[data-tfx-split=eval]'));
    expect(new Set(rows().map(([, , split]) => split))).toEqual(new Set(['eval']));
    await press(node.querySelector('[data-tfx-split=eval]'));
    expect(rows()).toHaveLength(12);
  });

  it('finds by feature, words and reason', async () => {
    await show(fixture('curated'));
    const field = node.querySelector<HTMLInputElement>('input[type=search]');
    for (const [text, names] of [
      ['chinstrap', ['species', 'species']],
      ['SCHEMA_NEW_COLUMN', ['body_mass_g', 'body_mass_g']],
      ['nowhere', []]
    ] as const) {
      await React.act(async () => {
        const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        setter?.call(field, text);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      });
      expect(rows().map(([name]) => name)).toEqual(names);
    }
    expect(node.textContent).toContain('No anomaly is like that.');
  });

  it('shows reasons, the lines of the schema, and what accepting would change', async () => {
    await show(fixture('curated'));
    await open('year');
    expect([...node.querySelectorAll('.jp-TfxAnomalies-reasons code')].map(clean)).toEqual([
      'FEATURE_TYPE_LOW_NUMBER_VALUES',
      'INT_TYPE_SMALL_INT'
    ]);
    expect(clean(node.querySelector('.jp-TfxAnomalies-page pre'))).toContain('name: "year"\n');
    const [before, change] = await accept();
    expect(before).toBe('With this change of the schema the data would pass:');
    expect(change).toMatch(/^± Feature changed: year/);
    expect(change).toMatch(/Domain: .*2007/);
    await open('body_mass_g');
    expect(await accept()).toEqual([expect.stringContaining('Infer the schema again')]);
    await open('The whole dataset');
    expect((await accept())[1]).toMatch(
      /^± Dataset: Number of examples: at least \d+; it was at least 1000\.$/
    );
  });

  it('shows distances of pairs of splits, and whose limits they are', async () => {
    await show(fixture('distribution'));
    expect(verdicts()).toEqual([
      'train_train: 1 error · not blessed',
      'eval_train: 4 errors · not blessed'
    ]);
    const measured = rows('Drift and skew');
    expect(measured).toHaveLength(6);
    expect(measured.find(([name, split]) => name === 'species' && split === 'eval_train')).toEqual([
      'species',
      'eval_train',
      'too far',
      '0.06532',
      '0.001',
      '',
      'the data before (drift)',
      'L-infinity distance'
    ]);
    expect(node.querySelectorAll('.jp-TfxAnomalies-bar [data-tfx-far=true]')).toHaveLength(2);
    await open('species');
    const [, change, note] = await accept();
    expect(change).toContain(
      'L-infinity distance at most 0.066; it was L-infinity distance at most 0.001.'
    );
    expect(note).toContain('DistributionValidator');
  });

  it('tells of data that are missing, of splits that cannot be read, and of warnings', async () => {
    await show(fixture('penguins'), ({ splits }) => ({
      splits: splits.map(split => ({ ...split, dataMissing: split.split === 'eval' })),
      problems: ['Split-odd/SchemaDiff.pb cannot be read.']
    }));
    expect(verdicts()).toEqual(['train: no anomalies · blessed', 'eval: no examples · blessed']);
    expect(node.querySelector('.jp-TfxAnomalies-good')).toBeNull();
    expect(node.textContent).toContain('Split-odd/SchemaDiff.pb cannot be read.');
    await show(fixture('curated'), ({ splits: [first], problems }) => ({
      splits: [
        { ...first, dataset: null, features: [{ ...first.features[0], severity: 'WARNING' }] }
      ],
      problems
    }));
    expect(verdicts()).toEqual(['train: 1 warning · not blessed']);
    expect(rows()[0][1]).toBe('Warning');
  });

  it('shows text as text, and regions of a difference with their signs', async () => {
    const source = new FolderSource('anomalies', 'ExampleAnomalies', filesIn('anomalies'));
    await show(source, ({ splits: [first] }) => ({
      splits: [
        {
          ...first,
          features: [
            {
              ...first.features[0],
              name: '<img src=x>',
              path: ['<img src=x>'],
              shortDescription: '<b>bold</b>',
              description: `\u202e${'x'.repeat(10_000)}`,
              diff: [
                { kind: 'unchanged', left: 0, right: 0, lines: ['a'] },
                { kind: 'changed', left: 1, leftLines: ['b'], right: 1, rightLines: ['c'] },
                { kind: 'removed', start: 2, lines: ['d'] },
                { kind: 'added', start: 2, lines: ['e\n'] },
                { kind: 'hidden', left: 3, right: 3, size: 7 }
              ]
            }
          ]
        }
      ],
      problems: []
    }));
    await open('<img src=x>');
    expect(node.querySelector('img, b')).toBeNull();
    expect([...node.querySelectorAll('[data-tfx-sign]')].map(clean)).toEqual([
      '  a',
      '− b',
      '+ c',
      '− d',
      '+ e',
      '… 7 lines'
    ]);
  });
});
