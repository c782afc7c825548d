/** The line above a graph that shows a run elsewhere: which one, and the way back. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { closeIcon } from '@jupyterlab/ui-components';

import type { IOverlay } from '../states/overlay';

/** There only while the overlay shows something. */
export class OverlayLine {
  constructor(
    private readonly _overlay: IOverlay,
    trans: TranslationBundle
  ) {
    this.node.className = 'jp-TfxGraph-overlay';
    this._text.setAttribute('role', 'status');
    this._button.className = 'jp-TfxGraph-leave';
    this._button.title = trans.__('Show the notebook’s own states');
    this._button.setAttribute('aria-label', this._button.title);
    this._button.append(closeIcon.element({ tag: 'span', width: '16px', height: '16px' }));
    this._button.addEventListener('click', () => _overlay.leave());
    this._button.hidden = true;
    this.node.append(this._text, this._button);
  }

  readonly node = document.createElement('div');

  /** Brings it up to date with the overlay. */
  update(): void {
    const { title } = this._overlay;
    this._button.hidden = title === null;
    this.node.classList.toggle('jp-mod-shown', title !== null);
    if (this._text.textContent !== (title ?? '')) {
      this._text.textContent = this._text.title = title ?? '';
    }
  }

  private readonly _text = document.createElement('span');
  private readonly _button = document.createElement('button');
}
