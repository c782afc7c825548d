/** All that happens to a notebook while somebody sees its pipeline: edits, the cursor, runs of cells, files. */
import { type Notebook, NotebookActions } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';

import { CellEdits } from './cell-edits';
import { FileEvents } from './file-events';

/** What is called. */
export interface INotebookWatcher {
  /** Cells may read otherwise. */
  edited(): void;
  /** The cursor is in another cell. */
  moved(): void;
  /** A cell waits to be run, or has run. */
  ran(): void;
  /** Files may be others than before. */
  filesChanged(): void;
}

/** Follows one notebook until it is disposed. */
export class NotebookEvents implements IDisposable {
  constructor(
    private readonly _notebook: Notebook,
    contents: Contents.IManager,
    private readonly _watcher: INotebookWatcher
  ) {
    this._edits = new CellEdits(_notebook, () => _watcher.edited());
    this._files = new FileEvents(contents, () => _watcher.filesChanged());
    _notebook.activeCellChanged.connect(this._onCursor, this);
    NotebookActions.executionScheduled.connect(this._onExecution, this);
    NotebookActions.executed.connect(this._onExecution, this);
  }

  get isDisposed(): boolean {
    return this._edits.isDisposed;
  }

  dispose(): void {
    this._edits.dispose();
    this._files.dispose();
    this._notebook.activeCellChanged.disconnect(this._onCursor, this);
    NotebookActions.executionScheduled.disconnect(this._onExecution, this);
    NotebookActions.executed.disconnect(this._onExecution, this);
  }

  private _onCursor(): void {
    this._watcher.moved();
  }

  private _onExecution(_: unknown, { notebook }: { readonly notebook: Notebook }): void {
    if (notebook === this._notebook) {
      this._watcher.ran();
    }
  }

  private readonly _edits: CellEdits;
  private readonly _files: FileEvents;
}
