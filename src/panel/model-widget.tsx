/** A part of the panel that React draws from the panel's model. */
import { ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import type { Message } from '@lumino/messaging';
import * as React from 'react';

import type { IPipelineNode } from '../pipeline/pipeline';
import type { IPanelArtifacts } from './panel-artifacts';
import type { IPanelModel } from './panel-model';

/** What every part of the panel gets. */
export interface IPartProps {
  readonly model: IPanelModel;
  readonly trans: TranslationBundle;
  readonly commands: CommandRegistry;
  readonly artifacts: IPanelArtifacts;
}

/** What every part of the inspector gets. */
export interface INodeProps extends IPartProps {
  readonly node: IPipelineNode;
}

/** Draws a component with the newest state, while it can be seen. */
export class ModelWidget extends ReactWidget {
  constructor(
    private readonly _part: React.ComponentType<IPartProps>,
    private readonly _options: Omit<IPartProps, 'model'>
  ) {
    super();
  }

  /** null draws nothing. */
  get model(): IPanelModel | null {
    return this._model;
  }
  set model(model: IPanelModel | null) {
    if (model === this._model) {
      return;
    }
    this._model?.changed.disconnect(this._onChanged, this);
    this._model = model;
    this._model?.changed.connect(this._onChanged, this);
    this.update();
  }

  override dispose(): void {
    this.model = null;
    super.dispose();
  }

  protected override render(): React.JSX.Element | null {
    const Part = this._part;
    return this._model && <Part model={this._model} {...this._options} />;
  }

  protected override onUpdateRequest(message: Message): void {
    if (this.isVisible) {
      super.onUpdateRequest(message);
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.update();
  }

  private _onChanged(): void {
    this.update();
  }

  private _model: IPanelModel | null = null;
}
