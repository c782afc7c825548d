/** What differs between two texts, line by line. */
import { diffLines } from 'diff';

/** A line of a text, of the one before or of both. */
export interface IDiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Number in the text before, from 1; null for an added line. */
  readonly before: number | null;
  /** Number in the text now; null for a removed line. */
  readonly after: number | null;
}

/** Lines that are the same and far from every change. */
export interface IDiffGap {
  readonly kind: 'gap';
  /** How many. */
  readonly count: number;
}

/** Lines around a change that are shown with it. */
const AROUND = 3;

/** The lines of both texts in one order. */
export function lineDiff(before: string, after: string): IDiffLine[] {
  const lines: IDiffLine[] = [];
  let [old, now] = [0, 0];
  for (const part of diffLines(before, after)) {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
    for (const text of linesOf(part.value)) {
      lines.push({
        kind,
        text,
        before: kind === 'added' ? null : ++old,
        after: kind === 'removed' ? null : ++now
      });
    }
  }
  return lines;
}

/** The lines of a text, as those of one that nothing was changed in. */
export function plainLines(text: string): IDiffLine[] {
  return linesOf(text).map((line, index) => ({
    kind: 'same',
    text: line,
    before: index + 1,
    after: index + 1
  }));
}

/** Leaves out what is the same, but for the lines next to a change. */
export function withoutSame(lines: readonly IDiffLine[]): (IDiffLine | IDiffGap)[] {
  const near = new Set<number>();
  lines.forEach(({ kind }, index) => {
    if (kind !== 'same') {
      for (let i = index - AROUND; i <= index + AROUND; i++) {
        near.add(i);
      }
    }
  });
  const shown: (IDiffLine | IDiffGap)[] = [];
  let hidden = 0;
  const close = (): void => {
    if (hidden > 0) {
      shown.push({ kind: 'gap', count: hidden });
    }
    hidden = 0;
  };
  lines.forEach((line, index) => {
    if (near.has(index)) {
      close();
      shown.push(line);
    } else {
      hidden++;
    }
  });
  close();
  return shown;
}

function linesOf(text: string): string[] {
  if (text === '') {
    return [];
  }
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}
