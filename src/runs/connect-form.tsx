/** Asks for Airflow's address and who asks, for the server to keep in memory. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { AirflowModel } from './airflow-model';

/** A form; what is typed as a password leaves it when it is sent. */
export function ConnectForm(props: {
  readonly model: AirflowModel;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, trans } = props;
  const [url, setUrl] = React.useState(model.state?.url ?? '');
  const [user, setUser] = React.useState('');
  const [secret, setSecret] = React.useState('');
  const [byToken, setByToken] = React.useState(false);
  const connect = (): void => {
    void model.connect({
      url,
      user: byToken ? '' : user,
      password: byToken ? '' : secret,
      token: byToken ? secret : ''
    });
    setSecret('');
  };
  return (
    <form
      className="jp-TfxAirflow-form"
      aria-label={trans.__('Connect to Airflow')}
      onSubmit={event => {
        event.preventDefault();
        connect();
      }}
    >
      <p>
        {trans.__(
          'The Jupyter server connects to Airflow, and keeps the password in its memory until it ends.'
        )}
      </p>
      <Field
        label={trans.__('Address')}
        value={url}
        onChange={setUrl}
        placeholder="http://localhost:8080"
        type="url"
      />
      {!byToken && <Field label={trans.__('User')} value={user} onChange={setUser} />}
      <Field
        label={byToken ? trans.__('Token') : trans.__('Password')}
        value={secret}
        onChange={setSecret}
        type="password"
      />
      <label className="jp-TfxAirflow-check">
        <input
          type="checkbox"
          checked={byToken}
          onChange={event => setByToken(event.target.checked)}
        />
        {trans.__('Use a token')}
      </label>
      <div className="jp-TfxPanel-buttons">
        <Button small className="jp-mod-styled jp-mod-accept" type="submit" disabled={model.busy}>
          {model.busy ? trans.__('Connecting…') : trans.__('Connect')}
        </Button>
      </div>
    </form>
  );
}

/** A labelled field of a form. */
export function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'url' | 'password' | 'number';
  readonly placeholder?: string;
}): React.JSX.Element {
  const { label, value, onChange, type = 'text', placeholder } = props;
  return (
    <label className="jp-TfxAirflow-field">
      <span>{label}</span>
      <input
        className="jp-mod-styled"
        type={type}
        step="any"
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
}
