/** Tells when a notebook's cells may read otherwise. */
import type { Notebook } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Debouncer } from '@lumino/polling';

/** Milliseconds of quiet after which edits are read. */
const EDIT_PAUSE = 150;

/** Calls back after an edit and a pause, and at once where the notebook has got another model. */
export class CellEdits implements IDisposable {
  constructor(
    private readonly _notebook: Notebook,
    private readonly _onEdit: () => void
  ) {
    this._pause = new Debouncer(_onEdit, EDIT_PAUSE);
    _notebook.modelChanged.connect(this._onModel, this);
    this._follow(_notebook.model);
  }

  get isDisposed(): boolean {
    return this._pause.isDisposed;
  }

  dispose(): void {
    this._pause.dispose();
    this._follow(null);
    this._notebook.modelChanged.disconnect(this._onModel, this);
  }

  private _onModel(): void {
    this._follow(this._notebook.model);
    this._onEdit();
  }

  private _follow(content: Notebook['model']): void {
    this._content?.contentChanged.disconnect(this._onContent, this);
    this._content = content;
    this._content?.contentChanged.connect(this._onContent, this);
  }

  private _onContent(): void {
    void this._pause.invoke().catch(() => undefined);
  }

  private _content: Notebook['model'] = null;
  private readonly _pause: Debouncer;
}
