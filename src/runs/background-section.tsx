/** The panel's section on runs in the background. Asks only while it is seen. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { BackgroundRun } from '../protocol';
import { stateIcons } from '../states/state-icons';
import { duration } from '../states/times';
import { type BackgroundModel, isLive } from './background-model';
import { BackgroundNodes } from './background-nodes';
import { backgroundRunTitle, backgroundRunWord, drawnRunStates } from './background-states';
import { changed, ParameterFields } from './parameter-fields';
import { OnGraph, RunSelect, RunState } from './run-controls';
import { SeenSection } from './seen-section';
import type { OpenArtifacts } from './task-artifacts';

/** What the section needs of its surroundings. */
export interface IBackgroundSectionOptions {
  readonly model: BackgroundModel;
  /** Id of the notebook's kernel; null for the server's own environment. */
  readonly kernel: () => string | null;
  /** Show the export of the notebook's pipeline. */
  readonly onExport: () => void;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}

/** Draws the model. */
export class BackgroundSection extends SeenSection {
  constructor(private readonly _options: IBackgroundSectionOptions) {
    super(_options.model);
    this.addClass('jp-TfxBackground');
    this.title.label = _options.trans.__('Background runs');
  }

  protected override render(): React.JSX.Element {
    return <BackgroundView {...this._options} />;
  }
}

/** What the section says. */
export function BackgroundView(props: IBackgroundSectionOptions): React.JSX.Element {
  const { model, open, trans } = props;
  const { state, run, problem } = model;
  return (
    <>
      {problem !== '' && (
        <p className="jp-TfxOrchestrator-problem" role="alert">
          {problem}
        </p>
      )}
      <label className="jp-TfxOrchestrator-field">
        <span>{trans.__('Folder')}</span>
        <input
          key={model.folder}
          className="jp-mod-styled"
          defaultValue={model.folder}
          title={trans.__('Folder of the exported pipeline')}
          autoComplete="off"
          spellCheck={false}
          onBlur={event => (model.folder = event.target.value.trim())}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              model.folder = event.currentTarget.value.trim();
            }
          }}
        />
      </label>
      {state !== null && <Start key={model.folder} {...props} />}
      {state !== null && run !== null && (
        <>
          <RunSelect
            runs={state.runs.map(one => ({ id: one.id, title: backgroundRunTitle(one, trans) }))}
            run={run.id}
            choose={id => model.chooseRun(id)}
            trans={trans}
          />
          <Run model={model} run={run} trans={trans} />
          <OnGraph model={model} trans={trans} />
          <BackgroundNodes model={model} run={run} nodes={state.nodes} open={open} trans={trans} />
        </>
      )}
    </>
  );
}

/** The buttons that begin a run; what to do where the pipeline was not exported yet. */
function Start(props: IBackgroundSectionOptions): React.JSX.Element {
  const { model, kernel, onExport, trans } = props;
  const { runners, parameters, runs } = model.state!;
  const [values, setValues] = React.useState<ReadonlyMap<string, string>>(new Map());
  const isHeld = model.busy || runs.some(isLive);
  const labels = {
    local: trans.__('Run with LocalDagRunner'),
    beam: trans.__('Run with BeamDagRunner')
  } as const;
  return (
    <>
      {runners.length === 0 && (
        <p>
          {trans.__(
            'Runs the exported pipeline beside the notebook, by TFX’s own runners. There is none in this folder yet: export it for TFX LocalDagRunner or Apache Beam.'
          )}
        </p>
      )}
      {runners.length > 0 && parameters.length > 0 && (
        <details className="jp-TfxBackground-parameters">
          <summary>{trans.__('Runtime parameters (%1)', parameters.length)}</summary>
          <ParameterFields
            {...{ parameters, values }}
            placeholder={trans.__('as in pipeline.py')}
            onChange={setValues}
          />
        </details>
      )}
      <div className="jp-TfxPanel-buttons">
        {runners.map(runner => (
          <Button
            key={runner}
            small
            className="jp-mod-styled jp-mod-accept"
            disabled={isHeld}
            onClick={() => void model.start(runner, kernel(), changed(parameters, values))}
          >
            {labels[runner]}
          </Button>
        ))}
        <Button small className="jp-mod-styled" onClick={onExport}>
          {trans.__('Export Pipeline…')}
        </Button>
      </div>
    </>
  );
}

function Run(props: {
  readonly model: BackgroundModel;
  readonly run: BackgroundRun;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, run, trans } = props;
  const word = backgroundRunWord(run.state, trans);
  const took =
    run.startedAt === null ? null : duration((run.endedAt ?? Date.now()) - run.startedAt, trans);
  const hasTime = took !== null && (isLive(run) || run.endedAt !== null);
  const stop = {
    label: model.busy ? trans.__('Stopping…') : trans.__('Stop'),
    onClick: () => void model.stop()
  };
  return (
    <>
      <RunState
        state={run.state}
        icon={stateIcons[drawnRunStates[run.state]]}
        words={hasTime ? trans.__('%1, %2', word, took) : word}
        stop={isLive(run) ? stop : null}
        busy={model.busy}
      />
      {run.state === 'failed' && run.reason !== null && (
        <p className="jp-TfxOrchestrator-problem" role="alert">
          {run.reason}
        </p>
      )}
    </>
  );
}
