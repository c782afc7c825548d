/** An export in a tab: choices at the side, findings and files beside them. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';
import * as React from 'react';

import type { ExportFile } from '../protocol';
import { ExportFiles } from './export-files';
import { ExportFindings } from './export-findings';
import { ExportForm } from './export-form';
import type { ExportModel } from './export-model';
import type { Highlight } from './token-lines';

const NONE: readonly ExportFile[] = [];

/** Shows an export, and ends it with its tab. */
export class ExportWidget extends ReactWidget {
  constructor(
    readonly model: ExportModel,
    private readonly _trans: TranslationBundle,
    private readonly _showCell: (cellId: string, line: number | null) => void,
    private readonly _highlight: Highlight | null
  ) {
    super();
    this.addClass('jp-TfxExport');
  }

  /** It is seen again. */
  get shown(): ISignal<this, void> {
    return this._shown;
  }

  override dispose(): void {
    this.model.dispose();
    Signal.clearData(this);
    super.dispose();
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._shown.emit();
  }

  protected override render(): React.JSX.Element {
    const { model, _trans: trans, _showCell: showCell, _highlight: highlight } = this;
    return (
      <UseSignal signal={model.changed}>
        {() => (
          <div className="jp-TfxExport-columns">
            <ExportForm model={model} trans={trans} />
            <div className="jp-TfxExport-result" aria-busy={model.state !== 'ready'}>
              {model.reply === null && model.message === '' && (
                <p role="status">{trans.__('Reading the notebook…')}</p>
              )}
              <ExportFindings model={model} trans={trans} showCell={showCell} />
              <ExportFiles files={model.reply?.files ?? NONE} highlight={highlight} trans={trans} />
            </div>
          </div>
        )}
      </UseSignal>
    );
  }

  private readonly _shown = new Signal<this, void>(this);
}
