/** From the notebook's cells to the graph of its pipeline, with the editor's own Python grammar. */
import type { INotebookCell, ISourceGraph } from '../source-graph';
import { parseCell } from './cell';
import type { IParsedCell } from './cell';
import { linkCells, placeCell } from './link';
import type { IPlacedCell } from './link';

export { cellDependencies } from './dependencies';
export type { ICellDependency } from './dependencies';

/**
 * Reads notebooks. It keeps what it has read of each cell, so that an edit costs the reading of one cell and
 * the linking of all.
 */
export class SourceParser {
  /** The graph of these cells. Never throws; a cell that is half typed counts as it last was. */
  parse(cells: readonly INotebookCell[]): ISourceGraph {
    const known = new Map<string, IPlacedCell>();
    const placed: IPlacedCell[] = [];
    let changed = cells.length !== this._order.length;
    cells.forEach((cell, index) => {
      const before = this._order[index];
      changed ||= before.id !== cell.id || before.type !== cell.type;
      if (cell.type !== 'code') {
        return;
      }
      const old = this._cells.get(cell.id);
      const parsed =
        old?.parsed.source === cell.source
          ? old.parsed
          : withLastGood(parseCell(cell.source), old?.parsed);
      changed ||= parsed !== old?.parsed;
      const now =
        old?.parsed === parsed && old.index === index ? old : placeCell(cell.id, index, parsed);
      known.set(cell.id, now);
      placed.push(now);
    });
    this._cells = known;
    if (changed || this._graph === null) {
      this._order = cells.map(({ id, type }) => ({ id, type }));
      this._graph = linkCells(placed);
    }
    return this._graph;
  }

  private _cells: ReadonlyMap<string, IPlacedCell> = new Map();
  private _order: readonly Pick<INotebookCell, 'id' | 'type'>[] = [];
  private _graph: ISourceGraph | null = null;
}

/** A cell that does not parse keeps the statements of its last text that did. */
function withLastGood(parsed: IParsedCell, old: IParsedCell | undefined): IParsedCell {
  return parsed.problem === null || !old || old.statements.length === 0
    ? parsed
    : {
        ...parsed,
        statements: old.statements,
        fingerprint: old.fingerprint,
        writesFile: old.writesFile
      };
}

const executed = new Map<string, Pick<IParsedCell, 'statements' | 'fingerprint'>>();
const MAX_EXECUTED = 4000;

/** Statements and fingerprint of a text that was executed, by the same rules; remembered by text. */
export function executedFacts(source: string): Pick<IParsedCell, 'statements' | 'fingerprint'> {
  let facts = executed.get(source);
  if (!facts) {
    if (executed.size >= MAX_EXECUTED) {
      executed.clear();
    }
    const { statements, fingerprint } = parseCell(source);
    facts = { statements, fingerprint };
    executed.set(source, facts);
  }
  return facts;
}
