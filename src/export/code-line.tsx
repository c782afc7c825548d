/** A line of code, in colours once they are known. */
import * as React from 'react';

import type { ExportFile } from '../protocol';
import type { IDiffLine } from './line-diff';
import type { Highlight, IToken, TokenLines } from './token-lines';

/** The colours of a file now, and of the one before. */
export interface IColours {
  readonly after: TokenLines;
  readonly before: TokenLines;
}

/** The colours of a file; null until they are known. */
export function useColours(
  file: ExportFile | undefined,
  highlight: Highlight | null
): IColours | null {
  const [colours, setColours] = React.useState<IColours | null>(null);
  React.useEffect(() => {
    let isOver = false;
    setColours(null);
    if (file && highlight) {
      const { path, text, before } = file;
      void Promise.all([highlight(path, text), highlight(path, before ?? '')]).then(
        ([now, then]) => isOver || setColours({ after: now, before: then }),
        () => {} // It is read without colours.
      );
    }
    return () => {
      isOver = true;
    };
  }, [file, highlight]);
  return colours;
}

/** One line; plain where the colours are another text's. */
export function CodeLine(props: {
  readonly line: IDiffLine;
  readonly colours: IColours | null;
}): React.JSX.Element {
  const { line, colours } = props;
  const tokens = colours ? tokensOf(line, colours) : [];
  const isIt = tokens.map(({ text }) => text).join('') === line.text;
  return (
    <code>
      {isIt
        ? tokens.map(({ text, classes }, index) => (
            <span key={index} className={classes || undefined}>
              {text}
            </span>
          ))
        : line.text}
    </code>
  );
}

function tokensOf({ before, after }: IDiffLine, colours: IColours): readonly IToken[] {
  const [lines, number] = after === null ? [colours.before, before] : [colours.after, after];
  return number === null ? [] : (lines.at(number - 1) ?? []);
}
