/** The view of a transform graph: what goes with what, beside it distributions and a row, with any names. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import type { IArtifactAddress, IArtifactHost } from '../../artifact-view';
import { decodeTransformGraph } from '../decode';
import { NO_DISTRIBUTIONS } from '../decode-distributions';
import type { ILineage } from '../lineage';
import { Mapping } from '../mapping';
import { TransformGraphView } from '../view';
import { NOWHERE as nowhere } from '../../nowhere';

const trans = nullTranslator.load('jupyterlab_tfx');
const never = new AbortController().signal;
const fixtures = readFixtures();
const examples = '/tmp/pipeline/penguins/CsvExampleGen/examples/1';
/** A place that has the other artifacts of the penguins' run. */
const host: IArtifactHost = {
  ...nowhere,
  inputs: async () => [{ uri: examples, type: 'Examples', name: '', id: 1, input: 'examples' }],
  source: async ({ uri }: IArtifactAddress) => {
    const found = fixtures.filter(each => each.document.uri === uri);
    if (found.length === 0) {
      throw new Error(`${uri} is not there.`);
    }
    return new FixtureSource(found.at(-1)!);
  }
};

let element: HTMLElement;
let root: Root;
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  element = document.createElement('div');
  document.body.append(element);
  root = createRoot(element);
});
afterEach(async () => {
  await act(async () => root.unmount());
  element.remove();
});

async function show(name: string, place: IArtifactHost, size: 'compact' | 'full' = 'full') {
  const fixture = fixtures.find(each => each.type === 'TransformGraph' && each.name === name);
  const source = new FixtureSource(fixture!);
  const data = await decodeTransformGraph(source, never);
  const items = [{ label: 'one', source, data }];
  await act(async () =>
    root.render(<TransformGraphView {...{ items, size, trans }} host={place} />)
  );
  for (let round = 0; round < 200 && element.querySelector('[aria-busy="true"]'); round++) {
    await act(async () => new Promise(done => setTimeout(done, 10)));
  }
}

function rows(): readonly string[] {
  return [...element.querySelectorAll('.jp-TfxTransform-mapping tbody tr')].map(row =>
    [...row.children].map(cell => cell.textContent).join(' | ')
  );
}

const button = (name: string): HTMLButtonElement =>
  [...element.querySelectorAll<HTMLButtonElement>('.jp-TfxTransform-name')].find(
    each => each.textContent === name
  )!;
const status = (): string =>
  (element.querySelector('.jp-TfxTransform-chosen')?.textContent ?? '').replaceAll(
    /[\u2068\u2069]/g,
    ''
  );

it('shows what features are made from, their distributions, and a row', async () => {
  await show('penguins', host);
  expect(rows()).toHaveLength(7);
  expect(rows()[0].replaceAll(/\s+/g, ' ')).toBe(
    'bill_depth_mm | scale_to_z_score → SparseToDense | bill_depth_mm_xf'
  );
  expect(rows()[5]).toMatch(/vocabulary sex/);
  const charts = [...element.querySelectorAll('.jp-TfxTransform-mapping svg')];
  expect(charts.map(chart => chart.getAttribute('aria-label'))).toContain(
    'sex_xf after: distribution of its values'
  );
  expect(charts).toHaveLength(14);
  const sample = element.querySelector('.jp-TfxTransform-sample');
  expect(sample?.getAttribute('aria-label')).toBe('Row 1 of 238, split train');
  expect(sample?.textContent).toMatch(/islandTorgersen.*island_xf2/);
  const next = [...element.querySelectorAll('button, jp-button')].find(
    each => each.textContent === 'Next'
  ) as HTMLElement;
  await act(async () => next.click());
  expect(element.querySelector('.jp-TfxTransform-sample')?.textContent).toMatch(/body_mass_g3800/);
});

it('marks what goes with a chosen feature, and says it', async () => {
  await show('penguins', host);
  await act(async () => button('sex').click());
  expect(status()).toBe('sex goes into sex_xf.');
  expect(button('sex').getAttribute('aria-pressed')).toBe('true');
  expect(element.querySelectorAll('.jp-mod-other')).toHaveLength(6);
  await act(async () => button('island_xf').click());
  expect(status()).toMatch(/^island_xf is made from island\. .*LookupTableFindV2/);
  await act(async () => button('island_xf').click());
  expect(element.querySelectorAll('.jp-mod-other')).toHaveLength(0);
});

it('does with less where the place cannot read other artifacts', async () => {
  await show('penguins', nowhere);
  expect(rows()).toHaveLength(7);
  expect(element.querySelector('.jp-TfxTransform-mapping svg')).toBeNull();
  expect(element.textContent).not.toMatch(/A row before and after/);
});

it('says why there are no distributions, and no row', async () => {
  await show('flights', host);
  expect(rows()).toHaveLength(16);
  expect(element.textContent).toMatch(/not drawn beside the features: .* is not there\./);
  expect(element.textContent).toMatch(/No row is shown\. .* is not there\./);
});

it('reads the graph in a small place when it is opened', async () => {
  await show('penguins', host, 'compact');
  expect(rows()).toHaveLength(0);
  const fold = element.querySelector('details')!;
  await act(async () => {
    fold.open = true;
    await new Promise(done => setTimeout(done, 200));
  });
  expect(rows()).toHaveLength(7);
});

it('shows thousands of features with any names in parts, as text', async () => {
  const evil = '<img src=x onerror=alert(1)>\u202E';
  const lineage: ILineage = {
    inputs: [evil, 'unused'],
    features: Array.from({ length: 5000 }, (_, index) => ({
      name: `${evil} ${index} ${'x'.repeat(5000)}`,
      sources: Array.from({ length: 50 }, (_source, at) => ({
        name: at === 0 ? evil : `source ${at}`,
        shapeOnly: false
      })),
      steps: Array.from({ length: 50 }, () => evil),
      operations: [[evil, 1000]],
      assets: [evil],
      isCut: true
    }))
  };
  await act(async () =>
    root.render(
      <Mapping
        {...{ lineage, trans }}
        vocabularies={[]}
        distributions={NO_DISTRIBUTIONS}
        size="full"
      />
    )
  );
  expect(rows()).toHaveLength(60);
  expect(element.querySelector('img')).toBeNull();
  await act(async () => button(evil).click());
  expect(status().length).toBeLessThan(1500);
  expect(status()).toMatch(/and 4992 more\.$/);
  expect(element.textContent.length).toBeLessThan(60 * 3000);
});
