/** A labelled field of a form. */
import * as React from 'react';

/** A text, an address, a password, a number, or lines of text. */
export function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'url' | 'password' | 'number' | 'lines';
  readonly placeholder?: string;
}): React.JSX.Element {
  const { label, value, onChange, type = 'text', placeholder } = props;
  const shared = {
    className: 'jp-mod-styled',
    value,
    placeholder,
    spellCheck: false,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value)
  };
  return (
    <label className="jp-TfxOrchestrator-field">
      <span>{label}</span>
      {type === 'lines' ? (
        <textarea rows={2} {...shared} />
      ) : (
        <input type={type} step="any" autoComplete="off" {...shared} />
      )}
    </label>
  );
}
