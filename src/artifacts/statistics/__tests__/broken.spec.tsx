/** Statistics with broken bytes: features are read late, so everything about them is looked at here. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { mutate, pick, seeded } from '../../../proto/__tests__/mutate';
import { FolderSource, filesIn } from '../../__tests__/folder-source';
import { nameDatasets } from '../compute-datasets';
import type { FeatureOrder } from '../compute-order';
import { filterRows } from '../compute-order';
import { orderedBy } from './ordered-by';
import type { IFeatureRow } from '../compute-rows';
import { featureRows } from '../compute-rows';
import { decodeStatistics } from '../decode';
import { FiguresCell, NameCell } from '../feature-cells';
import { FeaturePage } from '../feature-page';
import type { IStatistics } from '../statistics';
import { NOWHERE as host } from '../../nowhere';

const CASES = 600;
const { signal } = new AbortController();
const random = seeded(7);
const files = ['statistics-rich', 'statistics', 'statistics-sharded'].map(filesIn);
const trans = nullTranslator.load('jupyterlab_tfx');
const NOWHERE: readonly string[] = [];
const choice = { kind: 'standard', log: true, share: true, weighted: true } as const;
const ORDERS: readonly FeatureOrder[] = ['name', 'missing', 'zeros', 'non-uniformity', 'distance'];

async function broken(): Promise<IStatistics | null> {
  const good = pick(files, random);
  const path = pick([...good.keys()], random);
  const bytes = mutate(good.get(path) ?? new Uint8Array(0), random);
  const source = new FolderSource('broken', 'ExampleStatistics', new Map([...good, [path, bytes]]));
  return decodeStatistics(source, signal).catch(() => null);
}

function draw(element: React.JSX.Element): string {
  const node = document.createElement('div');
  const root = createRoot(node);
  flushSync(() => root.render(element));
  const text = node.textContent ?? '';
  flushSync(() => root.unmount());
  return text;
}

it(`computes and draws what ${CASES} broken files still hold`, async () => {
  let read = 0;
  let damaged = 0;
  for (let number = 0; number < CASES; number++) {
    const data = await broken();
    if (!data) {
      continue;
    }
    read++;
    const start = performance.now();
    const datasets = nameDatasets([{ label: 'one', data }]);
    const rows = featureRows(datasets);
    const shown = datasets.map((_, index) => index);
    filterRows(rows, { name: null, kinds: [], flagged: true }, shown);
    for (const order of ORDERS) {
      expect(orderedBy(rows, order, shown, number % 2 === 0)).toHaveLength(rows.length);
    }
    const problems = rows.flatMap(({ features }) => features.flatMap(each => each?.problem ?? []));
    for (const problem of problems) {
      damaged++;
      expect(problem).toMatch(/^[\s\S]+ cannot be read as FeatureNameStatistics: .+\.$/);
    }
    if (number % 10 === 0 && rows.length > 0) {
      const row: IFeatureRow = pick(rows, random);
      const same = { row, datasets, shown, choice, trans };
      const text = draw(
        <>
          <NameCell {...same} order="distance" />
          <FiguresCell {...same} />
          <FeaturePage
            {...same}
            host={host}
            uris={NOWHERE}
            onClose={() => {}}
            onPrevious={null}
            onNext={null}
          />
        </>
      );
      expect(text).toContain('All features');
    }
    expect(performance.now() - start).toBeLessThan(1000);
  }
  expect(read).toBeGreaterThan(CASES / 10);
  expect(damaged).toBeGreaterThan(0);
}, 60_000);

it('shows names and values that are hostile as text', async () => {
  const data = await decodeStatistics(new FolderSource('statistics', 'ExampleStatistics'), signal);
  const hostile = '<img src=x onerror="window.hurt = 1">\u202egnp.exe\0'.padEnd(10_000, 'x');
  const [dataset] = data.datasets;
  const text = dataset.features.find(({ string }) => string !== null);
  const feature = {
    ...(text ?? dataset.features[0]),
    ...{ name: hostile, path: [hostile, ''] },
    string: {
      ...{ unique: 2, avgLength: 3, ranks: null, weighted: null },
      ...{ vocabularyFile: hostile, invalidUtf8Count: 1 },
      topValues: [
        { value: hostile, frequency: 3 },
        { value: '', frequency: 1 }
      ]
    }
  };
  const datasets = nameDatasets([
    { label: hostile, data: { problems: [], datasets: [{ ...dataset, features: [feature] }] } }
  ]);
  const [row] = featureRows(datasets);
  const node = document.createElement('div');
  const root = createRoot(node);
  const same = { row, datasets, shown: [0], choice, trans };
  flushSync(() =>
    root.render(
      <>
        <NameCell {...same} order="order" />
        <FiguresCell {...same} />
        <FeaturePage
          {...same}
          host={host}
          uris={NOWHERE}
          onClose={() => {}}
          onPrevious={null}
          onNext={null}
        />
      </>
    )
  );
  expect(node.querySelectorAll('img, script, [onerror]')).toHaveLength(0);
  expect(node.textContent).toContain('<img src=x');
  expect(node.textContent?.length).toBeLessThan(60_000);
  flushSync(() => root.unmount());
});
