/** Rows of files as a table: loaded while it is scrolled, searched, each with a page of its own. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { ViewSize } from '../artifact-view';
import { count } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { parseFilter } from './compute-filter';
import type { BytesMode } from './compute-text';
import { cellText } from './compute-text';
import type { IRow } from './field-value';
import { RowPage } from './row-page';
import type { IColumn, ILoaded } from './row-loader';
import { RowLoader } from './row-loader';
import { ValueCell } from './value';

/** Props of {@link RecordsView}. */
export interface IRecordsViewProps {
  readonly label: string;
  /** Reads from the first row; the same function while the rows are the same. */
  readonly open: (signal: AbortSignal) => AsyncIterable<readonly IRow[]>;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  /** What the filter says at first; see `parseFilter`. */
  readonly filter?: string;
  /** Before the filter: a choice of what is shown. */
  readonly children?: React.ReactNode;
}

const NOTHING: ILoaded = { rows: [], shown: [], columns: [], state: 'loading', problem: null };
/** Pixels. */
const ROW = 24;
const COMPACT = 280;

/** Loads the first rows when it is drawn, and stops reading when it goes. */
export function RecordsView(props: IRecordsViewProps): React.JSX.Element {
  const { label, open, size, trans, children } = props;
  const [text, setText] = React.useState(props.filter ?? '');
  const { loaded, more, pause } = useRows(open, text);
  const [mode, setMode] = React.useState<BytesMode>('auto');
  const [selected, setSelected] = React.useState<number | null>(null);
  const { rows, shown, state, problem } = loaded;
  const columns = useColumns(loaded, mode, trans);
  const row = shown.find(({ index }) => index === selected) ?? null;
  const at = row === null ? -1 : shown.indexOf(row);
  const choose = (to: number): (() => void) | null =>
    to >= 0 && to < shown.length ? () => setSelected(shown[to].index) : null;
  const hasBytes = loaded.columns.some(({ kind }) => kind === 'bytes' || kind === 'steps');
  const table = rows.length > 0 && !(size === 'compact' && row !== null);
  return (
    <div className={`jp-TfxRecords jp-mod-${size}`} data-tfx-state={state}>
      <div className="jp-TfxRecords-bar">
        {children}
        <input
          type="search"
          className="jp-mod-styled"
          value={text}
          placeholder={trans.__('Find rows: words, name:value, name>1')}
          title={trans.__(
            'Words that a value contains; name:text (contains), name=value, name!=value, name<1, name>=1; name= for rows without it. Names and values with spaces in "quotes". All have to be met.'
          )}
          aria-label={trans.__('Find rows')}
          onChange={event => setText(event.target.value)}
        />
        {hasBytes && <ModeChoice mode={mode} trans={trans} onChange={setMode} />}
        <Status {...{ loaded, trans, more, pause }} filtered={text.trim() !== ''} />
      </div>
      {problem !== null && (
        <p className="jp-TfxArtifact-problem" role="status">
          {rows.length > 0 &&
            trans._n('%1 row was read; then: ', '%1 rows were read; then: ', rows.length)}
          {problem}
        </p>
      )}
      <div className="jp-TfxRecords-main">
        {table && (
          <div className="jp-TfxRecords-table">
            <VirtualTable
              label={label}
              rows={shown}
              columns={columns}
              rowKey={keyOf}
              rowHeight={ROW}
              height={size === 'compact' ? Math.min(COMPACT, (rows.length + 2) * ROW) : undefined}
              empty={
                state === 'loading' ? trans.__('Searching…') : trans.__('No loaded row matches.')
              }
              selected={selected === null ? null : String(selected)}
              onSelect={({ index }) => setSelected(index)}
              onEnd={more}
            />
          </div>
        )}
        {row !== null && (
          <RowPage
            {...{ row, mode, trans }}
            onPrevious={choose(at - 1)}
            onNext={choose(at + 1)}
            onClose={() => setSelected(null)}
          />
        )}
      </div>
    </div>
  );
}

function keyOf({ index }: IRow): string {
  return String(index);
}

/** Reads while it is on the page. */
function useRows(
  open: IRecordsViewProps['open'],
  text: string
): { readonly loaded: ILoaded; readonly more: () => void; readonly pause: () => void } {
  const [loaded, setLoaded] = React.useState(NOTHING);
  const loader = React.useRef<RowLoader | null>(null);
  const query = React.useDeferredValue(text);
  React.useEffect(() => {
    const stop = new AbortController();
    const made = new RowLoader(open(stop.signal), setLoaded);
    loader.current = made;
    setLoaded(NOTHING);
    return () => {
      loader.current = null;
      stop.abort();
      made.dispose();
    };
  }, [open]);
  React.useEffect(() => {
    const made = loader.current;
    if (made) {
      made.filter = parseFilter(query, made.names);
    }
  }, [open, query]);
  const more = React.useCallback(() => loader.current?.more(), []);
  const pause = React.useCallback(() => loader.current?.pause(), []);
  return { loaded, more, pause };
}

/** Their widths are those of the first rows: they stay as they are while more rows come. */
function useColumns(
  { columns, rows }: ILoaded,
  mode: BytesMode,
  trans: TranslationBundle
): readonly ITableColumn<IRow>[] {
  const several = new Set(columns.map(({ group }) => group)).size > 1;
  return React.useMemo(() => {
    // A row is decoded once for all of its cells.
    const cache = new WeakMap<IRow, ReturnType<IRow['fields']>>();
    const fieldsOf = (row: IRow): ReturnType<IRow['fields']> => {
      const known = cache.get(row);
      const fields = known ?? row.fields();
      if (!known) {
        cache.set(row, fields);
      }
      return fields;
    };
    const sample = rows.slice(0, 30).map(fieldsOf);
    const number: ITableColumn<IRow> = {
      id: '#',
      header: trans.__('Row'),
      width: 68,
      numeric: true,
      cell: ({ index }) => count(index + 1)
    };
    return [
      number,
      ...columns.map((column): ITableColumn<IRow> => {
        const { key, kind } = column;
        const header = heading(column, several, trans);
        const lengths = sample.map(fields => {
          const value = fields.get(key)?.value;
          return value ? cellText(value, mode).length + (value.count > 1 ? 4 : 0) : 0;
        });
        const longest = Math.max(header.length + 1, ...lengths);
        return {
          id: key,
          header,
          title: `${column.name} (${kind})`.slice(0, 1000),
          width: Math.min(300, Math.max(64, 20 + longest * 7.5)),
          numeric: kind === 'float' || kind === 'int',
          cell: row => <ValueCell value={fieldsOf(row).get(key)?.value} mode={mode} trans={trans} />
        };
      })
    ];
    // Not `rows`: the array grows, its first ones stay.
  }, [columns, mode, several, trans]);
}

function heading(
  { group, name, kind }: IColumn,
  several: boolean,
  trans: TranslationBundle
): string {
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  switch (group) {
    case 'record':
      return trans.__('Not read as an example');
    case 'output':
      return several ? trans.__('Output %1', short) : short;
    case 'steps':
      return trans.__('%1 (steps)', short);
    default:
      return short === '' ? trans.__('(no name, %1)', kind) : short;
  }
}

function ModeChoice(props: {
  readonly mode: BytesMode;
  readonly trans: TranslationBundle;
  readonly onChange: (mode: BytesMode) => void;
}): React.JSX.Element {
  const { mode, trans, onChange } = props;
  const choices: readonly (readonly [BytesMode, string])[] = [
    ['auto', trans.__('Bytes: text, image or hex')],
    ['text', trans.__('Bytes: text')],
    ['hex', trans.__('Bytes: hexadecimal')]
  ];
  return (
    <select
      className="jp-mod-styled"
      value={mode}
      aria-label={trans.__('How bytes are shown')}
      onChange={event =>
        onChange(choices.find(([choice]) => choice === event.target.value)?.[0] ?? 'auto')
      }
    >
      {choices.map(([choice, label]) => (
        <option key={choice} value={choice}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** How many rows there are, and what can be done about it. */
function Status(props: {
  readonly loaded: ILoaded;
  readonly filtered: boolean;
  readonly trans: TranslationBundle;
  readonly more: () => void;
  readonly pause: () => void;
}): React.JSX.Element {
  const { loaded, filtered, trans, more, pause } = props;
  const { rows, shown, state } = loaded;
  const found = filtered
    ? trans.__('%1 of %2 loaded rows match', count(shown.length), count(rows.length))
    : trans._n('%2 row', '%2 rows', rows.length, count(rows.length));
  const rest = {
    loading: trans.__('reading…'),
    paused: trans.__('more on scrolling'),
    stopped: trans.__('stopped'),
    end: trans.__('all are loaded'),
    failed: trans.__('reading stopped'),
    full: trans.__('no more fit on a page')
  }[state];
  return (
    <span className="jp-TfxRecords-status" role="status">
      {found}, {rest}{' '}
      {filtered && state === 'loading' && rows.length > 0 && (
        <Button small onClick={pause}>
          {trans.__('Stop')}
        </Button>
      )}
      {state === 'stopped' && (
        <Button small onClick={more}>
          {trans.__('Search On')}
        </Button>
      )}
    </span>
  );
}
