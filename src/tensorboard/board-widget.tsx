/** A board in a tab: its card, and its page in a frame. */
import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { Panel, Widget } from '@lumino/widgets';
import * as React from 'react';

import { BoardCard } from './board-card';
import type { BoardModel } from './board-model';

/**
 * What TensorBoard's page needs: scripts, the server's cookie and its own storage (same origin), saving of files,
 * guides in a new window. Not to lead JupyterLab's own window elsewhere.
 */
const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-downloads',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox'
].join(' ');

/** What a person does in a page. */
const DEEDS = ['pointerdown', 'keydown', 'wheel'] as const;

/** Shows a board for as long as it is there. */
export class BoardWidget extends Panel {
  /** @param isDark - Whether JupyterLab's theme is a dark one. */
  constructor(
    readonly model: BoardModel,
    trans: TranslationBundle,
    private readonly _isDark: () => boolean
  ) {
    super();
    this.addClass('jp-TfxBoard');
    const card = ReactWidget.create(
      <UseSignal signal={model.changed}>
        {() => <BoardCard model={model} trans={trans} />}
      </UseSignal>
    );
    card.addClass('jp-TfxBoard-state');
    this._frame = document.createElement('iframe');
    this._frame.title = trans.__('TensorBoard');
    this._frame.setAttribute('sandbox', SANDBOX);
    this._frame.addEventListener('load', this._onLoad);
    this._holder = new Widget();
    this._holder.addClass('jp-TfxBoard-frame');
    this._holder.node.append(this._frame);
    this.addWidget(card);
    this.addWidget(this._holder);
    model.changed.connect(this._onChanged, this);
    model.grown.connect(this._readAgain, this);
    this._onChanged();
  }

  /** Follow JupyterLab's theme. */
  updateTheme(): void {
    const body = this._frame.contentDocument?.body;
    // TensorBoard's own switch sets this class; its charts take their colours from there.
    body?.classList.toggle('dark-mode', this._isDark());
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this._frame.removeEventListener('load', this._onLoad);
      this.model.dispose();
      super.dispose();
    }
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this._frame.focus();
  }

  private _onChanged(): void {
    const { page } = this.model;
    this._holder.setHidden(page === null);
    if (page === this._page) {
      return;
    }
    this._page = page;
    this._frame.src = page === null ? 'about:blank' : `${page}?darkMode=${this._isDark()}`;
  }

  /** TensorBoard's page takes no message: its own button is pressed. While it reads, or where that is off, it does nothing. */
  private _readAgain(): void {
    this._frame.contentDocument
      ?.querySelector<HTMLElement>('.reload-button:not(.loading):not([disabled])')
      ?.click();
  }

  private readonly _onLoad = (): void => {
    const page = this._frame.contentDocument;
    if (!page || this._page === null) {
      return;
    }
    const use = (): void => this.model.use();
    DEEDS.forEach(deed => page.addEventListener(deed, use, { capture: true, passive: true }));
  };

  private readonly _frame: HTMLIFrameElement;
  private readonly _holder: Widget;
  private _page: string | null = null;
}
