/** A form of an orchestrator's: to connect, or to take a pipeline there. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Field } from './field';
import type { IRunsForm } from './orchestrator';

/** Fields and a button; what is typed as a password leaves it when it is sent. */
export function RunsForm(props: {
  readonly form: IRunsForm;
  /** What the fields begin with. */
  readonly values: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly send: (values: Record<string, string>) => void;
  readonly cancel?: () => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { form, values, busy, send, cancel, trans } = props;
  const [typed, setTyped] = React.useState<Readonly<Record<string, string>>>({});
  const valueOf = (name: string): string => typed[name] ?? values[name] ?? '';
  const submit = (): void => {
    send(Object.fromEntries(form.fields.map(({ name }) => [name, valueOf(name)])));
    const secrets = form.fields.filter(({ kind }) => kind === 'password');
    setTyped({ ...typed, ...Object.fromEntries(secrets.map(({ name }) => [name, ''])) });
  };
  return (
    <form
      className="jp-TfxOrchestrator-form"
      aria-label={form.title}
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{form.about}</p>
      {form.fields.map(({ name, label, kind, placeholder }) => (
        <Field
          key={name}
          label={label}
          type={kind}
          placeholder={placeholder}
          value={valueOf(name)}
          onChange={text => setTyped({ ...typed, [name]: text })}
        />
      ))}
      <div className="jp-TfxPanel-buttons">
        <Button small className="jp-mod-styled jp-mod-accept" type="submit" disabled={busy}>
          {busy ? form.busy : form.submit}
        </Button>
        {cancel && (
          <Button small className="jp-mod-styled" type="button" onClick={cancel}>
            {trans.__('Cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
