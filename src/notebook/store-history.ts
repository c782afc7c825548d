/** What metadata stores hold of a notebook's pipelines, also when no kernel is left that knows where they are. */
import { PathExt } from '@jupyterlab/coreutils';
import type { ServerConnection } from '@jupyterlab/services';
import type { IStateDB } from '@jupyterlab/statedb';

import type { Context } from '../protocol';
import { declaredStore } from '../pipeline/declared-contexts';
import type { IStoredExecution } from '../pipeline/match';
import type { ISourceContext } from '../pipeline/source-graph';
import { ServerFailure } from '../server/request';
import { fetchExecutions, fetchStoreNames } from '../server/store-client';

const NOT_THERE_YET = 404;

/** A pipeline in a metadata store. */
interface IStorePlace {
  readonly uri: string;
  readonly pipelineName: string;
}

/** What was found. */
export interface IStoreHistory {
  /** Oldest first. */
  readonly executions: readonly IStoredExecution[];
  /** Why a store could not be read; null where all was well, or there is no store yet. */
  readonly problem: string | null;
}

/** Options of {@link StoreHistory}. */
export interface IStoreHistoryOptions {
  readonly settings: ServerConnection.ISettings;
  /** Remembers where stores are that only a kernel could tell; null: nothing is remembered. */
  readonly stateDB: IStateDB | null;
}

/** Reads stores, and remembers for each notebook where they are, and which one was chosen. */
export class StoreHistory {
  constructor(private readonly _options: IStoreHistoryOptions) {}

  /** Names of the stores that the server's configuration has; none where it does not tell. */
  names(): Promise<readonly string[]> {
    return fetchStoreNames(this._options.settings).catch(() => []);
  }

  /** The store of these that a person chose for a notebook; null for the notebook's own. */
  async choice(path: string): Promise<string | null> {
    const chosen: unknown = await this._options.stateDB?.fetch(choiceKey(path)).catch(() => null);
    return typeof chosen === 'string' ? chosen : null;
  }

  /** Read a store that the server's configuration names, from now on; null: the notebook's own. */
  async choose(path: string, name: string | null): Promise<void> {
    const { stateDB } = this._options;
    await (name === null ? stateDB?.remove(choiceKey(path)) : stateDB?.save(choiceKey(path), name));
  }

  /**
   * Executions of all pipelines of a notebook.
   *
   * @param path - The notebook's path on the server, without a drive's name.
   * @param declared - Contexts that the notebook's source declares.
   * @param live - Contexts that the kernel has; null where no kernel tells.
   * @param chosen - Name of the store to read instead of the notebook's own; null for that.
   */
  async read(
    path: string,
    declared: readonly ISourceContext[],
    live: readonly Context[] | null,
    chosen: string | null = null
  ): Promise<IStoreHistory> {
    const own = live && live.length > 0 ? livePlaces(live) : await this._places(path, declared);
    if (live && live.length > 0) {
      await this._options.stateDB?.save(key(path), own as never).catch(() => undefined);
    }
    const places = chosen === null ? own : chosenPlaces(chosen, declared, live, own);
    const executions: IStoredExecution[] = [];
    let problem: string | null = null;
    for (const { uri, pipelineName } of places) {
      try {
        const reply = await fetchExecutions(this._options.settings, uri, pipelineName);
        executions.push(...reply.executions.map(execution => ({ ...execution, pipelineName })));
      } catch (error) {
        if (!(error instanceof ServerFailure && error.status === NOT_THERE_YET)) {
          problem = error instanceof Error ? error.message : String(error);
        }
      }
    }
    return { executions, problem };
  }

  private async _places(path: string, declared: readonly ISourceContext[]): Promise<IStorePlace[]> {
    const places = declaredPlaces(path, declared);
    if (places.length > 0) {
      return places;
    }
    const remembered: unknown = await this._options.stateDB?.fetch(key(path)).catch(() => null);
    return Array.isArray(remembered) ? remembered.filter(isPlace) : [];
  }
}

function key(path: string): string {
  return `jupyterlab-tfx:stores:${path}`;
}

function choiceKey(path: string): string {
  return `jupyterlab-tfx:chosen-store:${path}`;
}

function isPlace(value: unknown): value is IStorePlace {
  const place = value as Partial<IStorePlace> | null;
  return typeof place?.uri === 'string' && typeof place.pipelineName === 'string';
}

function livePlaces(contexts: readonly Context[]): IStorePlace[] {
  const places = contexts
    .filter(context => context.store.kind === 'sqlite')
    .map(context => ({ uri: context.store.uri, pipelineName: context.pipelineName }));
  return unique(places);
}

/** All pipelines of the notebook whose names are known, in one store. */
function chosenPlaces(
  chosen: string,
  declared: readonly ISourceContext[],
  live: readonly Context[] | null,
  own: readonly IStorePlace[]
): IStorePlace[] {
  const known = live && live.length > 0 ? live : [...declared, ...own];
  return unique(
    known.flatMap(({ pipelineName }) =>
      pipelineName === null ? [] : [{ uri: `store:${chosen}`, pipelineName }]
    )
  );
}

function declaredPlaces(path: string, contexts: readonly ISourceContext[]): IStorePlace[] {
  const folder = PathExt.dirname(path);
  const places: IStorePlace[] = [];
  for (const context of contexts) {
    const { pipelineName } = context;
    const file = declaredStore(context);
    if (pipelineName !== null && file !== null && !file.includes('://')) {
      places.push({ uri: file.startsWith('/') ? file : PathExt.join(folder, file), pipelineName });
    }
  }
  return unique(places);
}

function unique(places: readonly IStorePlace[]): IStorePlace[] {
  return [...new Map(places.map(place => [`${place.uri} ${place.pipelineName}`, place])).values()];
}
