/** The panel's section on orchestrators. Asks only while it is seen. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { RunsState } from '../protocol';
import { DeployForm, type IDeployPlace } from './deploy-form';
import { RunView } from './run-view';
import type { IFollowed, RunsChoice } from './runs-choice';
import { RunsForm } from './runs-form';
import { SeenSection } from './seen-section';
import type { OpenArtifacts } from './task-artifacts';

/** What the section needs of its surroundings. */
export interface IRunsSectionOptions {
  readonly choice: RunsChoice;
  readonly place: () => IDeployPlace;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}

/** Draws the chosen orchestrator. */
export class RunsSection extends SeenSection {
  constructor(private readonly _options: IRunsSectionOptions) {
    super(_options.choice);
    this.title.label = _options.trans.__('Orchestrator');
  }

  protected override render(): React.JSX.Element {
    const { choice, trans, ...rest } = this._options;
    const { orchestrator } = choice.chosen;
    return (
      <>
        <label className="jp-TfxOrchestrator-field">
          <span>{trans.__('Runs on')}</span>
          <select value={orchestrator.name} onChange={event => choice.choose(event.target.value)}>
            {choice.all.map(({ orchestrator: { name, title } }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <RunsView key={orchestrator.name} followed={choice.chosen} trans={trans} {...rest} />
      </>
    );
  }
}

/** What the section says of one orchestrator, whichever state the connection is in. */
export function RunsView(props: {
  readonly followed: IFollowed;
  readonly place: () => IDeployPlace;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { followed, place, open, trans } = props;
  const { model, orchestrator } = followed;
  const { state, watch, problem } = model;
  return (
    <>
      {problem !== '' && (
        <p className="jp-TfxOrchestrator-problem" role="alert">
          {problem}
        </p>
      )}
      {state === null ? (
        problem === '' && <p>{trans.__('Asking the server…')}</p>
      ) : (
        <>
          <Troubles
            state={state}
            more={watch?.warnings ?? []}
            title={orchestrator.title}
            trans={trans}
          />
          {state.state === 'off' ? (
            <RunsForm
              form={orchestrator.connect}
              values={state.values}
              busy={model.busy}
              send={values => void model.connect(values)}
              trans={trans}
            />
          ) : (
            <>
              {watch ? (
                <RunView
                  followed={followed}
                  state={state}
                  watch={watch}
                  open={open}
                  trans={trans}
                />
              ) : (
                state.state === 'connected' && <p>{orchestrator.empty}</p>
              )}
              {state.actions.includes('deploy') && (
                <DeployForm followed={followed} place={place} trans={trans} />
              )}
              <Connected followed={followed} state={state} trans={trans} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** What keeps things from going on: the orchestrator away, its scheduler dead, a file that it cannot read. */
function Troubles(props: {
  readonly state: RunsState;
  readonly more: readonly string[];
  readonly title: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { state, more, title, trans } = props;
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
        <p key={sentence} className="jp-TfxOrchestrator-problem" role="alert">
          {sentence}
        </p>
      ))}
      {state.importErrors.map(({ file, text }) => (
        <details key={file} className="jp-TfxOrchestrator-problem" role="alert">
          <summary>{trans.__('%1 cannot import %2', title, file)}</summary>
          <pre tabIndex={0}>{text}</pre>
        </details>
      ))}
    </>
  );
}

function Connected(props: {
  readonly followed: IFollowed;
  readonly state: RunsState;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { followed, state, trans } = props;
  const { model, orchestrator } = followed;
  const what = state.version === '' ? orchestrator.title : `${orchestrator.title} ${state.version}`;
  return (
    <div className="jp-TfxOrchestrator-foot jp-TfxPanel-buttons">
      <small>
        {state.user === ''
          ? trans.__('%1 at %2', what, state.url)
          : trans.__('%1 at %2, as %3', what, state.url, state.user)}
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
