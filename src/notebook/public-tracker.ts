/** What other extensions see of the pipelines. */
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import type { IPipelineModel, IPipelineTracker } from '../tokens';
import type { PipelineTracker } from './pipeline-tracker';

/** The current notebook's model, and nothing of how it came about. */
export class PublicTracker implements IPipelineTracker {
  constructor(private readonly _pipelines: PipelineTracker) {
    _pipelines.currentChanged.connect((_, pipeline) =>
      this._currentChanged.emit(pipeline?.model ?? null)
    );
  }

  get current(): IPipelineModel | null {
    return this._pipelines.current?.model ?? null;
  }

  get currentChanged(): ISignal<this, IPipelineModel | null> {
    return this._currentChanged;
  }

  private readonly _currentChanged = new Signal<this, IPipelineModel | null>(this);
}
