/** Where each scalar began, ended, and was at its lowest and highest. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, figure } from '../format';
import type { IScalarGroup } from './compute-groups';
import type { IScalarPoint } from './decode-series';

/** Rows, at most: charts have the rest. */
const MOST = 200;

/** A row per scalar and run. */
export function SummaryTable(props: {
  readonly groups: readonly IScalarGroup[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { groups, trans } = props;
  const rows = groups.flatMap(({ tag, series }) => series.map(one => ({ ...one, tag })));
  const at = (point: IScalarPoint | null): React.ReactNode =>
    point && <span title={trans.__('at step %1', count(point.step))}>{figure(point.value)}</span>;
  return (
    <table className="jp-TfxRun-summary" aria-label={trans.__('Scalars in figures')}>
      <thead>
        <tr>
          <th scope="col">{trans.__('Scalar')}</th>
          <th scope="col">{trans.__('Run')}</th>
          <th scope="col">{trans.__('First')}</th>
          <th scope="col">{trans.__('Last')}</th>
          <th scope="col">{trans.__('Lowest')}</th>
          <th scope="col">{trans.__('Highest')}</th>
          <th scope="col">{trans.__('Last step')}</th>
          <th scope="col">{trans.__('Values')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST).map(({ tag, name, points, lowest, highest, count: values }, index) => (
          <tr key={index}>
            <th scope="row" title={tag.slice(0, 1000)}>
              <bdi>{tag}</bdi>
            </th>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>{at(points.at(0) ?? null)}</td>
            <td>{at(points.at(-1) ?? null)}</td>
            <td>{at(lowest)}</td>
            <td>{at(highest)}</td>
            <td>{count(points.at(-1)?.step ?? 0)}</td>
            <td>{count(values)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
