/** A table of any number of rows: only those in view are on the page. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import * as React from 'react';

/** Of more columns than these, only those in view are on the page. */
const MANY = 40;

/** Pixels of rows above and below those in view that are on the page too. */
const BEYOND = 240;

/** Pixels of the line below a row. */
const BORDER = 1;

/** Milliseconds until those are drawn: the first frames are for what is in view. */
const SOON = 100;

/** A column. */
export interface ITableColumn<T> {
  readonly id: string;
  readonly header: string;
  /** Says more about the column. */
  readonly title?: string;
  /**
   * Pixels; the first column is the row's name, and stays in view. Where there is room, columns of words are wider, in
   * proportion, unless they are `fixed`.
   */
  readonly width: number;
  readonly fixed?: boolean;
  readonly numeric?: boolean;
  readonly cell: (row: T) => React.ReactNode;
  /** What to sort by; a column without it is not sorted by. */
  readonly sortBy?: (row: T) => number | string;
}

/** Props of {@link VirtualTable}. */
export interface IVirtualTableProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly ITableColumn<T>[];
  /** Names a row. The same function at each drawing, where there are many rows. */
  readonly rowKey: (row: T, index: number) => string;
  /** Pixels of a row, the line below it left out; more where its content needs more. */
  readonly rowHeight: number;
  /** Pixels of the whole; without it, the table fills its parent. */
  readonly height?: number;
  /** Said where there are no rows. */
  readonly empty: string;
  readonly selected?: string | null;
  /** A press on a row, or Enter on it. */
  readonly onSelect?: (row: T) => void;
  /** Below a row, across all columns; null for none. */
  readonly detail?: (row: T) => React.ReactNode;
  /** Told when the end comes near, to load more. */
  readonly onEnd?: () => void;
  /** Where the rows come in this order already, and are ordered anew by who has them. */
  readonly order?: {
    readonly sort: ITableSort | null;
    readonly onSort: (sort: ITableSort | null) => void;
  };
}

/** By which column the rows are ordered. */
export interface ITableSort {
  readonly column: string;
  readonly down: boolean;
}

/** Sorted by a press on a header; the arrows walk the rows, Enter selects one. */
export function VirtualTable<T>(props: IVirtualTableProps<T>): React.JSX.Element {
  const { label, columns, rowKey, rowHeight, height, empty, selected, onSelect, detail } = props;
  const scroller = React.useRef<HTMLDivElement>(null);
  const [own, setOwn] = React.useState<ITableSort | null>(null);
  const { sort, onSort } = props.order ?? { sort: own, onSort: setOwn };
  const [focus, setFocus] = React.useState(0);
  // What is beyond the view comes after what is in it.
  const [beyond, setBeyond] = React.useState(false);
  React.useEffect(() => {
    const soon = setTimeout(() => setBeyond(true), SOON);
    return () => clearTimeout(soon);
  }, []);
  const ordered = props.order !== undefined;
  const rows = React.useMemo(
    () => (ordered ? props.rows : sorted(props.rows, columns, sort)),
    [ordered, props.rows, columns, sort]
  );
  // The same function while the rows are the same: with another one, all of them are placed anew.
  const keyAt = React.useCallback((index: number) => rowKey(rows[index], index), [rows, rowKey]);
  // Rows that others order are as high as each other: with keys of their places, none is placed anew.
  const getItemKey = ordered ? place : keyAt;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight + BORDER,
    overscan: beyond ? Math.max(2, Math.min(8, Math.round(BEYOND / rowHeight))) : 0,
    getItemKey
  });
  const across = useVirtualizer({
    horizontal: true,
    enabled: columns.length > MANY,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => columns[index].width,
    overscan: 4,
    getItemKey: React.useCallback((index: number) => columns[index].id, [columns])
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { onEnd } = props;
  React.useEffect(() => {
    if (last >= rows.length - 1 && rows.length > 0) {
      onEnd?.();
    }
  }, [last, rows.length, onEnd]);

  const inView = columns.length > MANY ? across.getVirtualItems() : null;
  const from = inView?.at(0)?.index;
  const to = inView?.at(-1)?.index;
  // The same while the same columns are in view: rows are not drawn again then.
  const { drawn, template, width } = React.useMemo(
    () => cells(columns, across),
    [columns, from, to]
  );
  const latest = React.useRef({ rows, onSelect });
  latest.current = { rows, onSelect };
  const onPress = React.useCallback((index: number) => {
    setFocus(index);
    latest.current.onSelect?.(latest.current.rows[index]);
  }, []);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = target(event.key, focus, rows.length);
    if (to !== null) {
      event.preventDefault();
      setFocus(to);
      virtual.scrollToIndex(to);
    } else if (event.key === 'Enter' && rows.length > 0 && onSelect) {
      event.preventDefault();
      onSelect(rows[Math.min(focus, rows.length - 1)]);
    }
  };

  return (
    <div
      ref={scroller}
      className="jp-TfxTable"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      style={height === undefined ? undefined : { height }}
      onKeyDown={onKeyDown}
    >
      <div
        className="jp-TfxTable-header"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minWidth: width }}
      >
        {drawn.map(({ column, index, area }) => (
          <Header key={column.id} {...{ column, index, area, sort, onSort }} />
        ))}
      </div>
      {rows.length === 0 && <p className="jp-TfxArtifact-note">{empty}</p>}
      <div
        className="jp-TfxTable-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), minWidth: width }}
      >
        {items.map(({ index, key, start }) => (
          <Row
            key={key}
            {...{ index, start, drawn, template, width, rowHeight }}
            row={rows[index]}
            measure={virtual.measureElement}
            hasFocus={index === focus}
            selected={selected === undefined ? undefined : selected === keyAt(index)}
            below={detail?.(rows[index])}
            onPress={onPress}
          />
        ))}
      </div>
    </div>
  );
}

interface IRowProps<T> {
  readonly row: T;
  readonly index: number;
  /** Pixels from the top. */
  readonly start: number;
  readonly drawn: readonly IDrawnColumn<T>[];
  readonly template: string;
  readonly width: number;
  readonly rowHeight: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly hasFocus: boolean;
  readonly selected: boolean | undefined;
  readonly below: React.ReactNode;
  readonly onPress: (index: number) => void;
}

/** A row: drawn once, and not again while others come and go. */
const Row = React.memo(function Row<T>(props: IRowProps<T>): React.JSX.Element {
  const { row, index, start, drawn, template, width, rowHeight } = props;
  const { measure, hasFocus, selected, below, onPress } = props;
  return (
    <div
      ref={measure}
      data-index={index}
      className={`jp-TfxTable-row${hasFocus ? ' jp-mod-focus' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${start}px)`, minWidth: width }}
      onClick={() => onPress(index)}
    >
      <div
        className="jp-TfxTable-cells"
        style={{ gridTemplateColumns: template, minHeight: rowHeight }}
      >
        {drawn.map(({ column, index: at, area }) => (
          <div
            key={column.id}
            className={column.numeric ? 'jp-mod-numeric' : undefined}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            style={{ gridColumn: area }}
          >
            {column.cell(row)}
          </div>
        ))}
      </div>
      {below && <div className="jp-TfxTable-detail">{below}</div>}
    </div>
  );
}) as <T>(props: IRowProps<T>) => React.JSX.Element;

function place(index: number): number {
  return index;
}

/** A column that is on the page. */
interface IDrawnColumn<T> {
  readonly column: ITableColumn<T>;
  readonly index: number;
  /** Its place in the grid, from 1. */
  readonly area: number;
}

/** The columns in view, with room for those that are not; the first one always. */
function cells<T>(
  columns: readonly ITableColumn<T>[],
  across: Virtualizer<HTMLDivElement, Element>
): {
  readonly drawn: readonly IDrawnColumn<T>[];
  readonly template: string;
  readonly width: number;
} {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  if (columns.length <= MANY) {
    const drawn = columns.map((column, index) => ({ column, index, area: index + 1 }));
    return { drawn, template: columns.map(track).join(' '), width };
  }
  const shown = across.getVirtualItems().filter(({ index }) => index > 0 && index < columns.length);
  const first = columns[0];
  const before = (shown[0]?.start ?? first.width) - first.width;
  const drawn = shown.map(({ index }, at) => ({ column: columns[index], index, area: at + 3 }));
  return {
    drawn: [{ column: first, index: 0, area: 1 }, ...drawn],
    template: [first.width, before, ...drawn.map(({ column }) => column.width)]
      .map(size => `${size}px`)
      .join(' '),
    width
  };
}

/** How wide a column is, for a grid. */
function track<T>({ width, numeric, fixed }: ITableColumn<T>): string {
  return numeric || fixed ? `${width}px` : `minmax(${width}px, ${width}fr)`;
}

function Header<T>(props: {
  readonly column: ITableColumn<T>;
  readonly index: number;
  readonly area: number;
  readonly sort: ITableSort | null;
  readonly onSort: (sort: ITableSort | null) => void;
}): React.JSX.Element {
  const { column, index, area, sort, onSort } = props;
  const { id, header, title, numeric, sortBy } = column;
  const mine = sort?.column === id ? sort : null;
  // First down for numbers, up for words; then the other way; then as it was.
  const first = numeric === true;
  const next = mine === null ? { column: id, down: first } : { column: id, down: !mine.down };
  return (
    <div
      role="columnheader"
      className={numeric ? 'jp-mod-numeric' : undefined}
      aria-colindex={index + 1}
      style={{ gridColumn: area }}
      aria-sort={mine === null ? 'none' : mine.down ? 'descending' : 'ascending'}
      title={title}
    >
      {sortBy ? (
        <button onClick={() => onSort(mine !== null && mine.down !== first ? null : next)}>
          {header}
          <span aria-hidden="true">{mine === null ? '' : mine.down ? ' ▾' : ' ▴'}</span>
        </button>
      ) : (
        header
      )}
    </div>
  );
}

function sorted<T>(
  rows: readonly T[],
  columns: readonly ITableColumn<T>[],
  sort: ITableSort | null
): readonly T[] {
  const by = columns.find(column => column.id === sort?.column)?.sortBy;
  if (!sort || !by) {
    return rows;
  }
  const keyed = rows.map(row => ({ row, key: by(row) }));
  const sign = sort.down ? -1 : 1;
  return keyed.sort((a, b) => sign * compare(a.key, b.key)).map(({ row }) => row);
}

/** NaN comes after all numbers, in both directions of what is before. */
function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') {
    return Number.isNaN(a) || Number.isNaN(b)
      ? Number(Number.isNaN(a)) - Number(Number.isNaN(b))
      : a - b;
  }
  return String(a).localeCompare(String(b));
}

function target(key: string, from: number, rows: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + 10,
    PageUp: from - 10,
    Home: 0,
    End: rows - 1
  };
  return key in steps && rows > 0 ? Math.max(0, Math.min(rows - 1, steps[key])) : null;
}
