/** Takes an exported pipeline to an orchestrator. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IRunsForm } from './orchestrator';
import type { IFollowed } from './runs-choice';
import { RunsForm } from './runs-form';

/** Where the exported files are likely to be, and whose environment has TFX. */
export interface IDeployPlace {
  readonly folder: string;
  /** Id of the notebook's kernel; null for the server's own environment. */
  readonly kernel: string | null;
}

/** A button that opens the form, and what came of it. */
export function DeployForm(props: {
  readonly followed: IFollowed;
  readonly place: () => IDeployPlace;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { followed, place, trans } = props;
  const { model, orchestrator } = followed;
  const [folder, setFolder] = React.useState<string | null>(null);
  // What was sent last: another compile has most of it again.
  const [last, setLast] = React.useState<Readonly<Record<string, string>>>({});
  const { deploy } = orchestrator;
  if (folder === null) {
    return (
      <>
        <div className="jp-TfxPanel-buttons">
          <Button small className="jp-mod-styled" onClick={() => setFolder(place().folder)}>
            {deploy.open}
          </Button>
        </div>
        <Deployed model={model} trans={trans} />
      </>
    );
  }
  const send = async ({ folder: chosen, ...values }: Record<string, string>): Promise<void> => {
    setLast(values);
    if (await model.deploy(chosen, place().kernel, values)) {
      setFolder(null);
    }
  };
  const form: IRunsForm = {
    ...deploy,
    fields: [{ name: 'folder', label: trans.__('Folder') }, ...deploy.fields]
  };
  return (
    <RunsForm
      form={form}
      values={{ ...model.state?.values, ...last, folder }}
      busy={model.busy}
      send={values => void send(values)}
      cancel={() => setFolder(null)}
      trans={trans}
    />
  );
}

/** What a person should know of what was deployed, and what of it is other than before. */
function Deployed(props: {
  readonly model: IFollowed['model'];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const done = props.model.deployed;
  if (!done || (done.notes.length === 0 && done.changes === '')) {
    return null;
  }
  return (
    <div role="status">
      {done.notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      {done.changes !== '' && (
        <details className="jp-TfxOrchestrator-changes">
          <summary>{props.trans.__('What is other than at the last time')}</summary>
          <pre tabIndex={0}>
            {done.changes.split('\n').map((line, index) => (
              <span key={index} data-change={line[0]}>{`${line}\n`}</span>
            ))}
          </pre>
        </details>
      )}
    </div>
  );
}
