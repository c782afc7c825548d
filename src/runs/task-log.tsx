/** The log of a task, as it grows. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { PipelineTask } from '../protocol';
import type { RunsModel } from './runs-model';

/** Milliseconds between looks at the log of a task that runs. */
const LOOK = 2000;
/** Characters that are kept: the end of a longer log. */
const KEPT = 400_000;

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
  const { text, problem } = useLog(model, pipeline, run, task, attempt);
  const place = React.useRef<HTMLPreElement>(null);
  const follows = React.useRef(true);
  React.useLayoutEffect(() => {
    if (place.current && follows.current) {
      place.current.scrollTop = place.current.scrollHeight;
    }
  }, [text]);
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
      {problem !== '' && <p role="alert">{problem}</p>}
      <pre
        ref={place}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follows.current = scrollTop + clientHeight > scrollHeight - 8;
        }}
      >
        {text === '' ? trans.__('Nothing has been written yet.') : text}
      </pre>
    </section>
  );
}

/** The text so far; asked for anew while the task runs and is seen, and once more when it has ended. */
function useLog(
  model: RunsModel,
  pipeline: string,
  run: string,
  task: PipelineTask,
  attempt: number
): { readonly text: string; readonly problem: string } {
  const [log, setLog] = React.useState({ text: '', next: 0, problem: '' });
  const isLive = attempt === task.tries && ['running', 'queued'].includes(task.state);
  const next = React.useRef(0);
  React.useEffect(() => {
    next.current = 0;
    setLog({ text: '', next: 0, problem: '' });
  }, [model, pipeline, run, task.id, attempt]);
  React.useEffect(() => {
    let isOver = false;
    let timer = 0;
    const look = async (): Promise<void> => {
      try {
        const from = next.current;
        const part = document.hidden
          ? null
          : await model.log({ pipeline, run, task: task.id, attempt }, from);
        if (isOver) {
          return;
        }
        if (part && part.next !== from) {
          next.current = part.next;
          setLog(old => ({
            text: (old.text + part.text).slice(-KEPT),
            next: part.next,
            problem: ''
          }));
        }
      } catch (error) {
        if (!isOver) {
          setLog(old => ({
            ...old,
            problem: error instanceof Error ? error.message : String(error)
          }));
        }
      }
      if (isLive && !isOver) {
        timer = window.setTimeout(() => void look(), LOOK);
      }
    };
    void look();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [model, pipeline, run, task.id, attempt, isLive, task.state]);
  return log;
}
