/** What the model would say: a row, what is changed of it, and how the prediction moves. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IRow } from '../../what-if/compute-rows';
import type { Changes, RawValue } from '../../what-if/model-inputs';
import { isSameRaw } from '../../what-if/model-inputs';
import { count } from '../format';
import { WhatIfControls } from './what-if-controls';
import { WhatIfDependence } from './what-if-dependence';
import type { IWhatIfModel } from './what-if-model';
import { WhatIfOutcome } from './what-if-outcome';
import { runsWords } from './what-if-words';

/** Nothing is changed. */
const UNCHANGED: Changes = {};
const HALF = 0.5;

/** Props of {@link WhatIf}. */
export interface IWhatIfProps {
  readonly model: IWhatIfModel;
  readonly trans: TranslationBundle;
}

/** Controls on one side, what they come to on the other. */
export function WhatIf({ model, trans }: IWhatIfProps): React.JSX.Element {
  const { opened, problem } = model;
  const [place, setPlace] = React.useState(0);
  const [threshold, setThreshold] = React.useState(HALF);
  const { row, changes, change, undo, failure: rowFailure } = useRow(model, place);
  const { said, failure: saidFailure } = useSaid(model, row, changes);
  const { nearest, none, find } = useNearest(model, row, threshold);
  const failure = rowFailure ?? saidFailure;
  const isChanged = Object.keys(changes).length > 0;
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <RowChooser rows={opened.rows} {...{ place, trans }} onPlace={setPlace} />
        {(opened.task === 'binary' || opened.task === 'multilabel') && (
          <label>
            {trans.__('Positive from')}{' '}
            <input
              type="number"
              className="jp-mod-styled"
              {...{ min: 0, max: 1, step: 0.05, value: threshold }}
              onChange={event => setThreshold(Number(event.target.value))}
            />
          </label>
        )}
        {opened.task !== 'regression' && (
          <button className="jp-mod-styled" onClick={find}>
            {trans.__('Nearest with Another Outcome')}
          </button>
        )}
        <button className="jp-mod-styled" disabled={!isChanged} onClick={undo}>
          {trans.__('Undo Changes')}
        </button>
      </div>
      <p className="jp-TfxWhatIf-runs">{runsWords(opened, problem, trans)}</p>
      {failure !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {failure}
        </p>
      )}
      {none && (
        <p className="jp-TfxArtifact-note" role="status">
          {trans.__('All rows have the same outcome.')}
        </p>
      )}
      {row && (
        <div className="jp-TfxWhatIf-sides">
          <div className="jp-TfxWhatIf-scroll">
            <WhatIfControls
              controls={opened.controls}
              {...{ row, changes, nearest, trans }}
              onChange={change}
            />
          </div>
          <div>
            <WhatIfOutcome {...{ opened, row, said, nearest, threshold, trans }} />
            <WhatIfDependence {...{ model, row, changes, trans }} />
          </div>
        </div>
      )}
    </>
  );
}

/** The row at a place, and its changes, which go with it. */
function useRow(
  model: IWhatIfModel,
  place: number
): {
  readonly row: IRow | null;
  readonly changes: Changes;
  readonly change: (name: string, value: RawValue) => void;
  readonly undo: () => void;
  readonly failure: string | null;
} {
  const [row, setRow] = React.useState<IRow | null>(null);
  const [changes, setChanges] = React.useState<Changes>(UNCHANGED);
  const [failure, setFailure] = React.useState<string | null>(null);
  React.useEffect(() => {
    let isOld = false;
    model.row(place).then(
      found => {
        if (!isOld) {
          setRow(found);
          setChanges(UNCHANGED);
          setFailure(null);
        }
      },
      (error: unknown) => {
        if (!isOld) {
          setFailure(error instanceof Error ? error.message : String(error));
        }
      }
    );
    return () => {
      isOld = true;
    };
  }, [model, place]);
  const own = row?.values;
  const change = React.useCallback(
    (name: string, value: RawValue) =>
      setChanges(before => {
        const others = Object.entries(before).filter(([other]) => other !== name);
        const isBack = isSameRaw(own?.[name] ?? null, value);
        return Object.fromEntries([...others, ...(isBack ? [] : [[name, value] as const])]);
      }),
    [own]
  );
  const undo = React.useCallback(() => setChanges(UNCHANGED), []);
  return { row, changes, change, undo, failure };
}

/** What the model says of the changed row; null where nothing is changed. */
function useSaid(
  model: IWhatIfModel,
  row: IRow | null,
  changes: Changes
): { readonly said: readonly number[] | null; readonly failure: string | null } {
  const [said, setSaid] = React.useState<readonly number[] | null>(null);
  const [failure, setFailure] = React.useState<string | null>(null);
  React.useEffect(() => {
    let isOld = false;
    if (!row || Object.keys(changes).length === 0) {
      setSaid(null);
      setFailure(null);
      return undefined;
    }
    model.predict(row, changes).then(
      prediction => {
        if (!isOld) {
          setSaid(prediction);
          setFailure(null);
        }
      },
      (error: unknown) => {
        if (!isOld && !(error instanceof DOMException && error.name === 'AbortError')) {
          setFailure(error instanceof Error ? error.message : String(error));
        }
      }
    );
    return () => {
      isOld = true;
    };
  }, [model, row, changes]);
  return { said, failure };
}

/** The nearest row with another outcome, once it was asked for. */
function useNearest(
  model: IWhatIfModel,
  row: IRow | null,
  threshold: number
): { readonly nearest: IRow | null; readonly none: boolean; readonly find: () => void } {
  const [nearest, setNearest] = React.useState<IRow | null>(null);
  const [none, setNone] = React.useState(false);
  React.useEffect(() => {
    setNearest(null);
    setNone(false);
  }, [row, threshold]);
  const find = React.useCallback(() => {
    if (row) {
      void model
        .nearest(row.row, threshold)
        .then(async found => {
          setNone(found === null);
          setNearest(found === null ? null : await model.row(found));
        })
        .catch(() => undefined);
    }
  }, [model, row, threshold]);
  return { nearest, none, find };
}

function RowChooser(props: {
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
