/** Figures of training runs in the panel: read when they are seen, once, and not before. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import type { Artifact } from '../../protocol';
import type { IRunFigure } from '../panel-artifacts';
import { RunFigures } from '../run-figures';

const trans = nullTranslator.load('jupyterlab_tfx');
const run: Artifact = {
  id: 1,
  type: 'ModelRun',
  uri: '/runs/1',
  name: '',
  state: 'published',
  splits: [],
  properties: {},
  customProperties: {}
};

/** Stands in for the browser's, which jsdom has not: the test says what is seen. */
class Observer {
  static all: Observer[] = [];
  isWatching = false;

  constructor(private readonly _tell: (entries: { isIntersecting: boolean }[]) => void) {
    Observer.all.push(this);
  }

  observe(): void {
    this.isWatching = true;
  }

  disconnect(): void {
    this.isWatching = false;
  }

  async show(isIntersecting: boolean): Promise<void> {
    await React.act(async () => this._tell([{ isIntersecting }]));
  }
}

let root: Root;
let node: HTMLElement;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, IntersectionObserver: Observer });
});
afterAll(() => {
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: undefined,
    IntersectionObserver: undefined
  });
});
beforeEach(() => {
  Observer.all = [];
  node = document.createElement('div');
  root = createRoot(node);
});
afterEach(() => {
  React.act(() => root.unmount());
});

function show(figures: (signal: AbortSignal) => Promise<readonly IRunFigure[]>): void {
  const artifacts = {
    open: () => undefined,
    made: () => [],
    figures: (_run: Artifact, signal: AbortSignal) => figures(signal),
    openTensorBoard: () => undefined,
    attach: () => ({ isDisposed: true, dispose: () => undefined })
  };
  React.act(() => root.render(<RunFigures {...{ run, artifacts, trans }} />));
}

it('reads nothing before the run is seen, and then once', async () => {
  const read = jest.fn(async () => [{ name: '<loss>', value: '0.5', title: 'at step 3' }]);
  show(read);
  const [observer] = Observer.all;
  await observer.show(false);
  expect(read).not.toHaveBeenCalled();
  await observer.show(true);
  expect(observer.isWatching).toBe(false);
  expect(read).toHaveBeenCalledTimes(1);
  expect(node.textContent).toBe('<loss> 0.5');
  expect(node.querySelector('span')?.title).toBe('at step 3');
});

it('says why there are none', async () => {
  show(async () => Promise.reject(new Error('There are no event files.')));
  await Observer.all[0].show(true);
  expect(node.textContent).toBe('There are no event files.');
});

it('stops reading when the run goes', async () => {
  let aborted: AbortSignal | null = null;
  show(signal => {
    aborted = signal;
    return new Promise(() => undefined);
  });
  await Observer.all[0].show(true);
  React.act(() => root.render(null));
  expect(aborted).toMatchObject({ aborted: true });
});
