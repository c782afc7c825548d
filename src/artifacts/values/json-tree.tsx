/** A JSON value as a tree whose branches open. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count } from '../format';

/** Members of a branch that are drawn before the person asks for more. */
const FEW = 100;
/** Members of a branch that is open at first, and how deep. */
const SHORT = 20;
const DEEP = 3;

/** Draws what is open. */
export function JsonTree(props: {
  readonly value: unknown;
  readonly trans: TranslationBundle;
  readonly name?: string;
  readonly depth?: number;
}): React.JSX.Element {
  const { value, trans, name, depth = 0 } = props;
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : null;
  const [open, setOpen] = React.useState(
    members !== null && depth < DEEP && (members.length <= SHORT || depth === 0)
  );
  const [shown, setShown] = React.useState(FEW);
  const label = name !== undefined && <bdi className="jp-TfxValue-key">{name}:</bdi>;
  if (members === null) {
    return (
      <div className="jp-TfxValue-leaf">
        {label} <bdi>{typeof value === 'string' ? JSON.stringify(value) : String(value)}</bdi>
      </div>
    );
  }
  const brackets = Array.isArray(value) ? '[ ]' : '{ }';
  return (
    <details
      open={open}
      onToggle={event => {
        event.stopPropagation();
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {label}{' '}
        <span className="jp-TfxRecords-count">{`${brackets} ${count(members.length)}`}</span>
      </summary>
      {open && (
        <div className="jp-TfxValue-members">
          {members.slice(0, shown).map(([key, member]) => (
            <JsonTree key={key} name={key} value={member} depth={depth + 1} trans={trans} />
          ))}
          {shown < members.length && (
            <button className="jp-TfxRecords-link" onClick={() => setShown(shown + FEW * 10)}>
              {trans.__('Show more of %1', count(members.length))}
            </button>
          )}
        </div>
      )}
    </details>
  );
}
