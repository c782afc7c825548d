/** How the schema's text would change to take the data. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { DiffRegion } from './anomalies';

/** Lines on the page, at most. */
const SHOWN = 500;

interface ILine {
  readonly sign: ' ' | '−' | '+' | '…';
  readonly text: string;
}

/** Lines with their signs. */
export function DiffRegions(props: {
  readonly regions: readonly DiffRegion[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { regions, trans } = props;
  const lines = regions.flatMap(region => linesOf(region, trans));
  return lines.length === 0 ? null : (
    <pre className="jp-TfxAnomalies-diff" aria-label={trans.__('The change of the schema')}>
      {lines.slice(0, SHOWN).map(({ sign, text }, index) => (
        <div key={index} data-tfx-sign={sign}>
          {sign} {text}
        </div>
      ))}
      {lines.length > SHOWN && <div>…</div>}
    </pre>
  );
}

function linesOf(region: DiffRegion, trans: TranslationBundle): readonly ILine[] {
  const signed = (sign: ILine['sign'], lines: readonly string[]): ILine[] =>
    lines.map(text => ({ sign, text: text.replace(/\n$/, '') }));
  switch (region.kind) {
    case 'unchanged':
      return signed(' ', region.lines);
    case 'removed':
      return signed('−', region.lines);
    case 'added':
      return signed('+', region.lines);
    case 'changed':
      return [...signed('−', region.leftLines), ...signed('+', region.rightLines)];
    case 'hidden':
      return [{ sign: '…', text: trans._n('%1 line', '%1 lines', region.size) }];
  }
}
