/** The table of features: a row each. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { INamedDataset } from './compute-datasets';
import type { FeatureOrder } from './compute-order';
import type { IFeatureRow } from './compute-rows';
import type { IChartChoice } from './draw-feature';
import { ChartCell, FiguresCell, NameCell } from './feature-cells';

/** Props of {@link FeatureTable}. */
export interface IFeatureTableProps {
  readonly rows: readonly IFeatureRow[];
  /** The statistics have features, though none may be listed. */
  readonly hasFeatures: boolean;
  readonly datasets: readonly INamedDataset[];
  readonly shown: readonly number[];
  readonly choice: IChartChoice;
  readonly order: FeatureOrder;
  /** Charts with axes. */
  readonly large: boolean;
  /** As narrow as a panel. */
  readonly narrow: boolean;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly trans: TranslationBundle;
}

/** Pixels; style/statistics.css has the same. */
const SIZE = {
  name: { wide: 200, narrow: 132 },
  chart: { width: 180, height: 46 },
  large: { width: 340, height: 150 },
  figures: 620,
  line: 17
};

const rowKey = (row: IFeatureRow): string => row.key;

/** A press on a row selects it. */
export function FeatureTable(props: IFeatureTableProps): React.JSX.Element {
  const {
    rows,
    hasFeatures,
    datasets,
    shown,
    choice,
    order,
    large,
    narrow,
    selected,
    onSelect,
    trans
  } = props;
  const lines = SIZE.line * (shown.length + 1) + 8;
  const { width, height: least } = large ? SIZE.large : SIZE.chart;
  const height = Math.max(least, lines - 12);
  const columns = React.useMemo((): readonly ITableColumn<IFeatureRow>[] => {
    const same = { datasets, shown, choice, trans };
    return [
      {
        id: 'name',
        header: trans.__('Feature'),
        width: narrow ? SIZE.name.narrow : SIZE.name.wide,
        fixed: true,
        cell: row => <NameCell row={row} {...same} order={order} />
      },
      {
        id: 'chart',
        header: trans.__('Values'),
        width: width + 16,
        fixed: true,
        cell: row => <ChartCell row={row} {...same} width={width} height={height} axes={large} />
      },
      {
        id: 'figures',
        header: trans.__('Figures'),
        width: SIZE.figures,
        cell: row => <FiguresCell row={row} {...same} />
      }
    ];
  }, [datasets, shown, choice, order, trans, narrow, large, width, height]);
  const select = React.useCallback((row: IFeatureRow) => onSelect(row.key), [onSelect]);
  return (
    <VirtualTable
      label={trans.__('Features')}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      rowHeight={Math.max(height + 10, lines, 58)}
      empty={
        hasFeatures
          ? trans.__('No feature matches.')
          : trans.__('These statistics have no feature.')
      }
      selected={selected}
      onSelect={select}
    />
  );
}
