/** The top of the panel: the store that the history is read from. */
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

import { CommandIDs } from '../../commands';
import { PanelHeader } from '../panel-header';
import type { IPanelModel } from '../panel-model';

const trans = nullTranslator.load('jupyterlab_tfx');
let root: Root;
let node: HTMLElement;

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});
afterAll(() => {
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

/** Draws the header; gives the stores that were chosen. */
function show(stores: readonly string[], chosenStore: string | null = null): unknown[] {
  const model: IPanelModel = {
    changed: new Signal<IPanelModel, void>({} as IPanelModel),
    attachment: { state: 'attached', sentence: '', command: null },
    storeProblem: null,
    stores,
    chosenStore,
    notebookName: 'n.ipynb',
    busy: false,
    answersWhileBusy: true,
    tfx: null,
    pipeline: null,
    selected: null,
    atCursor: [],
    pendingPlan: null,
    runningPlan: null,
    stoppedPlan: null,
    answerPlan: () => undefined,
    dismissStopped: () => undefined,
    beamChoice: () => null,
    cellLabel: () => ''
  };
  const chosen: unknown[] = [];
  const commands = new CommandRegistry();
  commands.addCommand(CommandIDs.chooseStore, {
    caption: 'Choose',
    execute: args => {
      chosen.push(args);
    }
  });
  const artifacts = {
    open: () => undefined,
    made: () => [],
    figures: async () => [],
    openTensorBoard: () => undefined,
    attach: () => ({ isDisposed: true, dispose: () => undefined })
  };
  React.act(() => root.render(<PanelHeader {...{ model, trans, commands, artifacts }} />));
  return chosen;
}

function choose(value: string): void {
  const select = node.querySelector('select')!;
  React.act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the store of the history', () => {
  it('is no question where the configuration names none', () => {
    show([]);
    expect(node.querySelector('select')).toBeNull();
  });

  it('is chosen by name, or the notebook’s own', () => {
    const chosen = show(['<b>', 'team']);
    expect([...node.querySelectorAll('option')].map(option => option.textContent)).toEqual([
      'the notebook’s own store',
      '<b>',
      'team'
    ]);
    choose('team');
    expect(chosen).toEqual([{ store: 'team' }]);
    const back = show(['team'], 'team');
    expect(node.querySelector('select')!.value).toBe('team');
    choose('');
    expect(back).toEqual([{}]);
  });
});
