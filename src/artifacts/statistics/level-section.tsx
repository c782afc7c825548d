/** Presence and number of values at each level of a nested feature. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count } from '../format';
import type { IDrawnFeature } from './draw-feature';
import { Swatch } from './feature-cells';
import { exact } from './page-figures';

/** Nothing for a feature that is not nested. */
export function LevelSection(props: {
  readonly drawn: readonly IDrawnFeature[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { trans } = props;
  const drawn = props.drawn.filter(({ feature }) => (feature.common?.levels.length ?? 0) > 1);
  return drawn.length === 0 ? null : (
    <>
      <h4>{trans.__('Levels of nesting')}</h4>
      <table className="jp-TfxArtifact-table">
        <thead>
          <tr>
            <th scope="col">{trans.__('Dataset')}</th>
            <th scope="col">{trans.__('Level')}</th>
            <th scope="col">{trans.__('There')}</th>
            <th scope="col">{trans.__('Missing')}</th>
            <th scope="col">{trans.__('Fewest values')}</th>
            <th scope="col">{trans.__('Most values')}</th>
            <th scope="col">{trans.__('Values')}</th>
            <th scope="col">{trans.__('Weight there')}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.flatMap(({ name, color, feature }, index) =>
            (feature.common?.levels ?? []).map((level, depth) => {
              const weight = feature.common?.weightedLevels[depth];
              return (
                <tr key={`${index}/${depth}`}>
                  <th scope="row">
                    <Swatch color={color} /> <bdi>{name}</bdi>
                  </th>
                  <td>{depth + 1}</td>
                  <td>{count(level.numNonMissing)}</td>
                  <td>{count(level.numMissing)}</td>
                  <td>{count(level.minNumValues)}</td>
                  <td>{count(level.maxNumValues)}</td>
                  <td>{count(level.totNumValues)}</td>
                  <td>{weight ? exact(weight.numNonMissing) : '–'}</td>
                </tr>
              );
            })
          )}
        </tbody>
      </table>
    </>
  );
}
