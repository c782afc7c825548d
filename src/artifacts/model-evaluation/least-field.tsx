/** The examples that a slice must have to be looked at. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** A number. */
export function LeastField(props: {
  readonly least: number;
  /** Less cannot be chosen. */
  readonly lowest: number;
  readonly trans: TranslationBundle;
  readonly onChange: (least: number) => void;
}): React.JSX.Element {
  const { least, lowest, trans, onChange } = props;
  return (
    <label>
      {trans.__('at least')}{' '}
      <input
        type="number"
        className="jp-mod-styled"
        min={lowest}
        value={least}
        onChange={event => onChange(Math.max(lowest, event.target.valueAsNumber || lowest))}
      />{' '}
      {trans.__('examples')}
    </label>
  );
}
