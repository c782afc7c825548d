/** Which code each cell had executed at any time in this kernel: the ground of staleness and of plans. */
import type { ExecutedCell } from '../protocol';
import type { INotebookCell, IStatement } from './source-graph';

/** Facts of a text that was executed. */
export interface IExecutedFacts {
  readonly statements: readonly IStatement[];
  readonly fingerprint: string;
}

/** One execution of a cell; `order` counts up through the whole history. */
export interface IExecution {
  readonly order: number;
  readonly count: number | null;
  readonly ok: boolean | null;
  readonly source: string;
}

/** A notebook cell, with the execution count that it shows. */
export interface ICountedCell extends INotebookCell {
  readonly executionCount: number | null;
}

/** History of executions by cell id, oldest first. */
export class ExecutedCells {
  /**
   * @param history In order of execution. An entry without a cell id (from before the kernel side was there)
   *   goes to the cell that shows its execution count, where that cell still has a line of it.
   */
  constructor(history: readonly ExecutedCell[], cells: readonly ICountedCell[]) {
    const byCount = new Map<number, ICountedCell>();
    cells.forEach(cell => cell.executionCount !== null && byCount.set(cell.executionCount, cell));
    history.forEach((entry, order) => {
      let id = entry.cellId;
      if (id === null && entry.count !== null) {
        const shown = byCount.get(entry.count);
        id = shown && isKin(shown.source, entry.source) ? shown.id : null;
      }
      if (id === null) {
        return;
      }
      if (entry.count !== null) {
        this._counts.add(entry.count);
      }
      const execution = { order, count: entry.count, ok: entry.ok, source: entry.source };
      const list = this._byCell.get(id);
      if (list) {
        list.push(execution);
      } else {
        this._byCell.set(id, [execution]);
      }
    });
  }

  /** The last execution of a cell; null where it never ran in this kernel. */
  last(cellId: string): IExecution | null {
    return this._byCell.get(cellId)?.at(-1) ?? null;
  }

  /** The last execution of a cell up to an execution count (inclusive); null where there is none. */
  lastUpTo(cellId: string, count: number): IExecution | null {
    const list = this._byCell.get(cellId) ?? [];
    for (let i = list.length - 1; i >= 0; i--) {
      const at = list[i].count;
      if (at !== null && at <= count) {
        return list[i];
      }
    }
    return null;
  }

  /**
   * Whether the history includes an execution count.
   *
   * @param cellId - The cell that had it; null for a run that was reconstructed and is only known by its count.
   */
  reaches(cellId: string | null, count: number): boolean {
    return cellId === null
      ? this._counts.has(count)
      : this.lastUpTo(cellId, count)?.count === count;
  }

  /** The last execution of a cell that is older than a place in the history; null where there is none. */
  lastBefore(cellId: string, order: number): IExecution | null {
    return (
      (this._byCell.get(cellId) ?? []).filter(execution => execution.order < order).at(-1) ?? null
    );
  }

  /**
   * The notebook as it had been executed up to an execution count: `cells` in their order, each with the text
   * that it last ran with, those that had not run left out, those that the notebook no longer has put first.
   */
  notebookUpTo(cells: readonly INotebookCell[], count: number): INotebookCell[] {
    const known = new Set(cells.map(cell => cell.id));
    const gone = [...this._byCell.keys()].filter(id => !known.has(id));
    const executed: INotebookCell[] = [];
    for (const id of [...gone, ...cells.map(cell => cell.id)]) {
      const execution = this.lastUpTo(id, count);
      if (execution !== null) {
        executed.push({ id, type: 'code', source: execution.source });
      }
    }
    return executed;
  }

  private readonly _counts = new Set<number>();
  private readonly _byCell = new Map<string, IExecution[]>();
}

/** Two texts that share a line of code: an edited cell, rather than another one with the same count. */
function isKin(a: string, b: string): boolean {
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line.length > 0);
  const known = new Set(lines(a));
  return lines(b).some(line => known.has(line));
}
