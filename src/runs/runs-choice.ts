/** The orchestrators, each followed by a model of its own; one of them is seen. */
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';

import type { IOrchestrator } from './orchestrator';
import type { RunsModel } from './runs-model';

/** An orchestrator and what is known of it. */
export interface IFollowed {
  readonly orchestrator: IOrchestrator;
  readonly model: RunsModel;
}

/** State and a signal. */
export class RunsChoice implements IDisposable {
  /**
   * @param make - Makes the model that follows an orchestrator; `isChosen` tells whether it is the one.
   */
  constructor(
    orchestrators: readonly IOrchestrator[],
    make: (orchestrator: IOrchestrator, isChosen: () => boolean) => RunsModel
  ) {
    this.all = orchestrators.map(orchestrator => {
      const model = make(orchestrator, () => this._chosen.orchestrator === orchestrator);
      return { orchestrator, model };
    });
    this._chosen = this.all[0];
    this.all.forEach(({ model }) => model.changed.connect(this._onChanged, this));
  }

  /** In the order in which they are offered. */
  readonly all: readonly IFollowed[];

  /** The one that is seen. */
  get chosen(): IFollowed {
    return this._chosen;
  }

  /** Another one is seen, or the one that is has changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Name of the notebook's pipeline. */
  set preferred(name: string | null) {
    this.all.forEach(({ model }) => (model.preferred = name));
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** See another one. */
  choose(name: string): void {
    this._isOwn = true;
    this._see(name);
  }

  /** Ask now, for it came into view; the first time, see the one that the server is connected to. */
  async refresh(): Promise<void> {
    if (!this._hasSought) {
      this._hasSought = true;
      for (const { orchestrator, model } of this.all) {
        const isConnected = await model.isConnected();
        if (this._isDisposed || this._isOwn) {
          break;
        }
        if (isConnected) {
          this._see(orchestrator.name);
          break;
        }
      }
    }
    if (!this._isDisposed) {
      this._chosen.model.refresh();
    }
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this.all.forEach(({ model }) => model.dispose());
      Signal.clearData(this);
    }
  }

  private _see(name: string): void {
    const found = this.all.find(({ orchestrator }) => orchestrator.name === name);
    if (found && found !== this._chosen) {
      this._chosen.model.onGraph = false;
      this._chosen = found;
      this._changed.emit();
      found.model.refresh();
    }
  }

  private _onChanged(model: RunsModel): void {
    if (model === this._chosen.model) {
      this._changed.emit();
    }
  }

  private _chosen: IFollowed;
  private _isOwn = false;
  private _hasSought = false;
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}
