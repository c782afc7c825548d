/** Follows the notebook that the person works in, and has its pipeline once that is wanted. */
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import type { NotebookPipeline } from './notebook-pipeline';

/** Makes the pipeline of a notebook; its code loads when it is first called for. */
export type PipelineMaker = (panel: NotebookPanel) => NotebookPipeline;

/** Options of {@link PipelineTracker}. */
export interface IPipelineTrackerOptions {
  readonly notebooks: INotebookTracker;
  readonly load: () => Promise<PipelineMaker>;
}

/** One pipeline per open notebook. Until {@link load} is called there is none, and nothing was loaded. */
export class PipelineTracker {
  constructor(private readonly _options: IPipelineTrackerOptions) {
    _options.notebooks.currentChanged.connect(() => this._update());
  }

  /** The notebook that the person works in, or worked in last. */
  get notebook(): NotebookPanel | null {
    return this._options.notebooks.currentWidget;
  }

  /** Its pipeline; null without a notebook, and before something was loaded. */
  get current(): NotebookPipeline | null {
    return this._current;
  }

  get currentChanged(): ISignal<this, NotebookPipeline | null> {
    return this._currentChanged;
  }

  /** The current pipeline said that it changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Load the code, and give the current notebook's pipeline; null without a notebook. */
  async load(): Promise<NotebookPipeline | null> {
    this._loading ??= this._options.load();
    this._make = await this._loading;
    this._update();
    return this._current;
  }

  /** The pipeline of the notebook of a path; null where it is not open or nothing was loaded. */
  at(path: string): NotebookPipeline | null {
    const panel = this._options.notebooks.find(each => each.context.path === path);
    return panel ? this._of(panel) : null;
  }

  private _of(panel: NotebookPanel): NotebookPipeline | null {
    const there = this._pipelines.get(panel);
    if (there || this._make === null || panel.isDisposed) {
      return there ?? null;
    }
    const made = this._make(panel);
    this._pipelines.set(panel, made);
    panel.disposed.connect(() => this._pipelines.delete(panel));
    return made;
  }

  private _update(): void {
    const current = this.notebook && this._of(this.notebook);
    if (current !== this._current) {
      this._current?.changed.disconnect(this._onChanged, this);
      this._current = current;
      this._current?.changed.connect(this._onChanged, this);
      this._currentChanged.emit(current);
      this._changed.emit();
    }
  }

  private _onChanged(): void {
    this._changed.emit();
  }

  private _make: PipelineMaker | null = null;
  private _loading: Promise<PipelineMaker> | null = null;
  private _current: NotebookPipeline | null = null;
  private readonly _pipelines = new Map<NotebookPanel, NotebookPipeline>();
  private readonly _currentChanged = new Signal<this, NotebookPipeline | null>(this);
  private readonly _changed = new Signal<this, void>(this);
}

/** The tracker, for this extension's own plugins. Others require `IPipelineTracker`. */
export const INotebookPipelines = new Token<PipelineTracker>(
  'jupyterlab-tfx:INotebookPipelines',
  'Pipelines of the open notebooks, for the plugins of jupyterlab-tfx.'
);
