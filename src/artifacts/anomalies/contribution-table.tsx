/** Which values, or buckets, a distance comes from. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { figure, percent } from '../format';
import type { DistanceKind, IContribution } from '../statistics/compute-contributions';
import { contributions } from '../statistics/compute-contributions';
import { distributionOf } from '../statistics/compute-distribution';
import { Swatch } from '../statistics/feature-cells';
import type { IDatasetStatistics, IFeatureStatistics } from '../statistics/statistics';
import type { IDistance } from './anomalies';
import { distanceWords } from './anomaly-words';

/** A feature in one of the datasets that are held against each other. */
export interface IComparedFeature {
  readonly dataset: IDatasetStatistics;
  readonly feature: IFeatureStatistics;
  readonly label: string;
  readonly color: number;
}

/** Values, at most. */
const MOST = 8;

/** The largest first. */
export function ContributionTable(props: {
  readonly distance: IDistance;
  /** The two. */
  readonly drawn: readonly IComparedFeature[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { distance, drawn, trans } = props;
  const kind: DistanceKind =
    distance.type === 'JENSEN_SHANNON_DIVERGENCE' ? 'divergence' : 'largest';
  const all = React.useMemo(() => {
    const [one, two] = drawn.map(({ feature, dataset }) =>
      distributionOf(feature, dataset.weightedNumExamples > 0)
    );
    return one && two ? contributions(one, two, kind) : [];
  }, [drawn, kind]);
  if (all.length === 0) {
    return null;
  }
  return (
    <>
      <p>{sentence(distance, all, kind, trans)}</p>
      <table
        className="jp-TfxArtifact-table"
        aria-label={trans.__('%1: where it comes from', distanceWords(distance, trans))}
      >
        <thead>
          <tr>
            <th scope="col">{trans.__('Value')}</th>
            {drawn.map(({ label, color }) => (
              <th key={color} scope="col">
                <Swatch color={color} /> <bdi>{label}</bdi>
              </th>
            ))}
            <th scope="col">
              {kind === 'largest' ? trans.__('Difference') : trans.__('Part of the divergence')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, MOST).map(({ of, shareA, shareB, amount }, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{pieceWords(of, trans)}</bdi>
              </th>
              <td>{percent(shareA)}</td>
              <td>{percent(shareB)}</td>
              <td>{figure(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > MOST && (
        <p className="jp-TfxArtifact-note">
          {trans._n('and %1 more', 'and %1 more', all.length - MOST)}
        </p>
      )}
    </>
  );
}

/** What the figures mean, and how near they are to what was measured. */
function sentence(
  distance: IDistance,
  all: readonly IContribution[],
  kind: DistanceKind,
  trans: TranslationBundle
): string {
  const measured = figure(distance.value);
  const threshold = figure(distance.threshold);
  if (distance.type === 'L_INFTY') {
    return trans.__(
      'L-infinity distance: measured %1, allowed %2. It is the largest difference that a value’s share has; by the counts in the statistics that is %3.',
      ...[measured, threshold, figure(all[0].amount)]
    );
  }
  if (kind === 'divergence') {
    const together = all.reduce((sum, { amount }) => sum + amount, 0);
    return trans.__(
      'Approximate Jensen-Shannon divergence: measured %1, allowed %2. It is the sum of a part for each value or bucket; from the histograms of the statistics, cut where either has a bound, that is %3.',
      ...[measured, threshold, figure(together)]
    );
  }
  return trans.__(
    '%1: measured %2, allowed %3. These values’ shares differ most.',
    ...[distanceWords(distance, trans), measured, threshold]
  );
}

function pieceWords(of: IContribution['of'], trans: TranslationBundle): string {
  switch (of.kind) {
    case 'label':
      return of.label.slice(0, 200) || trans.__('(empty)');
    case 'range':
      return of.low === of.high
        ? figure(of.low)
        : `${figure(of.low)}\u00a0–\u00a0${figure(of.high)}`;
    case 'NaN':
      return 'NaN';
    case 'infinite':
      return trans.__('to infinity');
  }
}
