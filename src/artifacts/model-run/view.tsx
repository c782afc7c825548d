/** Scalars of a training as charts: runs, and several artifacts, over each other. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { count } from '../format';
import type { IScalarGroup } from './compute-groups';
import { scalarGroups } from './compute-groups';
import type { IModelRun } from './decode';
import { ScalarCard } from './scalar-card';
import { SummaryTable } from './summary-table';

/** Charts in a cell's output, and in a tab before more are asked for. */
const FEW = 2;
const MANY = 60;

/** All charts; the first ones where there is little room. */
export function ModelRunView({
  items,
  size,
  trans,
  host
}: IArtifactViewProps<IModelRun>): React.JSX.Element {
  const groups = React.useMemo(() => scalarGroups(items), [items]);
  const [words, setWords] = React.useState('');
  const [log, setLog] = React.useState(false);
  const [shown, setShown] = React.useState(size === 'compact' ? FEW : MANY);
  const found = groups.filter(({ tag }) => tag.toLowerCase().includes(words.toLowerCase().trim()));
  const problems = items.flatMap(({ data }) => data.problems);
  return (
    <div className={`jp-TfxRun jp-mod-${size}`}>
      {size === 'full' && groups.length > 0 && (
        <div className="jp-TfxRun-bar">
          <input
            type="search"
            className="jp-mod-styled"
            value={words}
            placeholder={trans.__('Find scalars by name')}
            aria-label={trans.__('Find scalars by name')}
            onChange={event => setWords(event.target.value)}
          />
          <label>
            <input type="checkbox" checked={log} onChange={event => setLog(event.target.checked)} />{' '}
            {trans.__('Logarithmic')}
          </label>
        </div>
      )}
      {host.openTensorBoard && items.some(({ source }) => source.document.uri !== '') && (
        <button
          className="jp-TfxArtifact-link"
          onClick={() => host.openTensorBoard?.(items.map(({ source }) => source.document))}
        >
          {trans.__('Open TensorBoard')}
        </button>
      )}
      <Legend groups={groups} trans={trans} />
      {found.length === 0 ? (
        <p className="jp-TfxArtifact-note">
          {groups.length > 0
            ? trans.__('No scalar has such a name.')
            : trans.__('No scalars were logged.')}
        </p>
      ) : (
        <div className="jp-TfxRun-charts">
          {found.slice(0, shown).map(group => (
            <ScalarCard key={group.tag} {...{ group, size, log, trans }} />
          ))}
        </div>
      )}
      {shown < found.length && (
        <button className="jp-TfxArtifact-link" onClick={() => setShown(found.length)}>
          {trans._n('Show %1 more scalar', 'Show %1 more scalars', found.length - shown)}
        </button>
      )}
      {size === 'full' && found.length > 0 && <SummaryTable groups={found} trans={trans} />}
      <Others items={items.map(({ data }) => data)} trans={trans} />
      {problems.slice(0, 5).map((sentence, index) => (
        <p key={index} className="jp-TfxArtifact-problem" role="status">
          {sentence}
        </p>
      ))}
    </div>
  );
}

/** Which colour is which run; nothing where there is but one. */
function Legend(props: {
  readonly groups: readonly IScalarGroup[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const runs = new Map(
    props.groups.flatMap(({ series }) => series.map(one => [one.name, one.color] as const))
  );
  return runs.size < 2 ? null : (
    <ul className="jp-TfxRun-legend" aria-label={props.trans.__('Runs')}>
      {[...runs].map(([name, color]) => (
        <li key={name} className={`jp-mod-data${color}`}>
          <bdi title={name.slice(0, 1000)}>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** What TensorBoard would show besides. */
function Others(props: {
  readonly items: readonly IModelRun[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { items, trans } = props;
  const others = new Map<string, number>();
  for (const item of items) {
    item.others.forEach((tags, kind) => others.set(kind, (others.get(kind) ?? 0) + tags));
  }
  return others.size === 0 ? null : (
    <p className="jp-TfxArtifact-note">
      {trans.__(
        'Also in the log, for TensorBoard: %1.',
        [...others].map(([kind, tags]) => `${kind.slice(0, 100)} (${count(tags)})`).join(', ')
      )}
    </p>
  );
}
