import type { Notebook } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';

import { CellEdits } from '../cell-edits';

/** As much of a notebook as is followed. */
class FakeNotebook {
  readonly modelChanged = new Signal<this, void>(this);
  model = new FakeContent();
}

class FakeContent {
  readonly contentChanged = new Signal<this, void>(this);
}

describe('CellEdits', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function followed() {
    const notebook = new FakeNotebook();
    const onEdit = jest.fn();
    return { notebook, onEdit, edits: new CellEdits(notebook as unknown as Notebook, onEdit) };
  }

  it('tells once of many edits, after a pause', async () => {
    const { notebook, onEdit } = followed();
    notebook.model.contentChanged.emit();
    await jest.advanceTimersByTimeAsync(100);
    notebook.model.contentChanged.emit();
    await jest.advanceTimersByTimeAsync(100);
    expect(onEdit).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(100);
    expect(onEdit).toHaveBeenCalledTimes(1);
  });

  it('tells at once of another model, and follows that', async () => {
    const { notebook, onEdit } = followed();
    const old = notebook.model;
    notebook.model = new FakeContent();
    notebook.modelChanged.emit();
    expect(onEdit).toHaveBeenCalledTimes(1);
    old.contentChanged.emit();
    await jest.advanceTimersByTimeAsync(1000);
    expect(onEdit).toHaveBeenCalledTimes(1);
    notebook.model.contentChanged.emit();
    await jest.advanceTimersByTimeAsync(1000);
    expect(onEdit).toHaveBeenCalledTimes(2);
  });

  it('tells nothing once it is disposed of, of an edit just before either', async () => {
    const { notebook, onEdit, edits } = followed();
    notebook.model.contentChanged.emit();
    edits.dispose();
    expect(edits.isDisposed).toBe(true);
    notebook.model.contentChanged.emit();
    notebook.modelChanged.emit();
    await jest.advanceTimersByTimeAsync(1000);
    expect(onEdit).not.toHaveBeenCalled();
  });
});
