/** What the model would say: a row, what is changed of it, and how the prediction moves. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IRow } from '../../what-if/compute-rows';
import type { Changes, RawValue } from '../../what-if/raw-values';
import { isSameRaw } from '../../what-if/raw-values';
import { OutcomeChooser, RowChooser } from './what-if-choosers';
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
  const [wanted, setWanted] = React.useState<number | null>(null);
  React.useEffect(() => setWanted(null), [model]);
  const { row, changes, change, undo, failure: rowFailure } = useRow(model, place);
  const { said, failure: saidFailure } = useSaid(model, row, changes);
  const { nearest, none, find } = useNearest(model, row, threshold, wanted);
  const failure = rowFailure ?? saidFailure;
  const isChanged = Object.keys(changes).length > 0;
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <RowChooser
          rows={opened.rows}
          place={Math.min(place, opened.rows - 1)}
          trans={trans}
          onPlace={setPlace}
        />
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
        {opened.task === 'multiclass' && (
          <OutcomeChooser {...{ opened, row, wanted, trans }} onWanted={setWanted} />
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
          {wanted === null
            ? trans.__('All rows have the same outcome.')
            : trans.__('No other row has the outcome %1.', opened.classes[wanted])}
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
            <WhatIfDependence key={opened.output} {...{ model, row, changes, trans }} />
          </div>
        </div>
      )}
    </>
  );
}

/** A row as a model has it, and what is changed of it. */
interface IChangedRow {
  readonly model: IWhatIfModel;
  readonly row: IRow;
  readonly changes: Changes;
}

/** The row at a place, and its changes, which go with it; they stay while another output of the model is looked at. */
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
  const [state, setState] = React.useState<IChangedRow | null>(null);
  const [failure, setFailure] = React.useState<string | null>(null);
  React.useEffect(() => {
    let isOld = false;
    model.row(Math.min(place, model.opened.rows - 1)).then(
      found => {
        if (!isOld) {
          setState(before => ({
            ...{ model, row: found },
            changes: before && isSameRow(before.row, found) ? before.changes : UNCHANGED
          }));
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
  const change = React.useCallback(
    (name: string, value: RawValue) =>
      setState(before => {
        if (!before) {
          return before;
        }
        const others = Object.entries(before.changes).filter(([other]) => other !== name);
        const isBack = isSameRaw(before.row.values[name] ?? null, value);
        const own = isBack ? [] : [[name, value] as const];
        return { ...before, changes: Object.fromEntries([...others, ...own]) };
      }),
    []
  );
  const undo = React.useCallback(
    () => setState(before => before && { ...before, changes: UNCHANGED }),
    []
  );
  const row = state?.model === model ? state.row : null;
  return { row, changes: state?.changes ?? UNCHANGED, change, undo, failure };
}

/** Outputs may leave out other rows, so that the same number is another row. */
function isSameRow(one: IRow, other: IRow): boolean {
  return (
    one.row === other.row &&
    Object.entries(other.values).every(([name, value]) =>
      isSameRaw(one.values[name] ?? null, value)
    )
  );
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
  threshold: number,
  wanted: number | null
): { readonly nearest: IRow | null; readonly none: boolean; readonly find: () => void } {
  const [nearest, setNearest] = React.useState<IRow | null>(null);
  const [none, setNone] = React.useState(false);
  React.useEffect(() => {
    setNearest(null);
    setNone(false);
  }, [row, threshold, wanted]);
  const find = React.useCallback(() => {
    if (row) {
      void model
        .nearest(row.row, threshold, wanted)
        .then(async found => {
          setNone(found === null);
          setNearest(found === null ? null : await model.row(found));
        })
        .catch(() => undefined);
    }
  }, [model, row, threshold, wanted]);
  return { nearest, none, find };
}
