/** The run that graphs show instead of the notebook's own states: the same one in the panel and in tabs. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Token } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';

import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import type { IOverlay } from '../states/overlay';

/** A place where pipelines run, such as an orchestrator: what it lays over the graph. */
export interface IRunPlace {
  readonly overlay: IOverlay;
  /** A node was chosen on the graph. */
  readonly select: (node: string) => void;
  /** Open what a node has made in the run; false where it has made nothing. */
  readonly openNode: (node: string) => boolean;
}

/**
 * One run at a time, over the graphs of the current notebook. A place that comes onto the graph takes the others
 * off it; another notebook begins with its own states.
 */
export class RunsOnGraph {
  constructor(pipelines: Pick<PipelineTracker, 'currentChanged'>) {
    pipelines.currentChanged.connect(() => {
      this._places.forEach(place => place.overlay.leave());
      this._changed.emit();
    });
  }

  /** Another run, another state of it, or none. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Places that are known from now on. */
  add(places: readonly IRunPlace[]): void {
    this._places.push(...places);
    for (const place of places) {
      place.overlay.changed.connect(() => this._onChanged(place));
    }
  }

  /**
   * What lies over one graph.
   *
   * @param isCurrent - Whether it is a graph of the current notebook.
   */
  over(isCurrent: () => boolean = () => true): IOverlay {
    const shown = (): IOverlay | null => (isCurrent() ? (this._shown?.overlay ?? null) : null);
    return {
      changed: this._changed,
      get title() {
        return shown()?.title ?? null;
      },
      apply: pipeline => shown()?.apply(pipeline) ?? pipeline,
      stateWords: node => shown()?.stateWords(node) ?? '',
      leave: () => shown()?.leave()
    };
  }

  /** A node was chosen on a graph of the current notebook. */
  select(node: string): void {
    this._shown?.select(node);
  }

  /** Open what a node has made in the run; false where none is shown, or it has made nothing. */
  openNode(node: string): boolean {
    return this._shown?.openNode(node) ?? false;
  }

  private _onChanged(place: IRunPlace): void {
    if (place.overlay.title === null) {
      if (place === this._shown) {
        this._shown = null;
      }
    } else if (place !== this._shown) {
      this._shown = place;
      this._places.filter(other => other !== place).forEach(other => other.overlay.leave());
    }
    this._changed.emit();
  }

  private _shown: IRunPlace | null = null;
  private readonly _places: IRunPlace[] = [];
  private readonly _changed = new Signal<this, void>(this);
}

/** For this extension's own plugins. */
export const IRunsOnGraph = new Token<RunsOnGraph>(
  'jupyterlab-tfx:IRunsOnGraph',
  'The run that graphs show, for the plugins of jupyterlab-tfx.'
);

/** Has no places before the panel is first seen. */
export const runsOnGraph: JupyterFrontEndPlugin<RunsOnGraph> = {
  id: 'jupyterlab-tfx:runs-on-graph',
  description: 'Keeps which run the pipeline’s graphs show instead of the notebook’s own states.',
  autoStart: true,
  requires: [INotebookPipelines],
  provides: IRunsOnGraph,
  activate: (_: JupyterFrontEnd, pipelines: PipelineTracker) => new RunsOnGraph(pipelines)
};
