/** A place in the sidebar whose content loads when it is first seen. */
import { PromiseDelegate } from '@lumino/coreutils';
import type { Message } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';

/** Holds one widget that fills it. */
export class LazyPanel extends Panel {
  /**
   * @param _load - Loads and makes the content.
   * @param _failed - What to say where that fails: the server was stopped, or updated, since the page was loaded.
   */
  constructor(
    private readonly _load: () => Promise<Widget>,
    private readonly _failed: (error: unknown) => string
  ) {
    super();
    this.addClass('jp-TfxPanel-place');
  }

  /** Settles when the content is there, or could not be loaded. */
  get loaded(): Promise<void> {
    return this._loaded.promise;
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._fill();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._fill();
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.widgets.at(0)?.activate();
  }

  private _fill(): void {
    if (!this._isBegun && this.isVisible) {
      this._isBegun = true;
      this._load().then(
        widget => {
          this.addWidget(widget);
          this._loaded.resolve();
        },
        (error: unknown) => {
          const note = new Widget();
          note.addClass('jp-TfxPanel-note');
          note.node.textContent = this._failed(error);
          this.addWidget(note);
          this._loaded.resolve();
        }
      );
    }
  }

  private _isBegun = false;
  private readonly _loaded = new PromiseDelegate<void>();
}
