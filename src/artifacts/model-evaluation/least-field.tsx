/** The examples that a slice must have to be shown. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** A number, from 0. */
export function LeastField(props: {
  readonly least: number;
  readonly trans: TranslationBundle;
  readonly onChange: (least: number) => void;
}): React.JSX.Element {
  const { least, trans, onChange } = props;
  return (
    <label>
      {trans.__('at least')}{' '}
      <input
        type="number"
        className="jp-mod-styled"
        min={0}
        value={least}
        onChange={event => onChange(Math.max(0, event.target.valueAsNumber || 0))}
      />{' '}
      {trans.__('examples')}
    </label>
  );
}
