/** Values by rank, as bars. */
import * as React from 'react';

import { valueBars } from '../../charts/value-bars';
import { Chart } from '../chart';
import type { IRankHistogram } from './statistics';

const SIZE = { width: 400, height: 180, axes: true };

/** The first ranks. */
export function RankChart(props: {
  readonly ranks: IRankHistogram;
  readonly label: string;
  readonly color: number;
}): React.JSX.Element {
  const { ranks, label, color } = props;
  const values = ranks.buckets.map(bucket => ({
    label: bucket.label || `${bucket.lowRank}–${bucket.highRank}`,
    count: bucket.sampleCount
  }));
  const total = values.reduce((sum, { count }) => sum + count, 0);
  return <Chart draw={() => valueBars([{ name: '', color, values, total }], { ...SIZE, label })} />;
}
