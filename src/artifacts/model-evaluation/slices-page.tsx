/** Slices: the overview of one metric, and the table of all. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ViewSize } from '../artifact-view';
import { CopyButton } from '../copy-button';
import { count } from '../format';
import type { ITableSort } from '../virtual-table';
import { csvOf, pythonOf } from './compute-copy';
import {
  countColumn,
  overallRows,
  filterRows,
  pinnedFirst,
  sortByName,
  sortByNumber
} from './compute-order';
import type { IEvaluation } from './evaluation';
import { figureWords, tellingOf } from './evaluation-words';
import { LeastField } from './least-field';
import { MetricChooser } from './metric-chooser';
import { useSliceNames } from './slice-names';
import type { SliceNames } from './slice-names';
import type { SliceOrders } from './slice-orders';
import { MOST_BARS, SliceOverview } from './slice-overview';
import { useSliceOrders } from './slice-orders';
import { SliceTable } from './slice-table';

/** Columns that are shown at first. */
const FEW = 12;
/** Pixels. */
const HEIGHT = { table: 236, row: 27 };

/** Props of {@link SlicesPage}. */
export interface ISlicesPageProps {
  readonly evaluation: IEvaluation;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** All slices of one evaluation. */
export function SlicesPage({ evaluation, size, trans }: ISlicesPageProps): React.JSX.Element {
  const { metrics: table } = evaluation;
  const names = useSliceNames(table, trans);
  const figures = React.useMemo(() => {
    const telling = tellingOf(table.columns);
    return table.columns.map(key => figureWords(key, telling, trans));
  }, [table, trans]);
  const counts = React.useMemo(() => countColumn(table.columns), [table]);
  const [columns, setColumns] = React.useState(() => firstColumns(evaluation, counts));
  const [words, setWords] = React.useState('');
  const [least, setLeast] = React.useState(0);
  const [sort, setSort] = React.useState<ITableSort | null>(null);
  const [pinned, setPinned] = React.useState<ReadonlySet<number>>(
    () => new Set(overallRows(table))
  );
  const rows = React.useMemo(
    () => filterRows(table, { words, least }, counts, names.lowerCase),
    [table, words, least, counts, names]
  );
  const orders = useSliceOrders(table, columns);
  const ordered = React.useMemo(
    () => pinnedFirst(orderRows(rows, sort, evaluation, names, orders), pinned),
    [rows, sort, evaluation, names, orders, pinned]
  );
  const onPin = React.useCallback(
    (row: number) =>
      setPinned(before => {
        const next = new Set(before);
        if (!next.delete(row)) {
          next.add(row);
        }
        return next;
      }),
    []
  );
  const copied = {
    table,
    rows: ordered,
    columns,
    headers: [trans.__('Slice'), ...columns.map(column => figures[column])],
    nameOf: names.name
  };
  return (
    <div className="jp-TfxEvaluation-page">
      <div className="jp-TfxEvaluation-bar">
        <input
          type="search"
          className="jp-mod-styled"
          value={words}
          placeholder={trans.__('Find slices')}
          aria-label={trans.__('Find slices by feature or value')}
          onChange={event => setWords(event.target.value)}
        />
        {counts >= 0 && <LeastField least={least} trans={trans} onChange={setLeast} />}
        <MetricChooser names={figures} chosen={columns} onChange={setColumns} trans={trans} />
        {size === 'full' && (
          <>
            <CopyButton
              label={trans.__('Copy as CSV')}
              title={trans.__('The slices and metrics of the table, as they are shown')}
              text={() => csvOf(copied)}
              trans={trans}
            />
            <CopyButton
              label={trans.__('Copy as Python')}
              title={trans.__('A line that makes a pandas data frame of the table')}
              text={() => pythonOf(copied)}
              trans={trans}
            />
          </>
        )}
        <span role="status">
          {rows.length < table.rowCount
            ? trans.__('%1 of %2 slices', count(rows.length), count(table.rowCount))
            : trans._n('%2 slice', '%2 slices', table.rowCount, count(table.rowCount))}
        </span>
      </div>
      <SliceOverview
        key={columns.join()}
        {...{ table, columns, figures, names, trans }}
        // The order of many is not seen in a histogram.
        rows={ordered.length > MOST_BARS ? rows : ordered}
      />
      <div className="jp-TfxEvaluation-table">
        <SliceTable
          {...{ table, columns, sort, pinned, onPin, trans }}
          rows={ordered}
          nameOf={names.name}
          onSort={setSort}
          narrow={size === 'compact'}
          height={
            size === 'compact'
              ? Math.min(HEIGHT.table, (ordered.length + 1) * HEIGHT.row + 18)
              : undefined
          }
        />
      </div>
    </div>
  );
}

function orderRows(
  rows: readonly number[],
  sort: ITableSort | null,
  { metrics }: IEvaluation,
  names: SliceNames,
  orders: SliceOrders
): readonly number[] {
  if (sort === null) {
    return rows;
  }
  if (sort.column === 'slice') {
    return sortByName(rows, names.lowerCase, sort.down);
  }
  const column = Number(sort.column);
  return sortByNumber(rows, orders.ascending(column), metrics.numbers(column), sort.down);
}

/** The count first, then numbers of the model itself; changes against a baseline, and what is no number, last. */
function firstColumns({ metrics }: IEvaluation, counts: number): readonly number[] {
  const rank = (column: number): number =>
    column === counts
      ? 0
      : Number.isNaN(metrics.number(0, column)) && metrics.has(0, column)
        ? 3
        : metrics.columns[column].diff
          ? 2
          : 1;
  return metrics.columns
    .map((_key, column) => column)
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, FEW);
}
