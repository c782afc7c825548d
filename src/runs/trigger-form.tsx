/** The runtime parameters of a run that is about to begin. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { RunsParameter, RunsWatch } from '../protocol';
import type { RunsModel } from './runs-model';
import { Field } from './field';

/** A field for each parameter, filled with its default; what is not changed is not sent. */
export function TriggerForm(props: {
  readonly model: RunsModel;
  readonly watch: RunsWatch;
  readonly trans: TranslationBundle;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { model, watch, trans, onDone } = props;
  const [values, setValues] = React.useState<ReadonlyMap<string, string>>(new Map());
  const trigger = async (): Promise<void> => {
    const parameters = changed(watch.parameters, values);
    if (await model.act({ action: 'trigger', parameters })) {
      onDone();
    }
  };
  return (
    <form
      className="jp-TfxOrchestrator-form"
      aria-label={trans.__('Start a run')}
      onSubmit={event => {
        event.preventDefault();
        void trigger();
      }}
    >
      {watch.parameters.map(({ name, kind, value }) => (
        <Field
          key={name}
          label={name}
          type={kind === 'string' ? 'text' : 'number'}
          value={values.get(name) ?? value ?? ''}
          onChange={text => setValues(new Map([...values, [name, text]]))}
        />
      ))}
      {watch.pipeline.paused && (
        <p>{trans.__('The pipeline is paused: starting a run takes it from its pause.')}</p>
      )}
      <div className="jp-TfxPanel-buttons">
        <Button small className="jp-mod-styled jp-mod-accept" type="submit" disabled={model.busy}>
          {trans.__('Start')}
        </Button>
        <Button small className="jp-mod-styled" type="button" onClick={onDone}>
          {trans.__('Cancel')}
        </Button>
      </div>
    </form>
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
