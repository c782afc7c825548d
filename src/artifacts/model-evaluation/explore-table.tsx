/** Metrics of the slices that a person built. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IFigures } from '../../metrics/questions';
import type { ISliceValue, ISlicing } from '../../metrics/slicing';
import type { ViewSize } from '../artifact-view';
import { CopyButton } from '../copy-button';
import type { ITableSort } from '../virtual-table';
import { csvOf } from './compute-copy';
import { filterRows, orderOf, pinnedFirst, sortByName, sortByNumber } from './compute-order';
import { specOfSlicing } from './compute-slicing-spec';
import { ComputedRows } from './computed-rows';
import { figureWords, tellingOf } from './evaluation-words';
import { LeastField } from './least-field';
import { MetricChooser } from './metric-chooser';
import { useSliceNames } from './slice-names';
import { SliceOverview } from './slice-overview';
import { SliceTable } from './slice-table';

/** Pixels, in a cell. */
const HEIGHT = { table: 236, row: 27 };
/** All examples are the first row. */
const OVERALL: ReadonlySet<number> = new Set([0]);

/** Props of {@link ExploreTable}. */
export interface IExploreTableProps {
  readonly figures: IFigures;
  readonly weighted: boolean;
  readonly slicing: ISlicing;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  /** Shows the rows of a slice. */
  readonly onOpen: (slice: readonly ISliceValue[]) => void;
}

/** The overview, and the table. */
export function ExploreTable(props: IExploreTableProps): React.JSX.Element {
  const { figures, weighted, slicing, size, trans, onOpen } = props;
  const table = React.useMemo(() => new ComputedRows(figures, weighted), [figures, weighted]);
  const names = useSliceNames(table, trans);
  const words = table.columns.map(key => figureWords(key, tellingOf(table.columns), trans));
  const [columns, setColumns] = React.useState<readonly number[]>(() =>
    table.columns.flatMap((_, at) => (at === 1 && !weighted ? [] : [at])).slice(0, 10)
  );
  const [least, setLeast] = React.useState(0);
  const [sort, setSort] = React.useState<ITableSort | null>(null);
  const [pinned, setPinned] = React.useState(OVERALL);
  const rows = React.useMemo(
    () => ordered(table, filterRows(table, { words: '', least }, 0, names.lowerCase), sort, names),
    [table, least, sort, names]
  );
  const shown = pinnedFirst(rows, pinned);
  const height =
    size === 'compact' ? Math.min(HEIGHT.table, (shown.length + 1) * HEIGHT.row + 18) : undefined;
  const overview = rows.filter(row => row !== 0);
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <LeastField least={least} trans={trans} onChange={setLeast} />
        <MetricChooser names={words} chosen={columns} onChange={setColumns} trans={trans} />
        <CopyButton
          label={trans.__('Copy SlicingSpec')}
          title={trans.__('What makes the Evaluator slice so, as text of protobuf')}
          text={() => specOfSlicing(slicing)}
          trans={trans}
        />
        <CopyButton
          label={trans.__('Copy as CSV')}
          title={trans.__('The slices and metrics of the table, as they are shown')}
          text={() =>
            csvOf({
              ...{ table, columns, rows: shown, nameOf: names.name },
              headers: [trans.__('Slice'), ...columns.map(column => words[column])]
            })
          }
          trans={trans}
        />
      </div>
      {overview.length > 0 && (
        <SliceOverview
          key={columns.join()}
          {...{ table, columns, names, trans }}
          figures={words}
          rows={overview}
        />
      )}
      <div className="jp-TfxEvaluation-table">
        <SliceTable
          {...{ table, columns, sort, pinned, trans, height }}
          rows={shown}
          nameOf={names.name}
          onSort={setSort}
          onPin={row => setPinned(before => toggled(before, row))}
          onOpen={row => onOpen(figures.slices[row])}
          narrow={size === 'compact'}
        />
      </div>
    </>
  );
}

function toggled(before: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const next = new Set(before);
  if (!next.delete(row)) {
    next.add(row);
  }
  return next;
}

function ordered(
  table: ComputedRows,
  rows: readonly number[],
  sort: ITableSort | null,
  names: ReturnType<typeof useSliceNames>
): readonly number[] {
  if (sort === null) {
    return rows;
  }
  if (sort.column === 'slice') {
    return sortByName(rows, names.lowerCase, sort.down);
  }
  const numbers = table.numbers(Number(sort.column));
  return sortByNumber(rows, orderOf(numbers), numbers, sort.down);
}
