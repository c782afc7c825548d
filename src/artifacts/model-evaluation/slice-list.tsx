/** Slices: which of them, the overview of one metric, and the table of all. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ViewSize } from '../artifact-view';
import { CopyButton } from '../copy-button';
import { count } from '../format';
import type { ITableSort } from '../virtual-table';
import { csvOf, pythonOf } from './compute-copy';
import {
  countColumn,
  filterRows,
  overallRows,
  pinnedFirst,
  sortByName,
  sortByNumber
} from './compute-order';
import { LeastField } from './least-field';
import { MetricChooser } from './metric-chooser';
import type { IMetricRows } from './metric-rows';
import type { SliceNames } from './slice-names';
import { useSliceNames } from './slice-names';
import type { SliceOrders } from './slice-orders';
import { useSliceOrders } from './slice-orders';
import { MOST_BARS, SliceOverview } from './slice-overview';
import { SliceTable } from './slice-table';

/** Pixels. */
const HEIGHT = { table: 236, row: 27 };

/** Props of {@link SliceList}. */
export interface ISliceListProps {
  /** May be another one at any time, with the same columns. */
  readonly table: IMetricRows;
  /** Names of its columns. */
  readonly figures: readonly string[];
  /** Columns that are shown at first. */
  readonly first: () => readonly number[];
  /** Makes text of protobuf of the slices, where somebody asked for them here. */
  readonly spec?: () => string;
  /** Shows what is in a slice. */
  readonly onOpen?: (row: number) => void;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** Finds, chooses, sorts, pins and copies. */
export function SliceList(props: ISliceListProps): React.JSX.Element {
  const { table, figures, first, spec, onOpen, size, trans } = props;
  const names = useSliceNames(table, trans);
  const counts = React.useMemo(() => countColumn(table.columns), [table]);
  const overall = React.useMemo(() => overallRows(table), [table]);
  const [columns, setColumns] = React.useState(first);
  const [words, setWords] = React.useState('');
  const [least, setLeast] = React.useState(0);
  const [sort, setSort] = React.useState<ITableSort | null>(null);
  const { pinned, onPin } = usePinned(table, names, overall);
  const rows = React.useMemo(
    () => filterRows(table, { words, least }, counts, names.lowerCase),
    [table, words, least, counts, names]
  );
  const orders = useSliceOrders(table, columns);
  const ordered = React.useMemo(
    () => pinnedFirst(orderRows(rows, sort, table, names, orders), pinned),
    [rows, sort, table, names, orders, pinned]
  );
  const drawn = React.useMemo(() => {
    // The order of many is not seen in a histogram; all examples are a line.
    const shown = ordered.length > MOST_BARS ? rows : ordered;
    const others = shown.filter(row => !overall.includes(row));
    return others.length > 0 ? others : shown;
  }, [ordered, rows, overall]);
  const copied = {
    ...{ table, columns, rows: ordered, nameOf: names.name },
    headers: [trans.__('Slice'), ...columns.map(column => figures[column])]
  };
  const height =
    size === 'compact' ? Math.min(HEIGHT.table, (ordered.length + 1) * HEIGHT.row + 18) : undefined;
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <input
          type="search"
          className="jp-mod-styled"
          value={words}
          placeholder={trans.__('Find slices')}
          aria-label={trans.__('Find slices by feature or value')}
          onChange={event => setWords(event.target.value)}
        />
        {counts >= 0 && <LeastField lowest={0} {...{ least, trans }} onChange={setLeast} />}
        <MetricChooser names={figures} chosen={columns} onChange={setColumns} trans={trans} />
        {spec && (
          <CopyButton
            label={trans.__('Copy SlicingSpec')}
            title={trans.__('What makes the Evaluator slice so, as text of protobuf')}
            text={spec}
            trans={trans}
          />
        )}
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
            : // Who asked for them here is told how many there are.
              !spec && trans._n('%2 slice', '%2 slices', table.rowCount, count(table.rowCount))}
        </span>
      </div>
      <SliceOverview
        key={columns.join()}
        {...{ table, columns, figures, names, trans }}
        rows={drawn}
      />
      <div className="jp-TfxEvaluation-table">
        <SliceTable
          {...{ table, columns, figures, sort, pinned, onPin, onOpen, height, trans }}
          rows={ordered}
          nameOf={names.name}
          onSort={setSort}
          narrow={size === 'compact'}
        />
      </div>
    </>
  );
}

/** Rows at the top: those of all examples at first. In another table they are the same as long as their slices are. */
function usePinned(
  table: IMetricRows,
  names: SliceNames,
  overall: readonly number[]
): { readonly pinned: ReadonlySet<number>; readonly onPin: (row: number) => void } {
  const [asked, setAsked] = React.useState<ReadonlyMap<number, string>>(
    () => new Map(overall.map(row => [row, names.name(row)]))
  );
  const pinned = React.useMemo(
    () =>
      new Set(
        [...asked].flatMap(([row, name]) =>
          row < table.rowCount && names.name(row) === name ? [row] : []
        )
      ),
    [table, names, asked]
  );
  const onPin = React.useCallback(
    (row: number) =>
      setAsked(before => {
        const name = names.name(row);
        const others = [...before].filter(([other]) => other !== row);
        return new Map(before.get(row) === name ? others : [...others, [row, name]]);
      }),
    [names]
  );
  return { pinned, onPin };
}

function orderRows(
  rows: readonly number[],
  sort: ITableSort | null,
  table: IMetricRows,
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
  return sortByNumber(rows, orders.ascending(column), table.numbers(column), sort.down);
}
