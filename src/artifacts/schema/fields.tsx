/** Fields of the editor: each tells its new value when it is left or Enter is pressed. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Integer } from '../decode-integer';
import { exact } from '../decode-integer';

/** A label and what it is for. */
export function Field(props: {
  readonly label: string;
  readonly title?: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div className="jp-TfxSchema-field" role="group" aria-label={props.label}>
      <span title={props.title}>{props.label}</span>
      <div>{props.children}</div>
    </div>
  );
}

/** Props of {@link NumberField}. */
export interface INumberFieldProps {
  readonly label: string;
  /** null: empty. */
  readonly value: Integer | null;
  /** Of 64 bits, exactly. */
  readonly whole?: boolean;
  readonly placeholder?: string;
  readonly trans: TranslationBundle;
  /** Takes the value; a sentence where it cannot. */
  readonly onCommit: (value: Integer | null) => string | null;
}

/** A number, or nothing. */
export function NumberField(props: INumberFieldProps): React.JSX.Element {
  const { label, value, whole = false, placeholder, trans, onCommit } = props;
  const written = value === null ? '' : String(value);
  return (
    <TextField
      {...{ label, placeholder }}
      numeric
      value={written}
      onCommit={text => {
        const number = parsed(text, whole);
        return number === undefined
          ? whole
            ? trans.__('This must be a whole number, or empty.')
            : trans.__('This must be a number, or empty.')
          : onCommit(number);
      }}
    />
  );
}

function parsed(text: string, whole: boolean): Integer | null | undefined {
  const plain = text.trim().replace('−', '-').replace('∞', 'Infinity');
  if (plain === '') {
    return null;
  }
  if (whole) {
    return /^[+-]?\d+$/.test(plain) ? exact(BigInt(plain.replace('+', ''))) : undefined;
  }
  const number = Number(plain);
  return Number.isNaN(number) ? undefined : number;
}

/** A text. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly onCommit: (value: string) => string | null;
}): React.JSX.Element {
  const { label, value, numeric = false, placeholder, onCommit } = props;
  const [text, setText] = React.useState(value);
  const [fault, setFault] = React.useState<string | null>(null);
  const id = React.useId();
  // What was undone, or made elsewhere, is seen here too.
  React.useEffect(() => {
    setText(value);
    setFault(null);
  }, [value]);
  const commit = (): void => {
    if (text !== value) {
      setFault(onCommit(text));
    } else {
      setFault(null);
    }
  };
  return (
    <span className="jp-TfxSchema-input">
      <input
        className={`jp-mod-styled${numeric ? ' jp-mod-numeric' : ''}`}
        inputMode={numeric ? 'decimal' : 'text'}
        value={text}
        placeholder={placeholder}
        aria-label={label}
        title={label}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        onChange={event => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault();
            commit();
          } else if (event.key === 'Escape') {
            setText(value);
            setFault(null);
          }
        }}
      />
      {fault !== null && (
        <span id={id} className="jp-TfxSchema-fault" role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}

/** One of several; the values are the choices' names. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => string | null;
}): React.JSX.Element {
  const { label, value, choices, onChoose } = props;
  const [fault, setFault] = React.useState<string | null>(null);
  return (
    <span className="jp-TfxSchema-input">
      <select
        className="jp-mod-styled"
        value={value}
        aria-label={label}
        onChange={event => setFault(onChoose(event.target.value))}
      >
        {choices.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
      {fault !== null && (
        <span className="jp-TfxSchema-fault" role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}

/** Yes or no. */
export function CheckField(props: {
  readonly label: React.ReactNode;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): React.JSX.Element {
  const { label, value, onChange } = props;
  return (
    <label className="jp-TfxSchema-check">
      <input type="checkbox" checked={value} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
