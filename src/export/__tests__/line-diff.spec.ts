/** Lines of a diff. */
import * as fc from 'fast-check';

import { lineDiff, plainLines, withoutSame } from '../line-diff';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
  .map(lines => lines.map(line => `${line}\n`).join(''));

describe('lineDiff', () => {
  it('has both texts in it, in their order and with their numbers', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after);
        const side = (other: 'added' | 'removed') => lines.filter(({ kind }) => kind !== other);
        expect(side('added').map(line => line.text)).toEqual(
          plainLines(before).map(line => line.text)
        );
        expect(side('removed').map(line => line.text)).toEqual(
          plainLines(after).map(line => line.text)
        );
        expect(side('added').map(line => line.before)).toEqual(
          plainLines(before).map(line => line.before)
        );
        expect(side('removed').map(line => line.after)).toEqual(
          plainLines(after).map(line => line.after)
        );
      })
    );
  });

  it('shows what changed with three lines around it, and counts the rest', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const after = lines.map((line, i) => (i === 10 ? 'other' : line)).join('\n');
    const shown = withoutSame(lineDiff(lines.join('\n'), after));
    expect(shown.at(0)).toEqual({ kind: 'gap', count: 7 });
    expect(shown.at(-1)).toEqual({ kind: 'gap', count: 6 });
    expect(shown.slice(1, -1).map(line => line.kind)).toEqual([
      ...['same', 'same', 'same', 'removed', 'added', 'same', 'same', 'same']
    ]);
  });
});
