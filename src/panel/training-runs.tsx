/** Training runs of the pipeline, to be shown in TensorBoard: one, or several that are compared. */
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { age } from '../states/times';
import type { IPartProps } from './model-widget';
import type { IMadeArtifact } from './panel-artifacts';
import { RunFigures } from './run-figures';

/** The newest run is chosen until the person chooses. */
export function TrainingRuns(props: IPartProps): React.JSX.Element {
  const { model, artifacts, trans } = props;
  const [chosen, setChosen] = React.useState<ReadonlySet<string> | null>(null);
  const { pipeline } = model;
  const runs = React.useMemo(
    () => (pipeline ? artifacts.made(pipeline, 'ModelRun') : []),
    [artifacts, pipeline]
  );
  if (runs.length === 0) {
    return (
      <p className="jp-TfxPanel-note">
        {trans.__('No training run yet: run a Trainer or a Tuner to see it in TensorBoard.')}
      </p>
    );
  }
  const picked = runs.filter(({ artifact }, index) =>
    chosen ? chosen.has(artifact.uri) : index === 0
  );
  const toggle = (uri: string): void => {
    const next = new Set(picked.map(({ artifact }) => artifact.uri));
    if (!next.delete(uri)) {
      next.add(uri);
    }
    setChosen(next);
  };
  return (
    <>
      <ul className="jp-TfxRuns" aria-label={trans.__('Training runs')}>
        {runs.map(run => {
          const { artifact, madeAt } = run;
          return (
            <li key={artifact.uri}>
              <label title={artifact.uri}>
                <input
                  type="checkbox"
                  checked={picked.includes(run)}
                  onChange={() => toggle(artifact.uri)}
                />
                <bdi>{nameOf(run)}</bdi>
                {madeAt !== null && <small>{age(madeAt, trans)}</small>}
              </label>
              <RunFigures run={artifact} artifacts={artifacts} trans={trans} />
            </li>
          );
        })}
      </ul>
      <div className="jp-TfxPanel-buttons jp-TfxRuns-buttons">
        <Button
          small
          className="jp-mod-styled"
          disabled={picked.length === 0}
          onClick={() => artifacts.openTensorBoard(picked.map(({ artifact }) => artifact))}
        >
          {picked.length > 1
            ? trans.__('Compare %1 in TensorBoard', picked.length)
            : trans.__('Open TensorBoard')}
        </Button>
      </div>
    </>
  );
}

/** Component and execution, as TensorBoard's own list has it: TFX calls the run's folder by its execution. */
function nameOf({ artifact, node }: IMadeArtifact): string {
  const [, execution] = /\/(\d+)\/*$/.exec(artifact.uri) ?? [];
  return execution === undefined ? node : `${node} ${execution}`;
}
