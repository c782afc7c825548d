/** Schemas compared: each with the first one. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IViewItem, ViewSize } from '../artifact-view';
import { ChangeList, changeCounts } from './change-list';
import { schemaChanges } from './compute-diff';
import type { ISchemaFile } from './decode';

/** Changes in a cell's output. */
const FEW = 12;

/** Two or more. */
export function SchemaDiff(props: {
  readonly items: readonly IViewItem<ISchemaFile>[];
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { items, size, trans } = props;
  const [first, ...others] = items;
  const all = React.useMemo(
    () => others.map(({ data }) => schemaChanges(first.data.schema, data.schema, trans)),
    [items, trans]
  );
  const [text, setText] = React.useState('');
  const wanted = text.trim().toLowerCase();
  return (
    <div className={`jp-TfxSchema jp-mod-${size}`}>
      {size === 'full' && (
        <div className="jp-TfxSchema-bar">
          <input
            type="search"
            className="jp-mod-styled"
            value={text}
            placeholder={trans.__('Find changes')}
            aria-label={trans.__('Find changes')}
            onChange={event => setText(event.target.value)}
          />
        </div>
      )}
      <div className="jp-TfxSchema-diffs">
        {others.map(({ label }, index) => {
          const changes = all[index];
          const found =
            wanted === ''
              ? changes
              : changes.filter(({ path, sentences }) =>
                  [path.join('.'), ...sentences].some(each => each.toLowerCase().includes(wanted))
                );
          return (
            <section key={index} aria-label={trans.__('From %1 to %2', first.label, label)}>
              <h4>
                {trans.__('From %1 to %2', first.label, label)}
                {changes.length > 0 && <small> {changeCounts(changes, trans)}</small>}
              </h4>
              {changes.length === 0 && (
                <p className="jp-TfxArtifact-note">{trans.__('Both schemas say the same.')}</p>
              )}
              {changes.length > 0 && found.length === 0 && (
                <p className="jp-TfxArtifact-note">{trans.__('No change has this text.')}</p>
              )}
              <ChangeList
                changes={found}
                trans={trans}
                shown={size === 'compact' ? FEW : undefined}
              />
            </section>
          );
        })}
      </div>
    </div>
  );
}
