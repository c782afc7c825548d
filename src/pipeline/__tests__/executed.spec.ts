import type { ExecutedCell } from '../../protocol';
import { ExecutedCells } from '../executed';

function ran(cellId: string | null, count: number | null, source: string): ExecutedCell {
  return { cellId, count, ok: true, source };
}

function cell(id: string, source: string, executionCount: number | null = null) {
  return { id, type: 'code' as const, source, executionCount };
}

describe('ExecutedCells', () => {
  it('knows the last execution of a cell, and the last up to a count', () => {
    const cells = new ExecutedCells(
      [ran('a', 1, 'x = 1'), ran('b', 2, ''), ran('a', 3, 'x = 2')],
      []
    );
    expect(cells.last('a')).toMatchObject({ order: 2, source: 'x = 2' });
    expect(cells.lastUpTo('a', 2)?.source).toBe('x = 1');
    expect(cells.lastBefore('a', 2)?.source).toBe('x = 1');
    expect(cells.lastUpTo('b', 1)).toBeNull();
    expect(cells.last('c')).toBeNull();
    expect([cells.reaches('a', 3), cells.reaches('a', 2), cells.reaches(null, 2)]).toEqual([
      true,
      false,
      true
    ]);
  });

  it('gives what ran before to the cell that shows its count and still has a line of it', () => {
    const history = [ran(null, 1, 'x = 1\ny = 2'), ran(null, 2, 'z = 3'), ran(null, null, 'w = 4')];
    const cells = new ExecutedCells(history, [cell('a', 'x = 9\ny = 2', 1), cell('b', 'other', 2)]);
    expect(cells.last('a')?.source).toBe('x = 1\ny = 2');
    expect(cells.last('b')).toBeNull();
  });

  it('tells the notebook as it had been executed', () => {
    const cells = new ExecutedCells(
      [ran('gone', 1, 'g'), ran('b', 2, 'b1'), ran('a', 3, 'a1'), ran('b', 4, 'b2')],
      []
    );
    const notebook = [cell('a', 'a9'), cell('b', 'b9'), cell('c', 'c9')];
    const texts = (count: number): string[] =>
      cells.notebookUpTo(notebook, count).map(({ source }) => source);
    expect(texts(2)).toEqual(['g', 'b1']);
    expect(texts(3)).toEqual(['g', 'a1', 'b1']);
    expect(texts(4)).toEqual(['g', 'a1', 'b2']);
  });
});
