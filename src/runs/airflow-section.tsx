/** The panel's section on Airflow. Asks only while it is seen. */
import { Button, ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import * as React from 'react';

import type { AirflowState } from '../protocol';
import type { AirflowModel } from './airflow-model';
import { ConnectForm } from './connect-form';
import { DeployForm, type IDeployPlace } from './deploy-form';
import { RunView } from './run-view';
import type { OpenArtifacts } from './task-artifacts';

/** What the section needs of its surroundings. */
export interface IAirflowSectionOptions {
  readonly model: AirflowModel;
  readonly place: () => IDeployPlace;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}

/** Draws the model while it is seen. */
export class AirflowSection extends ReactWidget {
  constructor(private readonly _options: IAirflowSectionOptions) {
    super();
    this.addClass('jp-TfxAirflow');
    _options.model.changed.connect(this._onChanged, this);
  }

  override dispose(): void {
    this._options.model.changed.disconnect(this._onChanged, this);
    super.dispose();
  }

  protected override render(): React.JSX.Element {
    return <AirflowView {...this._options} />;
  }

  protected override onUpdateRequest(message: Message): void {
    if (this.isVisible) {
      super.onUpdateRequest(message);
    }
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this._seen();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this._seen();
  }

  private _seen(): void {
    if (this.isVisible) {
      this.update();
      this._options.model.refresh();
    }
  }

  private _onChanged(): void {
    this.update();
  }
}

/** What the section says, whichever state the connection is in. */
export function AirflowView(props: IAirflowSectionOptions): React.JSX.Element {
  const { model, place, open, trans } = props;
  const { state, watch, problem } = model;
  return (
    <>
      {problem !== '' && (
        <p className="jp-TfxAirflow-problem" role="alert">
          {problem}
        </p>
      )}
      {state === null ? (
        problem === '' && <p>{trans.__('Asking the server…')}</p>
      ) : (
        <>
          <Troubles state={state} more={watch?.warnings ?? []} trans={trans} />
          {state.state === 'off' ? (
            <ConnectForm model={model} trans={trans} />
          ) : (
            <>
              {watch ? (
                <RunView model={model} state={state} watch={watch} open={open} trans={trans} />
              ) : (
                state.state === 'connected' && (
                  <p>
                    {trans.__(
                      'Airflow has no TFX pipeline yet. It may take some seconds to read one that was just deployed.'
                    )}
                  </p>
                )
              )}
              {state.deploys && <DeployForm model={model} place={place} trans={trans} />}
              <Connected model={model} state={state} trans={trans} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** What keeps things from going on: Airflow away, its scheduler dead, a file that it cannot import. */
function Troubles(props: {
  readonly state: AirflowState;
  readonly more: readonly string[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { state, more, trans } = props;
  const sentences = [...new Set([...state.warnings, ...more])];
  if (state.state === 'away') {
    sentences.unshift(
      trans.__('%1 What is below may be old. It is asked again by itself.', state.message)
    );
  } else if (state.message !== '') {
    sentences.unshift(state.message);
  }
  return (
    <>
      {sentences.map(sentence => (
        <p key={sentence} className="jp-TfxAirflow-problem" role="alert">
          {sentence}
        </p>
      ))}
      {state.importErrors.map(({ file, text }) => (
        <details key={file} className="jp-TfxAirflow-problem" role="alert">
          <summary>{trans.__('Airflow cannot import %1', file)}</summary>
          <pre tabIndex={0}>{text}</pre>
        </details>
      ))}
    </>
  );
}

function Connected(props: {
  readonly model: AirflowModel;
  readonly state: AirflowState;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, state, trans } = props;
  return (
    <div className="jp-TfxAirflow-foot jp-TfxPanel-buttons">
      <small>
        {state.user === ''
          ? trans.__('Airflow %1 at %2', state.version, state.url)
          : trans.__('Airflow %1 at %2, as %3', state.version, state.url, state.user)}
      </small>
      <Button
        small
        className="jp-mod-styled"
        disabled={model.busy}
        onClick={() => void model.disconnect()}
      >
        {trans.__('Disconnect')}
      </Button>
    </div>
  );
}
