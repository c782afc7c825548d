/** Features of a row, each with a control that fits it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IRow } from '../../what-if/compute-rows';
import type { IControl } from '../../what-if/questions';
import type { Changes, RawValue } from '../../what-if/raw-values';
import { isSameRaw, placeOf } from '../../what-if/raw-values';
import { numberText, rawWords } from './what-if-words';

/** Steps of a slider between two numbers. */
const STEPS = 500;

/** Props of {@link WhatIfControls}. */
export interface IWhatIfControlsProps {
  readonly controls: readonly IControl[];
  readonly row: IRow;
  readonly changes: Changes;
  /** The nearest row with another outcome, where it was asked for. */
  readonly nearest: IRow | null;
  /** With the row's own value, the change is undone. */
  readonly onChange: (name: string, value: RawValue) => void;
  readonly trans: TranslationBundle;
}

/** A table with a row for each feature. */
export function WhatIfControls(props: IWhatIfControlsProps): React.JSX.Element {
  const { controls, row, changes, nearest, onChange, trans } = props;
  return (
    <table className="jp-TfxArtifact-table jp-TfxWhatIf-controls" aria-label={trans.__('Features')}>
      <thead>
        <tr>
          <th scope="col">{trans.__('Feature')}</th>
          <th scope="col">{trans.__('Value')}</th>
          <th scope="col">{trans.__('In the data')}</th>
          {nearest && <th scope="col">{trans.__('Row %1', nearest.row + 1)}</th>}
        </tr>
      </thead>
      <tbody>
        {controls.map(control => {
          const { name } = control;
          const own = row.values[name] ?? null;
          const isChanged = Object.hasOwn(changes, name);
          const value = isChanged ? changes[name] : own;
          const other = nearest?.values[name] ?? null;
          return (
            <tr key={name} className={isChanged ? 'jp-mod-changed' : undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <Control
                  {...{ control, own, value, trans }}
                  onChange={next => onChange(name, next)}
                />
              </td>
              <td>
                {isChanged ? (
                  <button
                    className="jp-TfxArtifact-link"
                    title={trans.__('Back to the value in the data')}
                    aria-label={trans.__('%1 back to %2', name, rawWords(own, trans))}
                    onClick={() => onChange(name, own)}
                  >
                    <bdi>{rawWords(own, trans)}</bdi>
                  </button>
                ) : (
                  <bdi>{rawWords(own, trans)}</bdi>
                )}
              </td>
              {nearest && (
                <td>
                  {isSameRaw(other, value) ? (
                    <span className="jp-TfxWhatIf-same">{trans.__('the same')}</span>
                  ) : (
                    <button
                      className="jp-TfxArtifact-link"
                      title={trans.__('Take this value')}
                      aria-label={trans.__('%1 to %2', name, rawWords(other, trans))}
                      onClick={() => onChange(name, other)}
                    >
                      <bdi>{rawWords(other, trans)}</bdi>
                    </button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface IControlProps {
  readonly control: IControl;
  readonly own: RawValue;
  readonly value: RawValue;
  readonly onChange: (value: RawValue) => void;
  readonly trans: TranslationBundle;
}

function Control(props: IControlProps): React.JSX.Element {
  return props.control.kind === 'number' ? <Slider {...props} /> : <Choice {...props} />;
}

/** Words, or lists of several, the most frequent first. */
function Choice({ control, own, value, onChange, trans }: IControlProps): React.JSX.Element {
  const { name, values, hasMissing } = control;
  const shown: readonly RawValue[] = [
    ...(own !== null && !values.some(each => isSameRaw(each, own)) ? [own] : []),
    ...values,
    ...(hasMissing || own === null ? [null] : [])
  ];
  return (
    <select
      className="jp-mod-styled"
      aria-label={name}
      value={shown.findIndex(each => isSameRaw(each, value))}
      onChange={event => onChange(shown[Number(event.target.value)])}
    >
      {shown.map((each, at) => (
        <option key={at} value={at}>
          {rawWords(each, trans)}
        </option>
      ))}
    </select>
  );
}

/** A slider over the feature's range, and a field for a number. */
function Slider({ control, own, value, onChange, trans }: IControlProps): React.JSX.Element {
  const { name, values, hasMissing, isAny } = control;
  const numbers = values.map(Number);
  const [low, high] = [numbers[0], numbers[numbers.length - 1]];
  const place = value === null ? 0 : placeOf(values, value);
  const slide = (next: number): void =>
    onChange(isAny ? near(next, own, (high - low) / STEPS) : numbers[next]);
  return (
    <span className="jp-TfxWhatIf-slider">
      <input
        type="range"
        aria-label={name}
        aria-valuetext={rawWords(value, trans)}
        disabled={value === null}
        {...(isAny
          ? { min: low, max: high, step: (high - low) / STEPS, value: Number(value ?? low) }
          : { min: 0, max: numbers.length - 1, step: 1, value: place })}
        onChange={event => slide(Number(event.target.value))}
      />
      <NumberField
        label={trans.__('%1 as a number', name)}
        value={value}
        onNumber={next => onChange(isAny ? next : numbers[placeOf(values, next)])}
      />
      {(hasMissing || own === null) && (
        <label>
          <input
            type="checkbox"
            aria-label={trans.__('%1 is missing', name)}
            checked={value === null}
            onChange={event =>
              onChange(event.target.checked ? null : (own ?? numbers[numbers.length >> 1]))
            }
          />{' '}
          {trans.__('missing')}
        </label>
      )}
    </span>
  );
}

/** A slider stops at the row's own value too, though that is between two of its steps. */
function near(next: number, own: RawValue, step: number): number {
  return typeof own === 'number' && Math.abs(next - own) < step / 2 ? own : next;
}

/** Takes a number when it is one, and shows what it was given again when it is left. */
function NumberField(props: {
  readonly label: string;
  readonly value: RawValue;
  readonly onNumber: (value: number) => void;
}): React.JSX.Element {
  const { label, value, onNumber } = props;
  const [typed, setTyped] = React.useState<string | null>(null);
  return (
    <input
      type="number"
      className="jp-mod-styled"
      step="any"
      aria-label={label}
      disabled={value === null}
      value={typed ?? (typeof value === 'number' ? numberText(value) : '')}
      onChange={event => {
        setTyped(event.target.value);
        if (event.target.value !== '' && Number.isFinite(event.target.valueAsNumber)) {
          onNumber(event.target.valueAsNumber);
        }
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
