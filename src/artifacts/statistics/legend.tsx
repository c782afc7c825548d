/** The datasets: their colours, sizes, and which of them are shown. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, figure } from '../format';
import type { INamedDataset } from './compute-datasets';
import { Swatch } from './feature-cells';

/** A checkbox for each dataset; of one, its size alone. */
export function Legend(props: {
  readonly datasets: readonly INamedDataset[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { datasets, hidden, onToggle, trans } = props;
  return (
    <div className="jp-TfxStatistics-legend" role="group" aria-label={trans.__('Datasets')}>
      {datasets.map(({ key, label, color, dataset }) => {
        const { numExamples, weightedNumExamples } = dataset;
        const size = trans._n('%2 example', '%2 examples', numExamples, count(numExamples));
        const weight =
          weightedNumExamples > 0 ? trans.__(', weight %1', figure(weightedNumExamples)) : '';
        return (
          <label key={key}>
            {datasets.length > 1 && (
              <>
                <input type="checkbox" checked={!hidden.has(key)} onChange={() => onToggle(key)} />
                <Swatch color={color} />
              </>
            )}
            <bdi title={label}>{label}</bdi>
            <small>
              {size}
              {weight}
            </small>
          </label>
        );
      })}
    </div>
  );
}
