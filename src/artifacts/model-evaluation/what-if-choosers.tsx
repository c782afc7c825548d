/** Which row is looked at, and which one is searched for. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IRow } from '../../what-if/compute-rows';
import { outcomeOf } from '../../what-if/compute-rows';
import type { IOpened } from '../../what-if/questions';
import { count } from '../format';

/** Which class the nearest row shall have, of those that this row has not. */
export function OutcomeChooser(props: {
  readonly opened: IOpened;
  readonly row: IRow | null;
  /** null for any other. */
  readonly wanted: number | null;
  readonly onWanted: (wanted: number | null) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { opened, row, wanted, onWanted, trans } = props;
  const own = row && outcomeOf(opened.task, row.prediction, NaN);
  const isOwn = wanted !== null && wanted === own;
  React.useEffect(() => {
    if (isOwn) {
      onWanted(null);
    }
  }, [isOwn, onWanted]);
  return (
    <select
      className="jp-mod-styled"
      aria-label={trans.__('Outcome of the nearest row')}
      value={wanted ?? ''}
      onChange={({ target }) => onWanted(target.value === '' ? null : Number(target.value))}
    >
      <option value="">{trans.__('any other')}</option>
      {opened.classes.map((name, at) =>
        at === own ? null : (
          <option key={at} value={at}>
            {name}
          </option>
        )
      )}
    </select>
  );
}

/** The number of a row, from 1, or any. */
export function RowChooser(props: {
  readonly rows: number;
  /** From 0. */
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { rows, place, onPlace, trans } = props;
  const go = (next: number): void => {
    if (Number.isInteger(next)) {
      onPlace(Math.min(rows - 1, Math.max(0, next)));
    }
  };
  return (
    <>
      <label>
        {trans.__('Row')}{' '}
        <input
          type="number"
          className="jp-mod-styled"
          {...{ min: 1, max: rows, step: 1, value: place + 1 }}
          onChange={event => go(event.target.valueAsNumber - 1)}
        />{' '}
        {trans.__('of %1', count(rows))}
      </label>
      <button className="jp-mod-styled" onClick={() => go(Math.floor(Math.random() * rows))}>
        {trans.__('Another Row')}
      </button>
    </>
  );
}
