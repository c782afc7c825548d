/** Which output of the model is explored. */
import * as React from 'react';

import type { IExplorerProps } from './explorer';
import { Explorer } from './explorer';

/** A choice where there are several; each is explored by itself. */
export function ExploreOutputs(props: IExplorerProps): React.JSX.Element {
  const { client, summary: first, trans } = props;
  const [summary, setSummary] = React.useState(first);
  const [failure, setFailure] = React.useState<string | null>(null);
  const choose = (output: string): void => {
    setFailure(null);
    client.ask('choose', { output }).then(setSummary, (error: unknown) => {
      setFailure(error instanceof Error ? error.message : String(error));
    });
  };
  return (
    <>
      {summary.outputs.length > 1 && (
        <div className="jp-TfxEvaluation-bar">
          <label>
            {trans.__('Output of the model')}{' '}
            <select
              className="jp-mod-styled"
              value={summary.output}
              onChange={event => choose(event.target.value)}
            >
              {summary.outputs.map(name => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          {failure !== null && (
            <span className="jp-TfxArtifact-problem" role="alert">
              {failure}
            </span>
          )}
        </div>
      )}
      <Explorer key={summary.output} {...props} summary={summary} />
    </>
  );
}
