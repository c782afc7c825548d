/** The view on anomalies of real pipelines: verdicts, what is listed, and what accepting would change. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import type { Root } from 'react-dom/client';

import { useStage } from '../../__tests__/stage';

import type { IFixture } from '../../__tests__/fixture';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { FolderSource, filesIn } from '../../__tests__/folder-source';
import type { IArtifactSource } from '../../artifact-source';
import type { IArtifactHost, IArtifactInput, ViewSize } from '../../artifact-view';
import type { IAnomalies } from '../anomalies';
import { schemaChanges } from '../../schema/compute-diff';
import { decodeSchema, parseSchema } from '../../schema/decode';
import { plainSchema } from '../../schema/decode-schema';
import { decodeAnomalies } from '../decode';
import { AnomaliesView } from '../view';
import { NOWHERE as host } from '../../nowhere';

const trans = nullTranslator.load('jupyterlab_tfx');
const { signal } = new AbortController();

let root: Root;
let node: HTMLElement;

useStage(stage => ({ root, node } = stage));

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
  size: ViewSize = 'full',
  place: IArtifactHost = host
): Promise<void> {
  const data = change(await decodeAnomalies(source, signal));
  await React.act(async () => {
    root.render(
      <AnomaliesView items={[{ label: '', source, data }]} {...{ size, trans }} host={place} />
    );
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

const address = (input: string, type: string, path: string): IArtifactInput => ({
  ...{ input, type, uri: `/tmp/pipeline/penguins/${path}`, name: '', id: null }
});
const examples = address('examples', 'Examples', 'CsvExampleGen/examples/1');
const statistics = (input: string) =>
  address(input, 'ExampleStatistics', 'StatisticsGen/statistics/2');

/** A place that knows what the run took, and the statistics of the penguins. */
function evidenceHost(...inputs: readonly IArtifactInput[]): IArtifactHost {
  return {
    ...host,
    open: jest.fn(),
    inputs: async uri => (uri.includes('/anomalies/') ? inputs : [examples]),
    source: async () =>
      new FixtureSource(
        readFixtures().find(
          ({ type, name }) => type === 'ExampleStatistics' && name === 'penguins'
        )!
      )
  };
}

const evidence = () => node.querySelector('.jp-TfxAnomalies-evidence');

/** Cells of a table of what a distance comes from. */
const parts = () =>
  [...node.querySelectorAll('.jp-TfxAnomalies-evidence tbody tr')].map(line =>
    [...line.children].map(clean)
  );

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

  it('opens the schema with the change made, and says where it cannot', async () => {
    const schema = address('schema', 'Schema', 'SchemaGen/schema/3');
    const file = new FixtureSource(
      readFixtures().find(({ type, name }) => type === 'Schema' && name === 'curated')!
    );
    const place = { ...evidenceHost(statistics('statistics'), schema), source: async () => file };
    const make = () =>
      press(node.querySelector('.jp-TfxAnomalies-accept .jp-Button.jp-mod-accept'));
    await show(fixture('curated'), undefined, 'full', place);
    await open('species');
    await accept();
    await make();
    const [[opened, opening]] = jest.mocked(place.open!).mock.calls;
    expect(opened).toEqual([schema]);
    expect(opening?.edited?.statistics).toBe(statistics('statistics').uri);
    const [before, after] = [await decodeSchema(file, signal), parseSchema(opening!.edited!.text)];
    expect(schemaChanges(before.schema, plainSchema(after.message), trans)).toEqual([
      expect.objectContaining({
        path: ['species'],
        sentences: [expect.stringContaining('Chinstrap')]
      })
    ]);
    await show(fixture('curated'), undefined, 'full', evidenceHost(statistics('statistics')));
    await open('year');
    await accept();
    await make();
    expect(clean(node.querySelector('.jp-TfxAnomalies-accept [role=alert]'))).toContain(
      'It is not known which schema this is.'
    );
    await show(fixture('curated'));
    await open('species');
    expect((await accept()).at(-1)).toContain('Nothing is changed here.');
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

  it('shows the values, and rows that show it', async () => {
    const place = evidenceHost(statistics('statistics'));
    await show(fixture('curated'), undefined, 'full', place);
    await press(node.querySelector('[data-tfx-split=train]'));
    await open('species');
    expect(evidence()?.querySelectorAll('svg')).toHaveLength(1);
    const links = (): Element[] => [...node.querySelectorAll('.jp-TfxAnomalies-rows button')];
    expect(links().map(clean)).toEqual(['Chinstrap']);
    await press(links()[0]);
    expect(place.open).toHaveBeenCalledWith([expect.objectContaining({ uri: examples.uri })], {
      rows: { split: 'train', filter: 'species=Chinstrap' }
    });
    await open('bill_length_mm');
    expect(links().map(clean)).toEqual(['below 35', 'above 55']);
    // No row has it.
    await open('tag');
    expect(links()).toEqual([]);
    expect(evidence()?.querySelector('svg')).toBeNull();
  });

  it('shows both distributions, and that parts of the distance are what TFDV measured', async () => {
    const place = evidenceHost(statistics('statistics'), statistics('baseline_statistics'));
    await show(fixture('distribution'), undefined, 'full', place);
    await press(node.querySelector('[data-tfx-split=eval_train]'));
    await open('species');
    expect([...node.querySelectorAll('figcaption bdi')].map(clean)).toEqual([
      'eval · validated',
      'train · the data before'
    ]);
    expect(parts()[0]).toEqual(['Gentoo', expect.any(String), expect.any(String), '0.06532']);
    expect(evidence()?.textContent).toContain('measured 0.06532, allowed 0.001.');
    await open('bill_length_mm');
    expect(evidence()?.textContent).toContain('measured 0.03978, allowed 0.005.');
    expect(evidence()?.textContent).toContain('that is 0.03978.');
    expect(parts()).toHaveLength(8);
  });

  it('says what is not known: the other data, the statistics, an artifact that is gone', async () => {
    await show(fixture('curated'), undefined, 'full', evidenceHost());
    await open('species');
    expect(evidence()?.textContent).toContain('says which statistics were validated');
    const source = async (): Promise<IArtifactSource> => {
      throw new Error('There is no folder <b>here</b>.');
    };
    const gone = { ...evidenceHost(statistics('statistics')), source };
    await show(fixture('curated'), undefined, 'full', gone);
    await open('species');
    expect(evidence()?.textContent).toBe('There is no folder <b>here</b>.');
    await show(fixture('curated'));
    await open('species');
    expect(evidence()).toBeNull();
    await show(fixture('distribution'), undefined, 'full', evidenceHost(statistics('statistics')));
    await press(node.querySelector('[data-tfx-split=eval_train]'));
    await open('species');
    expect(evidence()?.textContent).toContain('The other dataset is not known');
  });
});
