/** The graph in a tab of the main area, also before its notebook is open. */
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { fitIcon, zoomInIcon, zoomOutIcon } from './graph-icons';
import { ToolbarButton } from '@jupyterlab/ui-components';
import type { ISignal } from '@lumino/signaling';

import type { IPipeline } from '../pipeline/pipeline';
import type { GraphWidget } from './graph-widget';

/** Whose graph it is. */
export interface IGraphModel {
  readonly changed: ISignal<IGraphModel, void>;
  readonly pipeline: IPipeline | null;
  selected: string | null;
  readonly atCursor: readonly string[];
}

/** Shows one notebook's graph. */
export class GraphTab extends MainAreaWidget<GraphWidget> {
  /**
   * @param path - Of the notebook.
   */
  constructor(
    graph: GraphWidget,
    path: string,
    private readonly _trans: TranslationBundle
  ) {
    super({ content: graph });
    const trans = _trans;
    this.addClass('jp-TfxGraphTab');
    this.path = path;
    this.title.closable = true;
    const button = (icon: ToolbarButton['props'], onClick: () => void): ToolbarButton =>
      new ToolbarButton({ ...icon, onClick });
    this.toolbar.addItem(
      'fit',
      button({ icon: fitIcon, tooltip: trans.__('Show the whole graph (0)') }, () =>
        graph.showAll()
      )
    );
    this.toolbar.addItem(
      'zoom-in',
      button({ icon: zoomInIcon, tooltip: trans.__('Zoom in (+)') }, () => graph.zoomBy(1.25))
    );
    this.toolbar.addItem(
      'zoom-out',
      button({ icon: zoomOutIcon, tooltip: trans.__('Zoom out (-)') }, () => graph.zoomBy(0.8))
    );
  }

  /** Path of the notebook, by which it is found again after a reload. */
  get path(): string {
    return this._path;
  }
  set path(path: string) {
    this._path = path;
    this.title.label = this._trans.__('Pipeline: %1', path.slice(path.lastIndexOf('/') + 1));
    this.title.caption = path;
  }

  /** null until the notebook is open. */
  get model(): IGraphModel | null {
    return this._model;
  }
  set model(model: IGraphModel | null) {
    this._model?.changed.disconnect(this._onChanged, this);
    this._model = model;
    this._model?.changed.connect(this._onChanged, this);
    this._onChanged();
  }

  override dispose(): void {
    this._model?.changed.disconnect(this._onChanged, this);
    this._model = null;
    super.dispose();
  }

  private _onChanged(): void {
    this.content.pipeline = this._model?.pipeline ?? null;
    this.content.selected = this._model?.selected ?? null;
    this.content.atCursor = this._model?.atCursor ?? [];
  }

  private _path = '';
  private _model: IGraphModel | null = null;
}
