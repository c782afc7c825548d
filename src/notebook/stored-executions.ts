/** Executions of a notebook's pipelines: read from its own metadata store, or from one that a person chose. */
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

import type { PipelineModel } from '../pipeline/model';
import type { StoreHistory } from './store-history';

/** Options of {@link StoredExecutions}. */
export interface IStoredExecutionsOptions {
  readonly history: StoreHistory;
  /** Is given what was read. */
  readonly model: PipelineModel;
  /** The notebook's path on the server, without a drive's name. */
  readonly path: () => string;
  /** Whether anybody looks. */
  readonly isWanted: () => boolean;
}

/** Reads when it is told to; of several readings the last one counts. */
export class StoredExecutions {
  constructor(private readonly _options: IStoredExecutionsOptions) {}

  /** Problem, names or choice are others; executions are told by the model. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Why a store cannot be read; null where all is well. */
  get problem(): string | null {
    return this._problem;
  }

  /** Stores that the server's configuration names. */
  get names(): readonly string[] {
    return this._names;
  }

  /** The one of them that is read; null: the notebook's own store. */
  get chosen(): string | null {
    return this._chosen;
  }

  /** Read this one from now on, also the next time; null: the notebook's own. */
  async choose(name: string | null): Promise<void> {
    const { history, path } = this._options;
    this._chosen = name;
    this._changed.emit();
    await history.choose(path(), name);
    await this.read();
  }

  /** Ask which stores there are, and take up the choice of last time. Once, as the configuration is read once. */
  async readNames(): Promise<void> {
    if (this._asked) {
      return;
    }
    this._asked = true;
    const { history, path } = this._options;
    this._names = await history.names();
    const chosen = this._names.length > 0 ? await history.choice(path()) : null;
    if (chosen !== null && this._names.includes(chosen)) {
      this._chosen = chosen;
      await this.read();
    }
    this._changed.emit();
  }

  /** Read the store again. */
  async read(): Promise<void> {
    const { history, model, path, isWanted } = this._options;
    const attempt = ++this._attempt;
    if (!isWanted()) {
      return;
    }
    const live = model.kernel?.contexts ?? null;
    const { executions, problem } = await history.read(
      path(),
      model.graph.contexts,
      live,
      this._chosen
    );
    if (attempt !== this._attempt || model.isDisposed) {
      return;
    }
    this._problem = problem;
    if (problem === null) {
      model.setExecutions(executions);
    } else {
      // What was read before is better than nothing.
      this._changed.emit();
    }
  }

  private _problem: string | null = null;
  private _names: readonly string[] = [];
  private _chosen: string | null = null;
  private _asked = false;
  /** Counts readings: one that another one has overtaken is let go. */
  private _attempt = 0;
  private readonly _changed = new Signal<this, void>(this);
}
