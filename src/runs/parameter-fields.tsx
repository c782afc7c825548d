/** The runtime parameters of a run that is about to begin. */
import * as React from 'react';

import type { RunsParameter } from '../protocol';
import { Field } from './field';

/** A field for each parameter, filled with its default. */
export function ParameterFields(props: {
  readonly parameters: readonly RunsParameter[];
  /** What was typed, by name; see {@link changed}. */
  readonly values: ReadonlyMap<string, string>;
  readonly onChange: (values: ReadonlyMap<string, string>) => void;
  /** Said in an empty field. */
  readonly placeholder?: string;
}): React.JSX.Element {
  const { parameters, values, onChange, placeholder } = props;
  return (
    <>
      {parameters.map(({ name, kind, value }) => (
        <Field
          key={name}
          label={name}
          type={kind === 'string' ? 'text' : 'number'}
          value={values.get(name) ?? value ?? ''}
          placeholder={placeholder}
          onChange={text => onChange(new Map([...values, [name, text]]))}
        />
      ))}
    </>
  );
}

/** What differs from the defaults, each of its parameter's kind; null for a field that was emptied. */
export function changed(
  parameters: readonly RunsParameter[],
  values: ReadonlyMap<string, string>
): Record<string, string | number | null> {
  const found: Record<string, string | number | null> = {};
  for (const { name, kind, value } of parameters) {
    const text = values.get(name);
    if (text !== undefined && text !== (value ?? '')) {
      found[name] = text === '' ? null : kind === 'string' ? text : Number(text);
    }
  }
  return found;
}
