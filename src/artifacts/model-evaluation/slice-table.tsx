/** The table of slices: a row each, a column per metric, intervals drawn. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, figure } from '../format';
import type { ITableColumn, ITableSort } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { extentOf } from './compute-spread';
import { isCount } from './compute-order';
import type { IExtent } from './compute-spread';
import type { IMetricRows } from './metric-rows';
import { valueWords } from './value-words';

/** Pixels. */
const ROW = 26;
const WIDTH = {
  name: 240,
  narrow: 132,
  figure: 96,
  interval: 176,
  drawn: 72,
  most: 240,
  letter: 6.8
};
/** Rows whose intervals are looked at for a column's scale. */
const FEW = 500;

/** Props of {@link SliceTable}. */
export interface ISliceTableProps {
  readonly table: IMetricRows;
  /** In the order in which they are shown. */
  readonly rows: readonly number[];
  /** Columns of the table of metrics, in the order in which they are shown. */
  readonly columns: readonly number[];
  /** Names of all columns. */
  readonly figures: readonly string[];
  readonly nameOf: (row: number) => string;
  readonly sort: ITableSort | null;
  readonly onSort: (sort: ITableSort | null) => void;
  readonly pinned: ReadonlySet<number>;
  readonly onPin: (row: number) => void;
  /** Shows what is in a slice; its name is a link where this is there. */
  readonly onOpen?: (row: number) => void;
  readonly narrow: boolean;
  /** Pixels; fills its parent without it. */
  readonly height?: number;
  readonly trans: TranslationBundle;
}

/** A row's key is its number. */
const keyOf = (row: number): string => String(row);

/** Sorted by whoever has the rows. */
export function SliceTable(props: ISliceTableProps): React.JSX.Element {
  const { table, rows, columns, figures, nameOf, sort, onSort } = props;
  const { pinned, onPin, onOpen, narrow, height, trans } = props;
  const described = React.useMemo(
    (): readonly ITableColumn<number>[] => [
      {
        id: 'slice',
        header: trans.__('Slice'),
        width: narrow ? WIDTH.narrow : WIDTH.name,
        cell: row => (
          <SliceCell
            name={nameOf(row)}
            pinned={pinned.has(row)}
            onPin={() => onPin(row)}
            onOpen={onOpen && (() => onOpen(row))}
            trans={trans}
          />
        ),
        sortBy: nameOf
      },
      ...columns.map((column): ITableColumn<number> => {
        const name = figures[column];
        const drawn = rows.slice(0, 20).some(row => table.interval(row, column) !== null);
        const scale = drawn ? extentOf(table, rows.slice(0, FEW), column, true) : null;
        return {
          id: String(column),
          header: name,
          title: name,
          width: Math.min(
            WIDTH.most,
            Math.max(drawn ? WIDTH.interval : WIDTH.figure, name.length * WIDTH.letter + 24)
          ),
          numeric: true,
          cell: row => <FigureCell {...{ table, row, column, scale, trans }} />,
          sortBy: row => table.number(row, column)
        };
      })
    ],
    [table, rows, columns, figures, nameOf, pinned, onPin, onOpen, narrow, trans]
  );
  return (
    <VirtualTable
      label={trans.__('Slices')}
      rows={rows}
      columns={described}
      rowKey={keyOf}
      rowHeight={ROW}
      height={height}
      empty={trans.__('No slice matches.')}
      order={{ sort, onSort }}
    />
  );
}

function SliceCell(props: {
  readonly name: string;
  readonly pinned: boolean;
  readonly onPin: () => void;
  readonly onOpen?: () => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { name, pinned, onPin, onOpen, trans } = props;
  const action = pinned ? trans.__('Unpin %1', name) : trans.__('Pin %1 to the top', name);
  return (
    <span className="jp-TfxEvaluation-slice">
      <button aria-pressed={pinned} aria-label={action} title={action} onClick={onPin}>
        {pinned ? '★' : '☆'}
      </button>
      {onOpen ? (
        <button
          className="jp-TfxArtifact-link"
          title={trans.__('Rows of %1', name)}
          onClick={onOpen}
        >
          <bdi>{name}</bdi>
        </button>
      ) : (
        <bdi title={name}>{name}</bdi>
      )}
    </span>
  );
}

/** A figure, and where it is between the least and the greatest of its column, if anything is known of its spread. */
function FigureCell(props: {
  readonly table: IMetricRows;
  readonly row: number;
  readonly column: number;
  readonly scale: IExtent | null;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { table, row, column, scale, trans } = props;
  if (!table.has(row, column)) {
    return <span title={trans.__('This slice does not have it.')}>–</span>;
  }
  const value = table.number(row, column);
  const interval = scale ? table.interval(row, column) : null;
  if (interval && scale) {
    const said = `${figure(interval.lower)} – ${figure(interval.upper)}`;
    return (
      <span className="jp-TfxEvaluation-figure" title={said}>
        <IntervalMark value={value} lower={interval.lower} upper={interval.upper} scale={scale} />
        {figure(value)}
        <span className="jp-TfxEvaluation-spoken">{trans.__(', between %1', said)}</span>
      </span>
    );
  }
  const key = table.columns[column];
  if (!Number.isNaN(value)) {
    return <>{isCount(key) && Number.isInteger(value) ? count(value) : figure(value)}</>;
  }
  const words = valueWords(table.value(row, column), trans);
  return <span title={words.long}>{words.short}</span>;
}

function IntervalMark(props: {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly scale: IExtent;
}): React.JSX.Element {
  const { value, lower, upper, scale } = props;
  const width = WIDTH.drawn;
  const size = scale.high - scale.low || 1;
  const place = (at: number): number =>
    2 + Math.min(1, Math.max(0, (at - scale.low) / size)) * (width - 4);
  return (
    <svg width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <path d={`M${place(lower)},3v6m0,-3H${place(upper)}m0,-3v6`} />
      <circle cx={place(value)} cy="6" r="2.5" />
    </svg>
  );
}
