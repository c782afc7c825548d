/** The notebook's cells: as the parser takes them, by id, in words, and into view. */
import type { Cell, ICodeCellModel } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { ICountedCell } from '../pipeline/executed';

const FLASH_CLASS = 'jp-mod-tfxFlash';
const FLASH_MS = 1200;
const LABEL_LENGTH = 40;

/** All cells, with their text and the execution count that they show. */
export function readCells(notebook: Notebook): ICountedCell[] {
  const cells: ICountedCell[] = [];
  for (const model of notebook.model?.cells ?? []) {
    cells.push({
      id: model.id,
      type: model.type === 'code' || model.type === 'markdown' ? model.type : 'raw',
      source: model.sharedModel.getSource(),
      executionCount: model.type === 'code' ? (model as ICodeCellModel).executionCount : null
    });
  }
  return cells;
}

/** Whether a notebook is in Python. One that names no language is taken for it. */
export function isPython({ model }: Notebook): boolean {
  const kernelspec = model?.getMetadata('kernelspec') as
    { readonly language?: unknown } | undefined;
  const info = model?.getMetadata('language_info') as { readonly name?: unknown } | undefined;
  const language = kernelspec?.language ?? info?.name ?? 'python';
  return typeof language !== 'string' || /python/i.test(language);
}

/** Ids of the cells that were sent to the kernel and have not ended. */
export function pendingCells(notebook: Notebook): string[] {
  const ids: string[] = [];
  for (const model of notebook.model?.cells ?? []) {
    if (model.type === 'code' && (model as ICodeCellModel).executionState === 'running') {
      ids.push(model.id);
    }
  }
  return ids;
}

/** The widget of a cell; undefined where the notebook has it no more. */
export function findCell(notebook: Notebook, cellId: string): Cell | undefined {
  return notebook.widgets.find(cell => cell.model.id === cellId);
}

/** A cell in words: its position (from 1) and its first line of code. */
export function cellLabel(
  notebook: Notebook | null,
  cellId: string,
  trans: TranslationBundle
): string {
  const index = notebook?.widgets.findIndex(cell => cell.model.id === cellId) ?? -1;
  if (!notebook || index < 0) {
    return trans.__('a cell that is no longer there');
  }
  const source = notebook.widgets[index].model.sharedModel.getSource();
  const lines = source.split('\n').map(line => line.trim());
  const first = lines.find(line => line !== '' && !line.startsWith('#')) ?? '';
  const words = first.length > LABEL_LENGTH ? `${first.slice(0, LABEL_LENGTH - 1)}…` : first;
  return words === '' ? trans.__('Cell %1', index + 1) : trans.__('Cell %1: %2', index + 1, words);
}

/**
 * Make a cell the active one, bring it into view and let it light up for a moment.
 *
 * @param line 1-based line to put the cursor on.
 * @returns false where the notebook has no such cell.
 */
export async function revealCell(
  notebook: Notebook,
  cellId: string,
  line?: number
): Promise<boolean> {
  const index = notebook.widgets.findIndex(cell => cell.model.id === cellId);
  if (index < 0) {
    return false;
  }
  const cell = notebook.widgets[index];
  notebook.deselectAll();
  notebook.activeCellIndex = index;
  await notebook.scrollToItem(index, 'smart');
  await cell.ready;
  if (line !== undefined && cell.editor) {
    const last = cell.editor.lineCount - 1;
    cell.editor.setCursorPosition({ line: Math.max(0, Math.min(line - 1, last)), column: 0 });
  }
  cell.addClass(FLASH_CLASS);
  window.setTimeout(() => cell.removeClass(FLASH_CLASS), FLASH_MS);
  return true;
}

/** Put a code cell below another one (or last), unless that one or the next is just it; its id. */
export function insertBelow(notebook: Notebook, cellId: string | null, source: string): string {
  const shared = notebook.model!.sharedModel;
  const found = cellId === null ? -1 : shared.cells.findIndex(cell => cell.getId() === cellId);
  const at = found < 0 ? shared.cells.length : found + 1;
  const there = [shared.cells[at - 1], shared.cells[at]].find(
    cell => cell?.cell_type === 'code' && cell.getSource().trim() === source.trim()
  );
  if (there) {
    return there.getId();
  }
  return shared.insertCell(at, { cell_type: 'code', source, metadata: {} }).getId();
}
