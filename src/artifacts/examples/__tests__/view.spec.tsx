/** The view of examples where rows were asked for. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import type { IArtifactHost } from '../../artifact-view';
import { decodeExamples } from '../decode';
import { ExamplesView } from '../view';

const trans = nullTranslator.load('jupyterlab_tfx');

it.each([
  [undefined, '', 0],
  [{ split: 'eval', filter: 'island=Biscoe' }, 'island=Biscoe', 1],
  [{ split: 'gone', filter: '"<b>"="""x"' }, '"<b>"="""x"', 0]
])('shows what was asked for as text that can be edited: %j', async (rows, filter, split) => {
  const fixture = readFixtures().find(({ type }) => type === 'Examples')!;
  const source = new FixtureSource(fixture);
  const data = await decodeExamples(source);
  const node = document.createElement('div');
  const root = createRoot(node);
  flushSync(() =>
    root.render(
      <ExamplesView
        {...{ size: 'full', trans, host: {} as IArtifactHost, opening: { rows } }}
        items={[{ label: '', source, data }]}
      />
    )
  );
  const input = node.querySelector<HTMLInputElement>('input[type=search]');
  expect([input?.value, input?.readOnly]).toEqual([filter, false]);
  expect(node.querySelector('select')?.selectedIndex).toBe(split);
  flushSync(() => root.unmount());
});
