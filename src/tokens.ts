/** Public interfaces and tokens: what another extension may require. Types only. */
import { Token } from '@lumino/coreutils';
import type { IDisposable, IObservableDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { IArtifactViewEntry } from './artifacts/artifact-view';
import type { IPipeline } from './pipeline/pipeline';

/** The pipeline of one notebook, live. */
export interface IPipelineModel extends IObservableDisposable {
  /** The newest state; a new object at each change. */
  readonly pipeline: IPipeline;
  readonly changed: ISignal<IPipelineModel, void>;
}

/** Gives the pipeline of the notebook that the person works in. */
export interface IPipelineTracker {
  /** null where the current document is not a Python notebook. */
  readonly current: IPipelineModel | null;
  readonly currentChanged: ISignal<IPipelineTracker, IPipelineModel | null>;
}

/** Token of {@link IPipelineTracker}. */
export const IPipelineTracker = new Token<IPipelineTracker>(
  'jupyterlab-tfx:IPipelineTracker',
  'The TFX pipeline of the current notebook: nodes, states, causes, executions.'
);

/** Views of artifact types. */
export interface IArtifactViews {
  /** Add a view; it takes the place of one that is there for the same types. Disposing takes it away again. */
  register(entry: IArtifactViewEntry): IDisposable;
}

/** Token of {@link IArtifactViews}. */
export const IArtifactViews = new Token<IArtifactViews>(
  'jupyterlab-tfx:IArtifactViews',
  'Views of TFX artifacts in cell outputs, the panel and tabs: register one for an artifact type.'
);
