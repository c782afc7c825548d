/** Correlations of features. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { matrix } from '../../charts/matrix';
import { Chart } from '../chart';
import { correlations } from './compute-correlations';
import type { INamedDataset } from './compute-datasets';
import { Choice } from './controls';
import { Swatch } from './feature-cells';

/** Features in a matrix. */
const MOST = 60;
/** Pixels. */
const WIDTH = 900;

/** A matrix of one dataset at a time. */
export function CorrelationsPage(props: {
  readonly datasets: readonly INamedDataset[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { trans } = props;
  const datasets = props.datasets.filter(({ dataset }) => dataset.hasCrosses);
  const [key, setKey] = React.useState(datasets[0]?.key ?? '');
  const shown = datasets.find(dataset => dataset.key === key) ?? datasets.at(0);
  const data = React.useMemo(
    () => (shown ? correlations(shown.dataset.crosses, MOST) : null),
    [shown]
  );
  const draw = React.useCallback(
    () =>
      data &&
      matrix(data, {
        label: trans.__('Correlations of %1 features', data.names.length),
        width: WIDTH
      }),
    [data, trans]
  );
  return (
    <div className="jp-TfxStatistics-correlations">
      {datasets.length > 1 && shown && (
        <p>
          <Swatch color={shown.color} />
          <Choice
            label={trans.__('Dataset')}
            value={shown.key}
            options={datasets.map(dataset => [dataset.key, dataset.label] as const)}
            onChange={setKey}
          />
        </p>
      )}
      {data ? (
        <>
          <Chart draw={draw} />
          {data.left > 0 && (
            <p className="jp-TfxArtifact-note">
              {trans.__(
                'The %1 features that correlate most are shown; %2 more are on the pages of features.',
                data.names.length,
                data.left
              )}
            </p>
          )}
        </>
      ) : (
        <p className="jp-TfxArtifact-note">
          {trans.__('No correlations here: lift of categories is on the pages of features.')}
        </p>
      )}
    </div>
  );
}
