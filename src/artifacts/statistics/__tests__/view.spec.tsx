/** The view on statistics of real pipelines: what is listed, drawn, and said. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import type { Root } from 'react-dom/client';

import { useStage } from '../../__tests__/stage';

import { FolderSource } from '../../__tests__/folder-source';
import type { IArtifactAddress, IArtifactHost } from '../../artifact-view';
import { decodeStatistics } from '../decode';
import { StatisticsView } from '../view';
import { NOWHERE as host } from '../../nowhere';

const trans = nullTranslator.load('jupyterlab_tfx');
const { signal } = new AbortController();

/** Rows that a page of this height has room for. */
const HEIGHT = 5000;

let root: Root;
let node: HTMLElement;

useStage(stage => ({ root, node } = stage), { row: 60, height: HEIGHT });

async function show(...folders: readonly string[]): Promise<void> {
  await showIn(host, folders);
}

async function showIn(place: IArtifactHost, folders: readonly string[]): Promise<void> {
  const items = await Promise.all(
    folders.map(async (folder, index) => {
      const source = new FolderSource(folder, 'ExampleStatistics');
      return { label: `run ${index}`, source, data: await decodeStatistics(source, signal) };
    })
  );
  await React.act(async () => {
    root.render(<StatisticsView items={items} size="full" trans={trans} host={place} />);
  });
}

const names = (): string[] =>
  [...node.querySelectorAll('.jp-TfxTable-row .jp-TfxStatistics-path')].map(
    each => each.textContent ?? ''
  );
const row = (name: string): Element | undefined =>
  [...node.querySelectorAll('.jp-TfxTable-row')].find(
    each => each.querySelector('.jp-TfxStatistics-path')?.textContent === name
  );
const text = (selector: string): string => node.querySelector(selector)?.textContent ?? '';

async function choose(label: string, value: string): Promise<void> {
  const select = [...node.querySelectorAll('label')]
    .find(each => each.textContent?.startsWith(label))
    ?.querySelector('select');
  await React.act(async () => change(select, value));
}

async function type(value: string): Promise<void> {
  await React.act(async () =>
    change(node.querySelector<HTMLInputElement>('input[type=search]'), value)
  );
}

/** As a person does: React hears of a value only where it was set past it. */
function change(
  element: HTMLInputElement | HTMLSelectElement | null | undefined,
  value: string
): void {
  const prototype: unknown = element && Object.getPrototypeOf(element);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element?.dispatchEvent(
    new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true })
  );
}

async function check(label: string): Promise<void> {
  const box = [...node.querySelectorAll('label')].find(each => each.textContent === label);
  await React.act(async () => box?.querySelector('input')?.click());
}

async function press(element: Element | null | undefined): Promise<void> {
  await React.act(async () =>
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  );
}

describe('the table', () => {
  it('has a row for each feature, with a chart and the figures of each split', async () => {
    await show('statistics');
    expect(names()).toHaveLength(9);
    const cells = row('bill_length_mm')?.querySelectorAll('.jp-TfxStatistics-figures tbody tr');
    expect([...(cells ?? [])].map(each => each.children[3].textContent)).toEqual([
      '70.25',
      '43.77'
    ]);
    expect(row('bill_length_mm')?.querySelectorAll('.jp-TfxChart-series')).toHaveLength(2);
    expect(text('.jp-TfxStatistics-legend')).toContain('train115 examples');
  });

  it('says of a file that is empty that there is no feature, and of a filter that none matches', async () => {
    const empty = new Map([['Split-train/FeatureStats.pb', new Uint8Array(0)]]);
    const source = new FolderSource('empty', 'ExampleStatistics', empty);
    const items = [{ label: '', source, data: await decodeStatistics(source, signal) }];
    await React.act(async () => {
      root.render(<StatisticsView items={items} size="full" trans={trans} host={host} />);
    });
    expect(text('.jp-TfxTable')).toContain('These statistics have no feature.');
    await show('statistics');
    await type('nothing like it');
    expect(text('.jp-TfxTable')).toContain('No feature matches.');
  });

  it.each([
    ['quantiles', 'jp-TfxChart-quantiles'],
    ['cumulative', 'jp-TfxChart-cumulative'],
    ['lengths', 'jp-TfxChart-quantiles'],
    ['missing', 'jp-TfxChart-shares']
  ])('draws %s', async (kind, name) => {
    await show('statistics');
    expect(row('bill_length_mm')?.querySelector('.jp-TfxChart-histogram')).not.toBeNull();
    await choose('Chart', kind);
    expect(row('bill_length_mm')?.querySelector('.jp-TfxChart')?.classList).toContain(name);
  });

  it('sorts in slices, and keeps the order until then', async () => {
    await show('statistics');
    const before = names();
    // A slice ends after each row.
    let now = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    await choose('Sort by', 'missing');
    expect(text('.jp-TfxStatistics-status')).toBe('Sorting…');
    expect(names()).toEqual(before);
    while (text('.jp-TfxStatistics-status') === 'Sorting…') {
      await React.act(() => new Promise(done => setTimeout(done)));
    }
    clock.mockRestore();
    expect(names()).not.toEqual(before);
    expect([...names()].sort()).toEqual([...before].sort());
  });

  it('filters by name, type and what is odd, and says how many are left', async () => {
    await show('statistics-rich');
    await type('^pets');
    expect(names()).toEqual(['pets', 'pets.legs', 'pets.name']);
    expect(text('.jp-TfxStatistics-status')).toBe('3 of 17 features');
    await choose('Type', 'numeric');
    expect(names()).toEqual(['pets.legs']);
    await type('(');
    expect(text('.jp-TfxStatistics-status')).toContain('Invalid regular expression');
    await type('');
    await choose('Type', 'all');
    await check('flagged');
    expect(names()).toContain('score');
    expect(names()).not.toContain('picture');
  });

  it('sorts, and says by what', async () => {
    await show('statistics');
    const before = names();
    await choose('Sort by', 'distance');
    expect(names()).not.toEqual(before);
    expect(text('.jp-TfxTable-row .jp-TfxStatistics-name small')).toMatch(/distance 0\.\d+/);
    await choose('Sort by', 'name');
    expect(names()).toEqual([...before].sort());
  });

  it('shows weighted figures where there are some', async () => {
    await show('statistics-rich');
    const mean = (): string | undefined =>
      row('score')?.querySelectorAll('tbody td')[3].textContent ?? undefined;
    const before = mean();
    await check('weighted');
    expect(mean()).not.toBe(before);
  });

  it('hides a dataset, and compares artifacts by split', async () => {
    await show('statistics', 'statistics');
    const labels = [...node.querySelectorAll('.jp-TfxStatistics-legend bdi')].map(
      each => each.textContent
    );
    expect(labels).toEqual(['run 0 · eval', 'run 0 · train', 'run 1 · eval', 'run 1 · train']);
    await press(node.querySelector('.jp-TfxStatistics-legend input'));
    expect(row('island')?.querySelectorAll('.jp-TfxStatistics-figures tbody tr')).toHaveLength(3);
  });
});

describe('a page', () => {
  it('has everything about a feature, and leads on', async () => {
    await show('statistics-rich');
    await press(row('review'));
    const page = '.jp-TfxStatistics-page';
    expect(text(`${page} h4`)).toContain('review');
    expect(text(page)).toContain('nl_statistics');
    expect(text(page)).toContain('100% of the tokens are in the vocabulary');
    await press([...node.querySelectorAll(`${page} header button`)].at(-1));
    expect(text(`${page} h4`)).not.toContain('review');
    await press(node.querySelector(`${page} header button`));
    expect(node.querySelector(page)).toBeNull();
  });

  it('shows nesting, correlation and lift', async () => {
    await show('statistics-rich');
    await press(row('matrix'));
    expect(text('.jp-TfxStatistics-page')).toContain('Levels of nesting');
    await press(node.querySelector('.jp-TfxStatistics-page header button'));
    await press(row('score'));
    expect(text('.jp-TfxStatistics-page')).toContain('Correlation with others');
  });

  it('leads to the schema and the anomalies of the pipeline', async () => {
    const find = async (type: string): Promise<readonly IArtifactAddress[]> =>
      type === 'Schema' ? [{ uri: '/schema/2', type, name: '', id: 2 }] : [];
    const open = jest.fn();
    await showIn({ ...host, find, open }, ['statistics']);
    await press(row('island'));
    const links = [...node.querySelectorAll('.jp-TfxStatistics-page .jp-TfxArtifact-link')];
    expect(links.map(each => each.textContent)).toEqual(['the schema']);
    await press(links[0]);
    expect(open).toHaveBeenCalledWith([expect.objectContaining({ uri: '/schema/2' })]);
  });

  it('leads from a value to the rows that have it', async () => {
    const examples = { uri: '/examples/1', type: 'Examples', name: '', id: 1 };
    const inputs = async () => [{ ...examples, input: 'examples' }];
    const open = jest.fn();
    await showIn({ ...host, inputs, open }, ['statistics']);
    await press(row('island'));
    const values = [...node.querySelectorAll('.jp-TfxStatistics-rows button')];
    await press(values.find(each => each.textContent === 'Biscoe'));
    expect(open).toHaveBeenCalledWith([expect.objectContaining(examples)], {
      rows: { split: 'eval', filter: 'island=Biscoe' }
    });
  });

  it('says that the rows are not to be found where no pipeline tells', async () => {
    await showIn({ ...host, open: jest.fn() }, ['statistics']);
    await press(row('island'));
    expect(text('.jp-TfxStatistics-page')).toContain('The rows are not to be found');
    expect(node.querySelector('.jp-TfxStatistics-rows')).toBeNull();
  });

  it('shows correlations as a matrix', async () => {
    await show('statistics-rich');
    await press(node.querySelector('.jp-TfxStatistics-tab'));
    expect(node.querySelectorAll('.jp-TfxChart-cell')).toHaveLength(4);
  });
});
