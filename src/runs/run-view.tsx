/** A pipeline on an orchestrator: its runs, one of them, and what can be done with both. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { PipelineRun, RunsState, RunsWatch } from '../protocol';
import { stateIcons } from '../states/state-icons';
import { duration } from '../states/times';
import { OnGraph, RunSelect, RunState } from './run-controls';
import { runStates, runTitle, runWord } from './run-states';
import type { IFollowed } from './runs-choice';
import type { OpenArtifacts } from './task-artifacts';
import { TaskList } from './task-list';
import { TriggerForm } from './trigger-form';

/** What the section shows of the chosen pipeline. */
export function RunView(props: {
  readonly followed: IFollowed;
  readonly state: RunsState;
  readonly watch: RunsWatch;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { followed, state, watch, open, trans } = props;
  const { model, orchestrator } = followed;
  const can = (action: RunsState['actions'][number]): boolean => state.actions.includes(action);
  const [isAsking, setAsking] = React.useState(false);
  const { pipeline } = watch;
  const run = watch.runs.find(one => one.id === watch.run);
  const isLive = run !== undefined && ['queued', 'running'].includes(run.state);
  const stop = {
    label: trans.__('Stop'),
    onClick: () => void model.act({ action: 'stop', run: run?.id })
  };
  return (
    <>
      <label className="jp-TfxOrchestrator-field">
        <span>{trans.__('Pipeline')}</span>
        <select value={pipeline.id} onChange={event => model.choosePipeline(event.target.value)}>
          {state.pipelines.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <div className="jp-TfxPanel-buttons">
        <Button
          small
          className="jp-mod-styled jp-mod-accept"
          disabled={model.busy || isAsking}
          onClick={() => setAsking(true)}
        >
          {trans.__('Start a run…')}
        </Button>
        {can('pause') && (
          <Button
            small
            className="jp-mod-styled"
            disabled={model.busy}
            onClick={() => void model.act({ action: pipeline.paused ? 'unpause' : 'pause' })}
          >
            {pipeline.paused ? trans.__('Unpause') : trans.__('Pause')}
          </Button>
        )}
        <PageLink url={run?.url ?? pipeline.url} title={orchestrator.title} trans={trans} />
      </div>
      {isAsking && (
        <TriggerForm model={model} watch={watch} trans={trans} onDone={() => setAsking(false)} />
      )}
      {run === undefined ? (
        <p>{trans.__('No run yet.')}</p>
      ) : (
        <>
          <RunSelect
            runs={watch.runs.map(one => ({ id: one.id, title: runTitle(one, trans) }))}
            run={run.id}
            choose={id => model.chooseRun(id)}
            trans={trans}
          />
          <RunState
            state={run.state}
            icon={stateIcons[runStates[run.state]]}
            words={runWords(run, trans)}
            stop={isLive ? stop : null}
            busy={model.busy}
          />
          {run.message !== '' && (
            <p className="jp-TfxOrchestrator-problem" role="alert">
              {run.message}
            </p>
          )}
          <OnGraph model={model} trans={trans} />
          <TaskList {...{ model, watch, open, trans }} run={run.id} actions={state.actions} />
        </>
      )}
    </>
  );
}

/** State of a run, and how long: `running, 42 s`. */
function runWords(run: PipelineRun, trans: TranslationBundle): string {
  const word = runWord(run.state, trans);
  return run.startedAt === null
    ? word
    : trans.__('%1, %2', word, duration((run.endedAt ?? Date.now()) - run.startedAt, trans));
}

/** A link to one of the orchestrator's own pages; nothing where the address is no web address. */
function PageLink(props: {
  readonly url: string;
  readonly title: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  return /^https?:\/\//.test(props.url) ? (
    <a href={props.url} target="_blank" rel="noopener noreferrer">
      {props.trans.__('Open in %1', props.title)}
    </a>
  ) : null;
}
