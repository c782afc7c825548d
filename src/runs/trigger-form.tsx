/** The form that starts a run. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { RunsWatch } from '../protocol';
import { changed, ParameterFields } from './parameter-fields';
import type { RunsModel } from './runs-model';

/** Asks for the runtime parameters; what is not changed is not sent. */
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
      <ParameterFields parameters={watch.parameters} values={values} onChange={setValues} />
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
