/** The components as a list, with a filter: the graph for those who read, or listen. */
import { FilterBox, LabIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { CommandIDs } from '../commands';
import { stateIcons } from '../states/state-icons';
import { Elapsed } from './elapsed';
import { filteredRows, listRows, type IRow } from './list-rows';
import type { IPartProps } from './model-widget';

/** All components in notebook order; arrows move, Enter shows the cell. */
export function ComponentList({ model, trans, commands }: IPartProps): React.JSX.Element {
  const [filter, setFilter] = React.useState('');
  const list = React.useRef<HTMLUListElement>(null);
  const rows = model.pipeline ? listRows(model.pipeline, trans) : [];
  const shown = filteredRows(rows, filter);
  const select = React.useCallback((id: string) => (model.selected = id), [model]);
  const atCursor = new Set(model.atCursor);
  const selected = model.selected;
  const selectedState = rows.find(row => row.id === selected)?.state;

  React.useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected, selectedState]);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const at = shown.findIndex(row => row.id === selected);
    const to = moved(event.key, at, shown.length);
    if (to !== null) {
      event.preventDefault();
      select(shown[to].id);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      void commands.execute(CommandIDs.showCell, { component: shown[at].id });
    }
  };

  return (
    <>
      <FilterBox
        placeholder={trans.__('Filter components')}
        disabled={false}
        updateFilter={(_, query) => setFilter(query ?? '')}
        initialQuery=""
        useFuzzyFilter={false}
        showIcon={true}
      />
      <ul
        ref={list}
        className="jp-TfxPanel-list"
        role="listbox"
        tabIndex={0}
        aria-label={trans.__('Components')}
        aria-activedescendant={
          shown.some(row => row.id === selected) ? rowId(selected!) : undefined
        }
        onKeyDown={onKeyDown}
      >
        {shown.map(row => (
          <Row
            key={row.id}
            {...row}
            selected={row.id === selected}
            atCursor={atCursor.has(row.id)}
            trans={trans}
            onSelect={select}
          />
        ))}
      </ul>
      {rows.length > 0 && shown.length === 0 && (
        <p className="jp-TfxPanel-note">{trans.__('No component matches the filter.')}</p>
      )}
      {rows.length === 0 && (
        <p className="jp-TfxPanel-note">
          {trans.__('No component yet: add a cell that declares one, such as a CsvExampleGen.')}
        </p>
      )}
    </>
  );
}

const Row = React.memo(function Row(
  props: IRow & {
    readonly selected: boolean;
    readonly atCursor: boolean;
    readonly trans: TranslationBundle;
    readonly onSelect: (id: string) => void;
  }
): React.JSX.Element {
  const { id, type, state, word, why, inputs, runningSince, took, selected, atCursor, trans } =
    props;
  return (
    <li
      id={rowId(id)}
      className={`jp-TfxPanel-row${atCursor ? ' jp-mod-cursor' : ''}`}
      role="option"
      aria-selected={selected}
      aria-description={inputs || undefined}
      data-tfx-component={id}
      data-tfx-state={state}
      title={`${id}\n${why || word}`}
      onClick={() => props.onSelect(id)}
    >
      <LabIcon.resolveReact icon={stateIcons[state]} tag="span" width="16px" height="16px" />
      <span className="jp-TfxPanel-name">
        <bdi>{id}</bdi>
        {type && <small>{type}</small>}
      </span>
      <span className="jp-TfxPanel-took">
        {!why && <small>{word}</small>}
        {runningSince === null ? took : <Elapsed since={runningSince} trans={trans} />}
      </span>
      {why && <span className="jp-TfxPanel-words">{why}</span>}
    </li>
  );
});

/** Where a key leads from a row; null where it leads nowhere. */
function moved(key: string, at: number, count: number): number | null {
  const to =
    key === 'ArrowDown'
      ? at + 1
      : key === 'ArrowUp'
        ? at - 1
        : key === 'Home'
          ? 0
          : key === 'End'
            ? count - 1
            : NaN;
  return Number.isNaN(to) || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

function rowId(id: string): string {
  return `jp-TfxPanel-row-${encodeURIComponent(id)}`;
}
