import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { CodeLine } from '../code-line';
import { tokenLines } from '../token-lines';

/** What a highlighter writes. */
function highlighted(html: string): Element {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body;
}

const after = tokenLines(
  highlighted('<span class="k">def</span> f():\n  <span class="s">"""a\n\nb"""</span>\n')
);

it('takes tokens apart at the ends of lines', () => {
  expect(after.map(line => line.map(({ text, classes }) => [text, classes]))).toEqual([
    [
      ['def', 'k'],
      [' f():', '']
    ],
    [
      ['  ', ''],
      ['"""a', 's']
    ],
    [],
    [['b"""', 's']],
    []
  ]);
  expect(tokenLines(highlighted(''))).toEqual([[]]);
});

it('draws a line in colours, and plain where they are another text’s', () => {
  const colours = { after, before: tokenLines(highlighted('<span class="k">class</span> A:\n')) };
  const draw = (line: React.ComponentProps<typeof CodeLine>['line']): string =>
    renderToStaticMarkup(<CodeLine line={line} colours={colours} />);
  expect(draw({ kind: 'same', text: 'def f():', before: 9, after: 1 })).toBe(
    '<code><span class="k">def</span><span> f():</span></code>'
  );
  expect(draw({ kind: 'removed', text: 'class A:', before: 1, after: null })).toContain(
    '<span class="k">class</span>'
  );
  expect(draw({ kind: 'added', text: 'def <b>', before: null, after: 1 })).toBe(
    '<code>def &lt;b&gt;</code>'
  );
});
