/** Which output of the model is looked at. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** Something of one output, which tells the others. */
export interface IOfOutput {
  readonly output: string;
  /** Empty where the model has one. */
  readonly outputs: readonly string[];
}

/** Props of {@link OutputChooser}. */
export interface IOutputChooserProps<T> {
  /** What is there before another one is chosen. */
  readonly first: T;
  readonly of: (value: T) => IOfOutput;
  /** @throws an Error whose message is a sentence. */
  readonly choose: (output: string) => Promise<T>;
  readonly trans: TranslationBundle;
  readonly children: (value: T) => React.ReactNode;
}

/** A choice where there are several. */
export function OutputChooser<T>(props: IOutputChooserProps<T>): React.JSX.Element {
  const { first, of, choose, trans, children } = props;
  const [value, setValue] = React.useState(first);
  const [failure, setFailure] = React.useState<string | null>(null);
  const { output, outputs } = of(value);
  const go = (next: string): void => {
    setFailure(null);
    choose(next).then(
      chosen => setValue(() => chosen),
      (error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) {
          setFailure(error instanceof Error ? error.message : String(error));
        }
      }
    );
  };
  return (
    <>
      {outputs.length > 1 && (
        <div className="jp-TfxEvaluation-bar">
          <label>
            {trans.__('Output of the model')}{' '}
            <select
              className="jp-mod-styled"
              value={output}
              onChange={event => go(event.target.value)}
            >
              {outputs.map(name => (
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
      {children(value)}
    </>
  );
}
