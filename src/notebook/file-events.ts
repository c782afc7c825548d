/** Tells when files may be others than before: nothing polls. */
import type { Contents } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';

/** Calls back when a file was saved here, and when the person comes back to the page from another program. */
export class FileEvents implements IDisposable {
  constructor(
    private readonly _contents: Contents.IManager,
    private readonly _look: () => void
  ) {
    _contents.fileChanged.connect(this._onFile, this);
    window.addEventListener('focus', _look);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    this._contents.fileChanged.disconnect(this._onFile, this);
    window.removeEventListener('focus', this._look);
  }

  private _onFile(_: unknown, { type }: Contents.IChangedArgs): void {
    if (type === 'save') {
      this._look();
    }
  }

  private _isDisposed = false;
}
