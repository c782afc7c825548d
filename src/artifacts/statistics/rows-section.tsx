/** From a value, or a bucket of a histogram, to the rows that have it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactHost } from '../artifact-view';
import { examplesOf } from '../find-examples';
import { count } from '../format';
import { useLoaded } from '../use-loaded';
import type { INamedDataset } from './compute-datasets';
import { rowChoices } from './compute-row-choices';
import type { IFeatureRow } from './compute-rows';
import { Swatch } from './feature-cells';

/** Nothing where the host opens no artifacts, or the feature is no field of a row. */
export function RowsSection(props: {
  readonly row: IFeatureRow;
  readonly datasets: readonly INamedDataset[];
  readonly shown: readonly number[];
  /** URIs of the artifacts; the same list while they are the same. */
  readonly uris: readonly string[];
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element | null {
  const { row, datasets, shown, uris, trans, host } = props;
  const found = useLoaded(
    React.useCallback(
      () => Promise.all(uris.map(uri => examplesOf(uri, host).catch(() => null))),
      [uris, host]
    )
  );
  const lines = React.useMemo(
    () =>
      shown.flatMap(index => {
        const feature = row.features[index];
        return feature
          ? rowChoices(feature, row.path).map(choice => ({ ...datasets[index], ...choice }))
          : [];
      }),
    [row, datasets, shown]
  );
  if (host.open === null || lines.length === 0 || found.state !== 'ready') {
    return null;
  }
  const examples = found.value;
  if (examples.every(address => address === null)) {
    return (
      <p className="jp-TfxArtifact-note">
        {trans.__(
          'The rows are not to be found: no open notebook’s pipeline says which Examples these statistics were made from.'
        )}
      </p>
    );
  }
  return (
    <details className="jp-TfxStatistics-rows">
      <summary>{trans.__('Rows of the examples, by value')}</summary>
      <table className="jp-TfxArtifact-table" aria-label={trans.__('Rows by value')}>
        <thead>
          <tr>
            <th scope="col">{trans.__('Dataset')}</th>
            <th scope="col">{trans.__('Rows with')}</th>
            <th scope="col">{trans.__('Count')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, color, item, dataset, count: many, filter, value }, at) => {
            const address = examples[item];
            const words = value === null ? trans.__('no value') : value.slice(0, 100);
            return (
              <tr key={at}>
                <th scope="row">
                  <Swatch color={color} /> <bdi>{label}</bdi>
                </th>
                <td>
                  {address ? (
                    <button
                      className="jp-TfxArtifact-link"
                      title={trans.__('Show the rows: %1', filter.slice(0, 1000))}
                      onClick={() =>
                        host.open?.([address], { rows: { split: dataset.split, filter } })
                      }
                    >
                      <bdi>{words}</bdi>
                    </button>
                  ) : (
                    <bdi>{words}</bdi>
                  )}
                </td>
                <td>{count(many)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
