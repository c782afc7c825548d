/** The log of a task, as it grows. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { PipelineTask } from '../protocol';
import { GrowingLog } from './growing-log';
import type { RunsModel } from './runs-model';

/** One try's log; the last try is shown until the person chooses. */
export function TaskLog(props: {
  readonly model: RunsModel;
  readonly pipeline: string;
  readonly run: string;
  readonly task: PipelineTask;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, pipeline, run, task, trans } = props;
  const [chosen, setChosen] = React.useState<number | null>(null);
  const attempt = chosen ?? Math.max(1, task.tries);
  const isLive = attempt === task.tries && ['running', 'queued'].includes(task.state);
  return (
    <section className="jp-TfxOrchestrator-log" aria-label={trans.__('Log of %1', task.id)}>
      {task.tries > 1 && (
        <label className="jp-TfxOrchestrator-check">
          {trans.__('Try')}
          <select value={attempt} onChange={event => setChosen(Number(event.target.value))}>
            {Array.from({ length: task.tries }, (_, index) => (
              <option key={index} value={index + 1}>
                {index + 1}
              </option>
            ))}
          </select>
        </label>
      )}
      <GrowingLog
        key={`${pipeline} ${run} ${attempt}`}
        read={from => model.log({ pipeline, run, task: task.id, attempt }, from)}
        state={task.state}
        live={isLive}
        trans={trans}
      />
    </section>
  );
}
