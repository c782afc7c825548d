/** Statistics that a generator added: numbers, texts, histograms, of natural language. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Chart } from '../chart';
import { fileSize } from '../format';
import type { IDrawnFeature } from './draw-feature';
import { drawHistograms } from './draw-feature';
import { Swatch } from './feature-cells';
import { LanguageSection } from './language-section';
import { exact } from './page-figures';
import { RankChart } from './rank-chart';
import type { ICustomStatistic } from './statistics';

const SIZE = { width: 400, height: 180, axes: true };

/** Nothing where there are none. */
export function CustomSection(props: {
  readonly drawn: readonly IDrawnFeature[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { drawn, trans } = props;
  const all = drawn.flatMap(({ name, color, feature }) =>
    feature.custom.map(statistic => ({ dataset: name, color, statistic }))
  );
  return all.length === 0 ? null : (
    <>
      <h4>{trans.__('Custom statistics')}</h4>
      <table className="jp-TfxArtifact-table">
        <tbody>
          {all.map(({ dataset, color, statistic }, index) => (
            <tr key={index}>
              <th scope="row">
                <Swatch color={color} title={dataset} /> <bdi>{statistic.name}</bdi>
              </th>
              <td>
                <Value statistic={statistic} color={color} trans={trans} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Value(props: {
  readonly statistic: ICustomStatistic;
  readonly color: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { statistic, color, trans } = props;
  switch (statistic.kind) {
    case 'number':
      return <>{exact(statistic.number)}</>;
    case 'text':
      return <bdi>{statistic.text.slice(0, 10_000)}</bdi>;
    case 'histogram': {
      const { histogram, name } = statistic;
      return (
        <Chart
          draw={() => drawHistograms([{ name: '', color, histogram }], { ...SIZE, label: name })}
        />
      );
    }
    case 'ranks':
      return <RankChart ranks={statistic.ranks} label={statistic.name} color={color} />;
    case 'language':
      return <LanguageSection language={statistic.language} color={color} trans={trans} />;
    case 'message':
      return (
        <span>
          {trans.__(
            'A message of type %1 (%2), which only its makers can read',
            statistic.typeUrl.slice(0, 300),
            fileSize(statistic.size, trans)
          )}
        </span>
      );
    case 'nothing':
      return <>–</>;
  }
}
