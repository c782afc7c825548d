/** Takes an exported pipeline to Airflow's DAGs folder. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { AirflowModel } from './airflow-model';
import { Field } from './connect-form';

/** Where the exported files are likely to be, and whose environment has TFX. */
export interface IDeployPlace {
  readonly folder: string;
  /** Id of the notebook's kernel; null for the server's own environment. */
  readonly kernel: string | null;
}

/** A button that opens the form. */
export function DeployForm(props: {
  readonly model: AirflowModel;
  readonly place: () => IDeployPlace;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, place, trans } = props;
  const [folder, setFolder] = React.useState<string | null>(null);
  if (folder === null) {
    return (
      <div className="jp-TfxPanel-buttons">
        <Button small className="jp-mod-styled" onClick={() => setFolder(place().folder)}>
          {trans.__('Deploy…')}
        </Button>
      </div>
    );
  }
  const deploy = async (): Promise<void> => {
    if (await model.deploy(folder, place().kernel)) {
      setFolder(null);
    }
  };
  return (
    <form
      className="jp-TfxAirflow-form"
      aria-label={trans.__('Deploy an exported pipeline')}
      onSubmit={event => {
        event.preventDefault();
        void deploy();
      }}
    >
      <p>
        {trans.__(
          'Compiles the pipeline.py of an exported pipeline with the TFX of the notebook’s kernel, into Airflow’s DAGs folder.'
        )}
      </p>
      <Field label={trans.__('Folder')} value={folder} onChange={setFolder} />
      <div className="jp-TfxPanel-buttons">
        <Button small className="jp-mod-styled jp-mod-accept" type="submit" disabled={model.busy}>
          {model.busy ? trans.__('Deploying…') : trans.__('Deploy')}
        </Button>
        <Button small className="jp-mod-styled" type="button" onClick={() => setFolder(null)}>
          {trans.__('Cancel')}
        </Button>
      </div>
    </form>
  );
}
