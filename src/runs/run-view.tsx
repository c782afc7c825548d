/** A pipeline in Airflow: its runs, one of them, and what can be done with both. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { AirflowState, AirflowWatch } from '../protocol';
import { stateIcons } from '../states/state-icons';
import { duration, moment } from '../states/times';
import type { AirflowModel } from './airflow-model';
import { runStates, runWord } from './run-states';
import type { OpenArtifacts } from './task-artifacts';
import { TaskList } from './task-list';
import { TriggerForm } from './trigger-form';

/** What the section shows of the chosen pipeline. */
export function RunView(props: {
  readonly model: AirflowModel;
  readonly state: AirflowState;
  readonly watch: AirflowWatch;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, state, watch, open, trans } = props;
  const [isAsking, setAsking] = React.useState(false);
  const { dag } = watch;
  const run = watch.runs.find(one => one.id === watch.run);
  const isLive = run !== undefined && ['queued', 'running'].includes(run.state);
  return (
    <>
      <label className="jp-TfxAirflow-field">
        <span>{trans.__('Pipeline')}</span>
        <select value={dag.id} onChange={event => model.choosePipeline(event.target.value)}>
          {state.dags.map(({ id }) => (
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
        <Button
          small
          className="jp-mod-styled"
          disabled={model.busy}
          onClick={() => void model.act({ action: dag.paused ? 'unpause' : 'pause' })}
        >
          {dag.paused ? trans.__('Unpause') : trans.__('Pause')}
        </Button>
        <PageLink url={run?.url ?? dag.url} trans={trans} />
      </div>
      {isAsking && (
        <TriggerForm model={model} watch={watch} trans={trans} onDone={() => setAsking(false)} />
      )}
      {run === undefined ? (
        <p>{trans.__('No run yet.')}</p>
      ) : (
        <>
          <label className="jp-TfxAirflow-field">
            <span>{trans.__('Run')}</span>
            <select value={run.id} onChange={event => model.chooseRun(event.target.value)}>
              {watch.runs.map(one => (
                <option key={one.id} value={one.id}>
                  {one.queuedAt === null
                    ? trans.__('%1, %2', one.id, runWord(one.state, trans))
                    : trans.__('%1, %2', moment(one.queuedAt), runWord(one.state, trans))}
                </option>
              ))}
            </select>
          </label>
          <div className="jp-TfxAirflow-run jp-TfxPanel-buttons" data-state={run.state}>
            <RunState run={run} trans={trans} />
            {isLive && (
              <Button
                small
                className="jp-mod-styled jp-mod-warn"
                disabled={model.busy}
                onClick={() => void model.act({ action: 'stop', run: run.id })}
              >
                {trans.__('Stop')}
              </Button>
            )}
          </div>
          <label className="jp-TfxAirflow-check">
            <input
              type="checkbox"
              checked={model.onGraph}
              onChange={event => (model.onGraph = event.target.checked)}
            />
            {trans.__('Show this run on the graph')}
          </label>
          <TaskList model={model} watch={watch} run={run.id} open={open} trans={trans} />
        </>
      )}
    </>
  );
}

function RunState(props: {
  readonly run: AirflowWatch['runs'][number];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { run, trans } = props;
  const Icon = stateIcons[runStates[run.state]];
  const took =
    run.startedAt === null ? null : duration((run.endedAt ?? Date.now()) - run.startedAt, trans);
  const word = runWord(run.state, trans);
  return (
    <span role="status">
      <Icon.react tag="span" className="jp-TfxAirflow-icon" />
      {took === null ? word : trans.__('%1, %2', word, took)}
    </span>
  );
}

/** A link to one of Airflow's own pages; nothing where the address is no web address. */
function PageLink(props: {
  readonly url: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  return /^https?:\/\//.test(props.url) ? (
    <a href={props.url} target="_blank" rel="noopener noreferrer">
      {props.trans.__('Open in Airflow')}
    </a>
  ) : null;
}
