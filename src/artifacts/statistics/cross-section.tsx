/** A feature together with others: correlation and lift. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, figure } from '../format';
import { correlatedWith, liftedBy } from './compute-crosses';
import type { INamedDataset } from './compute-datasets';
import type { IFeatureRow } from './compute-rows';
import { Swatch } from './feature-cells';

/** Lines for each dataset. */
const MOST = 50;

/** Nothing where nobody computed it. */
export function CrossSection(props: {
  readonly row: IFeatureRow;
  readonly datasets: readonly INamedDataset[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { row, trans } = props;
  const datasets = props.datasets.filter(({ dataset }) => dataset.hasCrosses);
  return (
    <>
      {datasets.map(({ key, label, color, dataset }) => {
        const correlated = correlatedWith(dataset.crosses, row.path).slice(0, MOST);
        const lifted = liftedBy(dataset.crosses, row.path, false).slice(0, MOST);
        return (
          <React.Fragment key={key}>
            {correlated.length > 0 && (
              <>
                <h4>
                  <Swatch color={color} title={label} /> {trans.__('Correlation with others')}
                </h4>
                <table className="jp-TfxArtifact-table">
                  <thead>
                    <tr>
                      <th scope="col">{trans.__('Feature')}</th>
                      <th scope="col">{trans.__('Correlation')}</th>
                      <th scope="col">{trans.__('Covariance')}</th>
                      <th scope="col">{trans.__('Examples')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {correlated.map((each, index) => (
                      <tr key={index}>
                        <th scope="row">
                          <bdi>{each.other}</bdi>
                        </th>
                        <td>{figure(each.correlation)}</td>
                        <td>{figure(each.covariance)}</td>
                        <td>{count(each.count)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
            {lifted.length > 0 && (
              <>
                <h4>
                  <Swatch color={color} title={label} />{' '}
                  {trans.__('Lift: how much likelier a value is where another feature has a value')}
                </h4>
                <table className="jp-TfxArtifact-table">
                  <thead>
                    <tr>
                      <th scope="col">{trans.__('Value')}</th>
                      <th scope="col">{trans.__('Other feature')}</th>
                      <th scope="col">{trans.__('Its value')}</th>
                      <th scope="col">{trans.__('Lift')}</th>
                      <th scope="col">{trans.__('Both')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lifted.map((each, index) => (
                      <tr key={index}>
                        <th scope="row">
                          <bdi>{each.x.slice(0, 300)}</bdi>
                        </th>
                        <td>
                          <bdi>{each.other}</bdi>
                        </td>
                        <td>
                          <bdi>{each.y.slice(0, 300)}</bdi>
                        </td>
                        <td>{figure(each.lift)}</td>
                        <td>{figure(each.count)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
          </React.Fragment>
        );
      })}
    </>
  );
}
