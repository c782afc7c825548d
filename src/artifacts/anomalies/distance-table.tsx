/** Drift and skew: what was measured, and what is allowed. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { figure } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IAnomalies, IDistance } from './anomalies';
import { distanceWords } from './anomaly-words';
import { isTooFar } from './compute-accept';
import { SeverityIcon } from './severity-icon';

/** A measurement. */
export interface IDistanceRow {
  readonly key: string;
  readonly split: string;
  readonly name: string;
  readonly which: 'drift' | 'skew';
  readonly distance: IDistance;
}

/** All measurements of all splits. */
export function distanceRows({ splits }: IAnomalies): readonly IDistanceRow[] {
  return splits.flatMap(({ split, distances }) =>
    distances.flatMap(({ name, drift, skew }) =>
      (
        [
          ['drift', drift],
          ['skew', skew]
        ] as const
      ).flatMap(([which, measured]) =>
        measured.map((distance, index) => ({
          key: JSON.stringify([split, name, which, index]),
          split,
          name,
          which,
          distance
        }))
      )
    )
  );
}

/** A row for each. */
export function DistanceTable(props: {
  readonly rows: readonly IDistanceRow[];
  /** They are all of one feature. */
  readonly one?: boolean;
  readonly trans: TranslationBundle;
  readonly height?: number;
}): React.JSX.Element {
  const { rows, one = false, trans, height } = props;
  const splits = new Set(rows.map(({ split }) => split)).size > 1;
  const columns: ITableColumn<IDistanceRow>[] = [
    {
      id: 'name',
      header: trans.__('Feature'),
      width: 170,
      cell: ({ name }) => <bdi title={name}>{name}</bdi>,
      sortBy: ({ name }) => name
    },
    {
      id: 'verdict',
      header: trans.__('Verdict'),
      width: 90,
      cell: ({ distance }) => (
        <span className="jp-TfxAnomalies-severity">
          <SeverityIcon verdict={isTooFar(distance) ? 'ERROR' : 'OK'} />
          {isTooFar(distance) ? trans.__('too far') : trans.__('near')}
        </span>
      ),
      sortBy: ({ distance }) => (isTooFar(distance) ? 0 : 1)
    },
    {
      id: 'value',
      header: trans.__('Distance'),
      width: 90,
      numeric: true,
      cell: ({ distance }) => figure(distance.value),
      sortBy: ({ distance }) => distance.value
    },
    {
      id: 'threshold',
      header: trans.__('Allowed'),
      width: 90,
      numeric: true,
      cell: ({ distance }) => figure(distance.threshold),
      sortBy: ({ distance }) => distance.threshold
    },
    {
      id: 'bar',
      header: trans.__('Beside what is allowed'),
      width: 160,
      cell: ({ distance }) => <DistanceBar distance={distance} trans={trans} />
    },
    {
      id: 'which',
      header: trans.__('From'),
      width: 190,
      cell: ({ which }) =>
        which === 'drift' ? trans.__('the data before (drift)') : trans.__('serving data (skew)'),
      sortBy: ({ which }) => which
    },
    {
      id: 'measure',
      header: trans.__('Measured by'),
      width: 220,
      cell: ({ distance }) => distanceWords(distance, trans),
      sortBy: ({ distance }) => distance.type
    }
  ];
  if (splits) {
    columns.splice(1, 0, {
      id: 'split',
      header: trans.__('Split'),
      width: 110,
      cell: ({ split }) => <bdi title={split}>{split}</bdi>,
      sortBy: ({ split }) => split
    });
  }
  return (
    <VirtualTable
      label={trans.__('Drift and skew')}
      rows={rows}
      columns={one ? columns.slice(1) : columns}
      rowKey={({ key }) => key}
      rowHeight={26}
      height={height}
      empty={trans.__('No distances were measured.')}
    />
  );
}

/** The distance as a bar; the mark in its middle is what is allowed. */
function DistanceBar(props: {
  readonly distance: IDistance;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { value, threshold } = props.distance;
  const share = threshold > 0 ? value / threshold : value > 0 ? Infinity : 0;
  const label = Number.isFinite(share)
    ? props.trans.__('%1 times what is allowed', figure(share))
    : props.trans.__('nothing is allowed');
  return (
    <span className="jp-TfxAnomalies-bar" role="img" aria-label={label} title={label}>
      <span
        data-tfx-far={isTooFar(props.distance)}
        style={{ width: `${Math.min(100, Math.max(0, share * 50) || 0)}%` }}
      />
    </span>
  );
}
