/** Code in the colours of its language, line by line. */

/** A piece of a line, and the classes that colour it; empty where it has no colour. */
export interface IToken {
  readonly text: string;
  readonly classes: string;
}

/** The tokens of each line. */
export type TokenLines = readonly (readonly IToken[])[];

/** Colours a file's text; lines are those of the text. */
export type Highlight = (path: string, text: string) => Promise<TokenLines>;

/** Takes apart what a highlighter wrote into an element: spans with classes, and text between them. */
export function tokenLines(element: Element): TokenLines {
  const lines: IToken[][] = [[]];
  for (const node of element.childNodes) {
    const classes = node instanceof Element ? node.className : '';
    (node.textContent ?? '').split('\n').forEach((text, index) => {
      if (index > 0) {
        lines.push([]);
      }
      if (text !== '') {
        lines[lines.length - 1].push({ text, classes });
      }
    });
  }
  return lines;
}
