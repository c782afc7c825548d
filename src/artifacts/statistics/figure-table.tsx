/** All figures, a column for each dataset. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IDrawnFeature } from './draw-feature';
import { Swatch } from './feature-cells';
import { pageFigures } from './page-figures';

/** Figures that no dataset has are left out. */
export function FigureTable(props: {
  readonly drawn: readonly IDrawnFeature[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { drawn, trans } = props;
  const parts = pageFigures(trans).flatMap(({ heading, figures }) => {
    const lines = figures
      .map(({ label, value }) => ({ label, values: drawn.map(({ feature }) => value(feature)) }))
      .filter(({ values }) => values.some(value => value !== null));
    return lines.length > 0 ? [{ heading, lines }] : [];
  });
  return (
    <table className="jp-TfxArtifact-table jp-TfxStatistics-all">
      <thead>
        <tr>
          <td />
          {drawn.map(({ name, color }, index) => (
            <th key={index} scope="col">
              <Swatch color={color} /> <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ heading, lines }) => (
        <tbody key={heading}>
          <tr>
            <th colSpan={drawn.length + 1} scope="rowgroup">
              {heading}
            </th>
          </tr>
          {lines.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={index}>{value ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
