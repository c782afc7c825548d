/** Data flow between the notebook's statements: who provides what a statement reads. */
import { sortBefore } from '../order';
import { isSamePath } from '../paths';
import type { IParsedCell, IParsedStatement } from './cell';
import type { IPlace } from './values';

/** A provider of a statement, and the name or file for which. */
export interface IProvider {
  /** Index into {@link DataFlow.places}. */
  readonly at: number;
  readonly name: string;
}

/** A code cell with its id. */
export interface IFlowCell {
  readonly id: string;
  readonly parsed: IParsedCell;
  /** Of each statement. */
  readonly places: readonly IPlace[];
}

/**
 * Providers of every statement, in notebook order.
 *
 * A name comes from its latest earlier definition; where there is none, from the first later one (a notebook
 * that was run out of order). What changed the object in place since comes with it.
 */
export class DataFlow {
  /** All statements, in notebook order. */
  readonly places: readonly IPlace[];

  constructor(cells: readonly IFlowCell[]) {
    const places: IPlace[] = [];
    for (const cell of cells) {
      this._firstOfCell.set(cell.id, places.length);
      const { statements } = cell.parsed;
      for (let index = 0; index < statements.length; index++) {
        const at = places.length;
        const statement = statements[index];
        places.push(cell.places[index]);
        this._statements.push(statement);
        statement.defines.forEach(name => push(this._definitions, name, at));
        statement.mutates.forEach(name => push(this._mutations, name, at));
      }
    }
    this.places = places;
  }

  /** Note that a `%%writefile` cell writes a path, names put in. To be done before any {@link providers}. */
  addFile(cellId: string, path: string): void {
    this._files.push({ path, at: this._firstOfCell.get(cellId)! });
  }

  /** Indices of statements in an order in which each stands after those that define what it reads. */
  inOrder(): readonly number[] {
    const indices = this._statements.map((_, at) => at);
    if (!this._readsAhead()) {
      return indices;
    }
    return sortBefore(indices.map(String), id =>
      this._names(Number(id)).map(({ at }) => String(at))
    ).map(Number);
  }

  /** Index of a statement; undefined where there is none. */
  indexOf(place: IPlace): number | undefined {
    const first = this._firstOfCell.get(place.cellId);
    return first === undefined ? undefined : first + place.statement;
  }

  /** The statement at an index. */
  statement(at: number): IParsedStatement {
    return this._statements[at];
  }

  /** Providers of a statement. */
  providers(at: number): readonly IProvider[] {
    let providers = this._providers[at];
    if (!providers) {
      providers = this._find(at);
      this._providers[at] = providers;
    }
    return providers;
  }

  /** `%%writefile` cells that write a path, in notebook order. */
  writers(path: string): readonly number[] {
    return this._files
      .filter(file => isSamePath(file.path, path) || isSamePath(path, file.path))
      .map(file => file.at);
  }

  /** A statement reads a name that only later ones define. */
  private _readsAhead(): boolean {
    return this._statements.some(
      (statement, at) =>
        statement.uses.some(name => this._isLater(name, at)) ||
        statement.mutates.some(name => this._isLater(name, at))
    );
  }

  private _isLater(name: string, at: number): boolean {
    const definitions = this._definitions.get(name);
    return (
      definitions !== undefined && definitions[0] >= at && definitions[definitions.length - 1] > at
    );
  }

  private _names(at: number): IProvider[] {
    const statement = this._statements[at];
    const found: IProvider[] = [];
    for (const name of new Set([...statement.uses, ...statement.mutates])) {
      const definitions = this._definitions.get(name) ?? [];
      const before = lastBefore(definitions, at);
      const definition = before ?? definitions.find(other => other > at);
      if (definition !== undefined) {
        found.push({ at: definition, name });
      }
      const mutations = this._mutations.get(name) ?? [];
      for (let i = countUpTo(mutations, before ?? -1); mutations[i] < at; i++) {
        found.push({ at: mutations[i], name });
      }
    }
    return found;
  }

  private _find(at: number): IProvider[] {
    const found = this._names(at);
    for (const module of this._statements[at].imports) {
      for (const writer of this._files.length === 0
        ? []
        : this.writers(`${module.replace(/\./g, '/')}.py`)) {
        found.push({ at: writer, name: `${module}.py` });
      }
    }
    return found;
  }

  private readonly _statements: IParsedStatement[] = [];
  private readonly _definitions = new Map<string, number[]>();
  private readonly _mutations = new Map<string, number[]>();
  private readonly _files: { path: string; at: number }[] = [];
  private readonly _firstOfCell = new Map<string, number>();
  private readonly _providers: (readonly IProvider[] | undefined)[] = [];
}

function push(map: Map<string, number[]>, name: string, at: number): void {
  const list = map.get(name);
  if (list) {
    list.push(at);
  } else {
    map.set(name, [at]);
  }
}

/** The last of ascending numbers that is less than a bound. */
function lastBefore(sorted: readonly number[], bound: number): number | undefined {
  return sorted[countUpTo(sorted, bound - 1) - 1];
}

/** How many of ascending numbers are not above a bound. */
function countUpTo(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= bound) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
