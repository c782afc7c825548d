/** The panel's section on runs in the background. Asks only while it is seen. */
import { Button, ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import * as React from 'react';

import type { BackgroundRun } from '../protocol';
import { stateIcons } from '../states/state-icons';
import { duration, moment } from '../states/times';
import { type BackgroundModel, isLive } from './background-model';
import { BackgroundNodes } from './background-nodes';
import { backgroundRunWord, drawnRunStates } from './background-states';
import { Field } from './field';
import type { OpenArtifacts } from './task-artifacts';
import { changed } from './trigger-form';

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

/** Draws the model while it is seen. */
export class BackgroundSection extends ReactWidget {
  constructor(private readonly _options: IBackgroundSectionOptions) {
    super();
    this.addClass('jp-TfxOrchestrator');
    this.addClass('jp-TfxBackground');
    this.title.label = _options.trans.__('Background runs');
    _options.model.changed.connect(this._onChanged, this);
  }

  override dispose(): void {
    this._options.model.changed.disconnect(this._onChanged, this);
    super.dispose();
  }

  protected override render(): React.JSX.Element {
    return <BackgroundView {...this._options} />;
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
          <label className="jp-TfxOrchestrator-field">
            <span>{trans.__('Run')}</span>
            <select value={run.id} onChange={event => model.chooseRun(event.target.value)}>
              {state.runs.map(one => (
                <option key={one.id} value={one.id}>
                  {runTitle(one, trans)}
                </option>
              ))}
            </select>
          </label>
          <Run model={model} run={run} trans={trans} />
          <label className="jp-TfxOrchestrator-check">
            <input
              type="checkbox"
              checked={model.onGraph}
              onChange={event => (model.onGraph = event.target.checked)}
            />
            {trans.__('Show this run on the graph')}
          </label>
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
          {parameters.map(({ name, kind, value }) => (
            <Field
              key={name}
              label={name}
              type={kind === 'string' ? 'text' : 'number'}
              value={values.get(name) ?? value ?? ''}
              placeholder={trans.__('as in pipeline.py')}
              onChange={text => setValues(new Map([...values, [name, text]]))}
            />
          ))}
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
  const Icon = stateIcons[drawnRunStates[run.state]];
  const word = backgroundRunWord(run.state, trans);
  const took =
    run.startedAt === null ? null : duration((run.endedAt ?? Date.now()) - run.startedAt, trans);
  const hasTime = took !== null && (isLive(run) || run.endedAt !== null);
  return (
    <>
      <div className="jp-TfxOrchestrator-run jp-TfxPanel-buttons" data-state={run.state}>
        <span role="status">
          <Icon.react tag="span" className="jp-TfxOrchestrator-icon" />
          {hasTime ? trans.__('%1, %2', word, took) : word}
        </span>
        {isLive(run) && (
          <Button
            small
            className="jp-mod-styled jp-mod-warn"
            disabled={model.busy}
            onClick={() => void model.stop()}
          >
            {model.busy ? trans.__('Stopping…') : trans.__('Stop')}
          </Button>
        )}
      </div>
      {run.state === 'failed' && run.reason !== null && (
        <p className="jp-TfxOrchestrator-problem" role="alert">
          {run.reason}
        </p>
      )}
    </>
  );
}

function runTitle(run: BackgroundRun, trans: TranslationBundle): string {
  const runner = run.runner === 'local' ? 'LocalDagRunner' : 'BeamDagRunner';
  const word = backgroundRunWord(run.state, trans);
  return run.startedAt === null
    ? trans.__('%1, %2', runner, word)
    : trans.__('%1, %2, %3', moment(run.startedAt), runner, word);
}
