/** What a task has made: to open, and to hold against what it made in another run. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { TaskArtifact, PipelineTask, RunsWatch } from '../protocol';
import { moment } from '../states/times';
import type { RunsModel } from './runs-model';
import { runWord } from './run-states';

/** Shows artifacts in a tab; several of one type are compared. */
export type OpenArtifacts = (artifacts: readonly TaskArtifact[]) => void;

/** Props of {@link TaskArtifacts}. */
export interface ITaskArtifactsProps {
  readonly model: RunsModel;
  readonly watch: RunsWatch;
  readonly run: string;
  readonly task: PipelineTask;
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}

/** A line for each artifact. */
export function TaskArtifacts(props: ITaskArtifactsProps): React.JSX.Element {
  const { model, watch, run, task, open, trans } = props;
  const { found, problem } = useArtifacts(props);
  const [note, setNote] = React.useState('');
  const others = watch.runs.filter(({ id }) => id !== run);
  const compare = async (artifact: TaskArtifact, other: string): Promise<void> => {
    setNote('');
    try {
      const theirs = counterpart(artifact, found ?? [], await model.artifacts(other, task.id));
      if (theirs === null) {
        setNote(trans.__('%1 made no such artifact in that run.', task.id));
      } else if (theirs.uri === artifact.uri) {
        setNote(trans.__('It is the same artifact in both runs: one has it from the cache.'));
      } else {
        open([artifact, theirs]);
      }
    } catch (error) {
      setNote(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section
      className="jp-TfxOrchestrator-artifacts"
      aria-label={trans.__('Artifacts of %1', task.id)}
      aria-busy={found === null && problem === ''}
    >
      {problem !== '' && <p role="alert">{problem}</p>}
      {found?.length === 0 && <p>{trans.__('It has made no artifact in this run.')}</p>}
      <ul>
        {found?.map(artifact => (
          <li key={artifact.uri} className="jp-TfxPanel-buttons">
            <Button
              small
              className="jp-mod-styled"
              title={artifact.uri}
              onClick={() => open([artifact])}
            >
              {artifact.key}
            </Button>
            <small>{artifact.type}</small>
            {others.length > 0 && (
              <select
                aria-label={trans.__('Compare %1 with another run', artifact.key)}
                value=""
                onChange={event => void compare(artifact, event.target.value)}
              >
                <option value="" disabled>
                  {trans.__('Compare with…')}
                </option>
                {others.map(({ id, queuedAt, state }) => (
                  <option key={id} value={id}>
                    {trans.__(
                      '%1, %2',
                      queuedAt === null ? id : moment(queuedAt),
                      runWord(state, trans)
                    )}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
      {note !== '' && <p role="status">{note}</p>}
    </section>
  );
}

/** The same output in another run: of several with one key, the one in the same place. */
export function counterpart(
  artifact: TaskArtifact,
  own: readonly TaskArtifact[],
  theirs: readonly TaskArtifact[]
): TaskArtifact | null {
  const isOfKey = ({ key }: TaskArtifact): boolean => key === artifact.key;
  return theirs.filter(isOfKey).at(own.filter(isOfKey).indexOf(artifact)) ?? null;
}

/** Asked for anew when the task has come to another state. */
function useArtifacts({ model, run, task }: ITaskArtifactsProps): {
  readonly found: readonly TaskArtifact[] | null;
  readonly problem: string;
} {
  const [found, setFound] = React.useState<readonly TaskArtifact[] | null>(null);
  const [problem, setProblem] = React.useState('');
  React.useEffect(() => {
    let isOver = false;
    setFound(null);
    setProblem('');
    model.artifacts(run, task.id).then(
      artifacts => isOver || setFound(artifacts),
      (error: unknown) =>
        isOver || setProblem(error instanceof Error ? error.message : String(error))
    );
    return () => {
      isOver = true;
    };
  }, [model, run, task.id, task.state]);
  return { found, problem };
}
