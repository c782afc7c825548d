/** A section of the panel that draws what it follows while it is seen, and asks anew when it comes into view. */
import { ReactWidget } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';

/** What a section follows. */
export interface IFollowable {
  readonly changed: ISignal<unknown, void>;
  refresh(): unknown;
}

/** Draws nothing while it is hidden. A subclass says what is drawn. */
export abstract class SeenSection extends ReactWidget {
  constructor(private readonly _followed: IFollowable) {
    super();
    this.addClass('jp-TfxOrchestrator');
    _followed.changed.connect(this._onChanged, this);
  }

  override dispose(): void {
    this._followed.changed.disconnect(this._onChanged, this);
    super.dispose();
  }

  protected override onUpdateRequest(message: Message): void {
    if (this.isVisible) {
      super.onUpdateRequest(message);
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._onSeen();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._onSeen();
  }

  private _onSeen(): void {
    if (this.isVisible) {
      this.update();
      void this._followed.refresh();
    }
  }

  private _onChanged(): void {
    this.update();
  }
}
