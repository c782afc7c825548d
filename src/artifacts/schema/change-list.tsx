/** Changes of a schema, in sentences. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ISchemaChange } from './compute-diff';

/** Changes on the page, at most. */
const SHOWN = 300;

/** A list; the sign and the word say what was done. */
export function ChangeList(props: {
  readonly changes: readonly ISchemaChange[];
  readonly trans: TranslationBundle;
  /** At most so many; the rest is counted. */
  readonly shown?: number;
  /** A press on a change of a feature. */
  readonly onSelect?: (change: ISchemaChange) => void;
}): React.JSX.Element {
  const { changes, trans, shown = SHOWN, onSelect } = props;
  return (
    <>
      <ul className="jp-TfxSchema-changes">
        {changes.slice(0, shown).map((change, index) => (
          <li key={index} data-tfx-change={change.kind}>
            <strong>{changeWord(change, trans)}</strong>{' '}
            {onSelect && change.what === 'feature' && change.kind !== 'removed' ? (
              <button onClick={() => onSelect(change)}>
                <bdi>{change.path.join('.')}</bdi>
              </button>
            ) : (
              <bdi title={change.path.join('.')}>{change.path.join('.')}</bdi>
            )}
            {change.sentences.map((sentence, at) => (
              <div key={at}>{sentence}</div>
            ))}
          </li>
        ))}
      </ul>
      {changes.length > shown && (
        <p className="jp-TfxArtifact-note">
          {trans._n('and %1 more change', 'and %1 more changes', changes.length - shown)}
        </p>
      )}
    </>
  );
}

/** What was done to what. */
function changeWord({ kind, what }: ISchemaChange, trans: TranslationBundle): string {
  const words: Readonly<
    Record<ISchemaChange['what'], Readonly<Record<ISchemaChange['kind'], string>>>
  > = {
    feature: {
      added: trans.__('+ Feature added:'),
      removed: trans.__('− Feature removed:'),
      changed: trans.__('± Feature changed:')
    },
    sparse: {
      added: trans.__('+ Sparse feature added:'),
      removed: trans.__('− Sparse feature removed:'),
      changed: trans.__('± Sparse feature changed:')
    },
    weighted: {
      added: trans.__('+ Weighted feature added:'),
      removed: trans.__('− Weighted feature removed:'),
      changed: trans.__('± Weighted feature changed:')
    },
    domain: {
      added: trans.__('+ Domain added:'),
      removed: trans.__('− Domain removed:'),
      changed: trans.__('± Domain changed:')
    },
    dataset: {
      added: trans.__('+ Dataset:'),
      removed: trans.__('− Dataset:'),
      changed: trans.__('± Dataset:')
    }
  };
  return words[what][kind];
}

/** How many of each kind. */
export function changeCounts(changes: readonly ISchemaChange[], trans: TranslationBundle): string {
  const number = (kind: ISchemaChange['kind']) =>
    changes.filter(change => change.kind === kind).length;
  const [added, removed, changed] = [number('added'), number('removed'), number('changed')];
  return [
    added > 0 ? trans.__('%1 added', added) : '',
    removed > 0 ? trans.__('%1 removed', removed) : '',
    changed > 0 ? trans.__('%1 changed', changed) : ''
  ]
    .filter(words => words !== '')
    .join(', ');
}
