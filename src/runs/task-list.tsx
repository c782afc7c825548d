/** The tasks of a run: states, tries, durations, and what can be done with each. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { AirflowTask, AirflowWatch } from '../protocol';
import { stateIcons } from '../states/state-icons';
import type { AirflowModel } from './airflow-model';
import { nodeStates, taskWords } from './run-states';
import { TaskLog } from './task-log';

/** A row for each task; the log of one is open at a time. */
export function TaskList(props: {
  readonly model: AirflowModel;
  readonly watch: AirflowWatch;
  readonly run: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, watch, run, trans } = props;
  const [open, setOpen] = React.useState<string | null>(null);
  return (
    <ul className="jp-TfxAirflow-tasks" aria-label={trans.__('Tasks')}>
      {watch.tasks.map(task => {
        const Icon = stateIcons[nodeStates[task.state]];
        const isOpen = task.id === open;
        return (
          <li key={task.id} data-tfx-task={task.id} data-state={task.state}>
            <div className="jp-TfxAirflow-task">
              <Icon.react tag="span" className="jp-TfxAirflow-icon" />
              <bdi title={task.id}>{task.id}</bdi>
              <small>{taskWords(task, trans)}</small>
              <TaskButtons
                model={model}
                task={task}
                run={run}
                isOpen={isOpen}
                onLog={() => setOpen(isOpen ? null : task.id)}
                trans={trans}
              />
            </div>
            {isOpen && (
              <TaskLog model={model} dag={watch.dag.id} run={run} task={task} trans={trans} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function TaskButtons(props: {
  readonly model: AirflowModel;
  readonly task: AirflowTask;
  readonly run: string;
  readonly isOpen: boolean;
  readonly onLog: () => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, task, run, isOpen, onLog, trans } = props;
  const hasEnded = ['success', 'failed', 'skipped', 'upstream-failed'].includes(task.state);
  return (
    <span className="jp-TfxAirflow-buttons jp-TfxPanel-buttons">
      {task.tries > 0 && (
        <Button small className="jp-mod-styled" aria-expanded={isOpen} onClick={onLog}>
          {trans.__('Log')}
        </Button>
      )}
      {hasEnded && (
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
