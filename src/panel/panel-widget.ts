/** The side panel: header, toolbar, and the sections graph, components, details and training runs. */
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { SidePanel } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import type { Message } from '@lumino/messaging';
import { MessageLoop } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';
import type { AccordionPanel } from '@lumino/widgets';
import { Widget } from '@lumino/widgets';

import type { IPipeline } from '../pipeline/pipeline';
import { ComponentList } from './component-list';
import { Inspector } from './inspector';
import { ModelWidget } from './model-widget';
import { PanelHeader } from './panel-header';
import type { IPanelArtifacts } from './panel-artifacts';
import type { IPanelModel } from './panel-model';
import { TrainingRuns } from './training-runs';

/** The pipeline's graph, as the panel uses it. */
export interface IPanelGraph extends Widget {
  pipeline: IPipeline | null;
  selected: string | null;
  atCursor: readonly string[];
}

/** Options of {@link PipelinePanel}. */
export interface IPipelinePanelOptions {
  readonly translator: ITranslator;
  readonly commands: CommandRegistry;
  readonly graph: IPanelGraph;
  readonly artifacts: IPanelArtifacts;
  /** Shown where there is no notebook. */
  readonly empty: IPanelModel;
  /** Sections of other features, below the panel's own; collapsed until a person opens them. */
  readonly sections: readonly Widget[];
}

/** Shares of the room that the sections begin with. */
const SHARES = [0.26, 0.27, 0.33, 0.14];

/** Shows one model at a time; without one, what to do to get one. */
export class PipelinePanel extends SidePanel {
  constructor(private readonly _options: IPipelinePanelOptions) {
    super({ translator: _options.translator });
    const trans = _options.translator.load('jupyterlab_tfx');
    this.addClass('jp-TfxPanel');
    const { graph } = _options;
    const header = this._part(PanelHeader, trans, 'jp-TfxPanel-header');
    this.header.addWidget(header);
    const list = this._part(ComponentList, trans, 'jp-TfxPanel-components');
    list.title.label = trans.__('Components');
    const inspector = this._part(Inspector, trans, 'jp-TfxPanel-details');
    inspector.title.label = trans.__('Details');
    graph.title.label = trans.__('Graph');
    const runs = this._part(TrainingRuns, trans, 'jp-TfxPanel-runs');
    runs.title.label = trans.__('TensorBoard');
    const own = [graph, list, inspector, runs];
    for (const section of [...own, ..._options.sections]) {
      this.addWidget(section);
    }
    const content = this.content as AccordionPanel;
    _options.sections.forEach((_, index) => content.collapse(own.length + index));
    content.expansionToggled.connect(this._onToggled, this);
    // The header grows and shrinks, and the sections share what is left; the details take more for an artifact.
    this._resized = new ResizeObserver(() => {
      this.content.fit();
      MessageLoop.postMessage(this.content, Widget.ResizeMessage.UnknownSize);
    });
    this._resized.observe(this.content.node);
    this._resized.observe(inspector.node);
    this._parts = [header, list, inspector, runs];
    this.model = null;
  }

  /** What is shown; null for none. */
  get model(): IPanelModel | null {
    return this._model;
  }
  set model(model: IPanelModel | null) {
    this._model?.changed.disconnect(this._onChanged, this);
    this._model = model;
    this._model?.changed.connect(this._onChanged, this);
    this._parts.forEach(part => (part.model = model ?? this._options.empty));
    this._onChanged();
  }

  /** Open one of the other features' sections, and lead the keyboard there. */
  reveal(section: Widget): void {
    const content = this.content as AccordionPanel;
    content.expand(content.widgets.indexOf(section));
    this._scrollTo(section);
    section.node.querySelector<HTMLElement>('select, input, button')?.focus();
  }

  /** True when it comes into view, false when it goes. */
  get visibleChanged(): ISignal<this, boolean> {
    return this._visibleChanged;
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this.model = null;
      this._resized.disconnect();
      Signal.clearData(this);
      super.dispose();
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._onVisible();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._onVisible();
  }

  protected override onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this._visibleChanged.emit(false);
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.querySelector<HTMLElement>('.jp-TfxPanel-list')?.focus();
  }

  private _onVisible(): void {
    if (this.isVisible) {
      this._visibleChanged.emit(true);
      this._arrange();
    }
  }

  /** The sections get their room when they are first seen: before that there is none to share. */
  private _arrange(): void {
    if (!this._isSized && this.content.isVisible) {
      this._isSized = true;
      MessageLoop.sendMessage(this.content, Widget.ResizeMessage.UnknownSize);
      const others = this._options.sections.map(() => 0);
      (this.content as AccordionPanel).setRelativeSizes([...SHARES, ...others]);
    }
  }

  /** Another feature's section that is opened takes the place of what is below the details. */
  private _onToggled(content: AccordionPanel, opened: number): void {
    if (opened >= SHARES.length && content.widgets[opened]?.isVisible) {
      content.widgets.forEach((_, index) => {
        if (index >= SHARES.length - 1 && index !== opened) {
          content.collapse(index);
        }
      });
      this._scrollTo(content.widgets[opened]);
    }
  }

  /** Bring a section into view, once the sections have their new room. */
  private _scrollTo(section: Widget): void {
    MessageLoop.flush();
    section.node.scrollIntoView({ block: 'nearest' });
  }

  private _onChanged(): void {
    const pipeline = this._model?.pipeline ?? null;
    const { graph } = this._options;
    graph.pipeline = pipeline;
    graph.selected = this._model?.selected ?? null;
    graph.atCursor = this._model?.atCursor ?? [];
    const isHidden = !pipeline?.usesTfx;
    if (isHidden !== this.content.isHidden) {
      this.content.setHidden(isHidden);
      this._arrange();
    }
  }

  private _part(
    part: ConstructorParameters<typeof ModelWidget>[0],
    trans: TranslationBundle,
    className: string
  ): ModelWidget {
    const { commands, artifacts } = this._options;
    const widget = new ModelWidget(part, { trans, commands, artifacts });
    widget.addClass(className);
    return widget;
  }

  private _model: IPanelModel | null = null;
  private _isSized = false;
  private readonly _resized: ResizeObserver;
  private readonly _parts: readonly ModelWidget[];
  private readonly _visibleChanged = new Signal<this, boolean>(this);
}
