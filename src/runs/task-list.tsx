/** The tasks of a run: states, tries, durations, and what can be done with each. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { PipelineTask, RunsState, RunsWatch } from '../protocol';
import { stateIcons } from '../states/state-icons';
import type { RunsModel } from './runs-model';
import { nodeStates, taskWords } from './run-states';
import { type OpenArtifacts, TaskArtifacts } from './task-artifacts';
import { TaskLog } from './task-log';

/** What is open below a task. */
type Part = 'log' | 'artifacts';

/** A row for each task; the log or the artifacts of one are open at a time. */
export function TaskList(props: {
  readonly model: RunsModel;
  readonly watch: RunsWatch;
  readonly run: string;
  readonly actions: RunsState['actions'];
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, watch, run, actions, open, trans } = props;
  const { selected } = model;
  const [shown, setShown] = React.useState<{ task: string; part: Part } | null>(null);
  const list = React.useRef<HTMLUListElement>(null);
  React.useEffect(() => {
    const task = model.watch?.tasks.find(({ id }) => id === selected);
    if (task) {
      setShown({ task: task.id, part: hasMade(task) ? 'artifacts' : 'log' });
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    }
  }, [model, selected]);
  return (
    <ul ref={list} className="jp-TfxOrchestrator-tasks" aria-label={trans.__('Tasks')}>
      {watch.tasks.map(task => {
        const Icon = stateIcons[nodeStates[task.state]];
        const part = task.id === shown?.task ? shown.part : null;
        return (
          <li
            key={task.id}
            data-tfx-task={task.id}
            data-state={task.state}
            aria-current={task.id === selected || undefined}
          >
            <div className="jp-TfxOrchestrator-task">
              <Icon.react tag="span" className="jp-TfxOrchestrator-icon" />
              <bdi title={task.id}>{task.id}</bdi>
              <small>{taskWords(task, trans)}</small>
              <TaskButtons
                model={model}
                task={task}
                run={run}
                actions={actions}
                part={part}
                onPart={next => setShown(next === part ? null : { task: task.id, part: next })}
                trans={trans}
              />
            </div>
            {task.message !== '' && <p className="jp-TfxOrchestrator-problem">{task.message}</p>}
            {part === 'log' && actions.includes('log') && task.tries > 0 && (
              <TaskLog
                model={model}
                pipeline={watch.pipeline.id}
                run={run}
                task={task}
                trans={trans}
              />
            )}
            {part === 'artifacts' && actions.includes('artifacts') && (
              <TaskArtifacts {...{ model, watch, run, task, open, trans }} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TaskButtons(props: {
  readonly model: RunsModel;
  readonly task: PipelineTask;
  readonly run: string;
  readonly actions: RunsState['actions'];
  readonly part: Part | null;
  readonly onPart: (part: Part) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, task, run, actions, part, onPart, trans } = props;
  const hasEnded = ['success', 'failed', 'skipped', 'upstream-failed'].includes(task.state);
  return (
    <span className="jp-TfxOrchestrator-buttons jp-TfxPanel-buttons">
      {actions.includes('log') && task.tries > 0 && (
        <Button
          small
          className="jp-mod-styled"
          aria-expanded={part === 'log'}
          onClick={() => onPart('log')}
        >
          {trans.__('Log')}
        </Button>
      )}
      {actions.includes('artifacts') && hasMade(task) && (
        <Button
          small
          className="jp-mod-styled"
          aria-expanded={part === 'artifacts'}
          onClick={() => onPart('artifacts')}
        >
          {trans.__('Artifacts')}
        </Button>
      )}
      {actions.includes('clear') && hasEnded && (
        <Button
          small
          className="jp-mod-styled"
          title={trans.__('Run %1, and what comes after it, again', task.id)}
          disabled={model.busy}
          onClick={() => void model.act({ action: 'clear', run, task: task.id })}
        >
          {trans.__('Clear')}
        </Button>
      )}
    </span>
  );
}

/** Whether its artifacts are there. */
function hasMade({ state }: PipelineTask): boolean {
  return state === 'success' || state === 'cached';
}
