/** How two sets of examples differ: feature by feature, and pair by pair. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { count, percent } from '../format';
import { ValueCell } from '../records/value';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IConfusion, IExamplesDiff, IFeatureDiff, IMatches, IPair } from './decode';
import { ConfusionTable } from './confusion-table';

/** Pairs that are drawn. */
const FEW_PAIRS = 20;
/** Pixels. */
const ROW = 24;
const COMPACT = 240;

/** One artifact: several are put side by side. */
export function ExamplesDiffView({
  items,
  size,
  trans
}: IArtifactViewProps<IExamplesDiff>): React.JSX.Element {
  const { pairs, problems } = items[0].data;
  const [chosen, setChosen] = React.useState(0);
  const [feature, setFeature] = React.useState<string | null>(null);
  const pair = pairs[chosen] ?? pairs[0];
  const columns = React.useMemo(() => featureColumns(trans), [trans]);
  const page = feature !== null;
  return (
    <div className={`jp-TfxRecords jp-mod-${size}`}>
      <div className="jp-TfxRecords-bar">
        {pairs.length > 1 && (
          <select
            className="jp-mod-styled"
            value={chosen}
            aria-label={trans.__('Pair of splits')}
            onChange={event => {
              setChosen(Number(event.target.value));
              setFeature(null);
            }}
          >
            {pairs.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        )}
        {pair.matches && <Matches matches={pair.matches} trans={trans} />}
      </div>
      {[...problems, ...pair.problems].map(problem => (
        <p key={problem} className="jp-TfxArtifact-problem" role="status">
          {problem}
        </p>
      ))}
      <div className="jp-TfxRecords-main">
        {!(page && size === 'compact') && (
          <div className="jp-TfxRecords-table">
            <VirtualTable
              label={trans.__('Features that differ')}
              rows={pair.features}
              columns={columns}
              rowKey={keyOf}
              rowHeight={ROW}
              height={
                size === 'compact' ? Math.min(COMPACT, (pair.features.length + 2) * ROW) : undefined
              }
              empty={trans.__('No feature differs.')}
              selected={feature}
              onSelect={({ name }) => setFeature(name)}
            />
          </div>
        )}
        {page && (
          <FeaturePage
            name={feature}
            confusion={pair.confusion.filter(one => one.feature === feature)}
            pairs={pair.pairs.filter(({ differing }) => differing.includes(feature))}
            trans={trans}
            onClose={() => setFeature(null)}
          />
        )}
      </div>
      <p className="jp-TfxArtifact-note">
        {trans.__(
          'Test and base are the inputs examples_test and examples_base of ExampleDiff. TFX 1.16 mixes them up in the files; here they are in their places.'
        )}
      </p>
    </div>
  );
}

function keyOf({ name }: IFeatureDiff): string {
  return name;
}

function share({ differing, same }: IFeatureDiff): number {
  return differing + same === 0 ? 0 : differing / (differing + same);
}

function featureColumns(trans: TranslationBundle): readonly ITableColumn<IFeatureDiff>[] {
  const figure = (
    id: string,
    header: string,
    title: string,
    of: (row: IFeatureDiff) => number
  ): ITableColumn<IFeatureDiff> => ({
    id,
    header,
    title,
    width: Math.max(86, header.length * 8),
    numeric: true,
    cell: row => count(of(row)),
    sortBy: of
  });
  return [
    {
      id: 'name',
      header: trans.__('Feature'),
      width: 160,
      cell: ({ name }) => <bdi title={name.slice(0, 1000)}>{name.slice(0, 200)}</bdi>,
      sortBy: ({ name }) => name
    },
    {
      id: 'share',
      header: trans.__('Differ'),
      title: trans.__('Share of the pairs with this feature that differ in it'),
      width: 110,
      numeric: true,
      cell: row => (
        <span className="jp-TfxDiff-share">
          <progress max={1} value={share(row)} aria-hidden="true" /> {percent(share(row))}
        </span>
      ),
      sortBy: share
    },
    figure(
      'different',
      trans.__('Other value'),
      trans.__('Pairs in which both have it, with other values'),
      row => row.different
    ),
    figure(
      'test',
      trans.__('Test only'),
      trans.__('Pairs in which only the example of test has it'),
      row => row.only.test
    ),
    figure(
      'base',
      trans.__('Base only'),
      trans.__('Pairs in which only the example of base has it'),
      row => row.only.base
    ),
    figure('same', trans.__('Same'), trans.__('Pairs in which both have the same'), row => row.same)
  ];
}

function Matches(props: {
  readonly matches: IMatches;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { matches, trans } = props;
  const { pairs, identified, missing, duplicates, unidentified } = matches;
  return (
    <span className="jp-TfxRecords-status">
      {trans.__(
        '%1 pairs of %2 examples of test and %3 of base.',
        count(pairs),
        count(identified.test),
        count(identified.base)
      )}{' '}
      {trans.__('Not in test: %1; not in base: %2.', count(missing.test), count(missing.base))}{' '}
      {duplicates > 0 && trans.__('%1 identifiers are there more than once.', count(duplicates))}{' '}
      {unidentified.test + unidentified.base > 0 &&
        trans.__(
          'Without an identifier: %1 of test, %2 of base.',
          count(unidentified.test),
          count(unidentified.base)
        )}
    </span>
  );
}

function FeaturePage(props: {
  readonly name: string;
  readonly confusion: readonly IConfusion[];
  readonly pairs: readonly IPair[];
  readonly trans: TranslationBundle;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { name, confusion, pairs, trans, onClose } = props;
  return (
    <section className="jp-TfxRecords-page" aria-label={name}>
      <header>
        <h4>
          <bdi>{name.slice(0, 200)}</bdi>
        </h4>
        <button className="jp-TfxRecords-link" onClick={onClose}>
          {trans.__('Close')}
        </button>
      </header>
      {confusion.length > 0 && <ConfusionTable confusion={confusion} trans={trans} />}
      <h4>{trans.__('Sampled pairs that differ in it')}</h4>
      {pairs.length === 0 ? (
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'None of the sampled pairs does. The component’s skew_sample_size says how many it keeps.'
          )}
        </p>
      ) : (
        pairs
          .slice(0, FEW_PAIRS)
          .map((pair, index) => <PairTable key={index} pair={pair} name={name} trans={trans} />)
      )}
      {pairs.length > FEW_PAIRS && (
        <p className="jp-TfxArtifact-note">
          {trans.__('and %1 more', count(pairs.length - FEW_PAIRS))}
        </p>
      )}
    </section>
  );
}

/** All features of a pair: the one that is looked at first, then others that differ. */
function PairTable(props: {
  readonly pair: IPair;
  readonly name: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { pair, name, trans } = props;
  const { test, base } = pair.fields;
  const keys = [...new Set([...test.keys(), ...base.keys()])];
  const nameOf = (key: string): string => (test.get(key) ?? base.get(key))?.name ?? '';
  const rank = (key: string): number =>
    nameOf(key) === name ? 0 : pair.differing.includes(nameOf(key)) ? 1 : 2;
  keys.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return (
    <table className="jp-TfxArtifact-table jp-TfxDiff-pair">
      <thead>
        <tr>
          <th scope="col">{trans.__('Feature')}</th>
          <th scope="col">{trans.__('Test')}</th>
          <th scope="col">{trans.__('Base')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.slice(0, 50).map(key => (
          <tr key={key} className={rank(key) < 2 ? 'jp-mod-differs' : undefined}>
            <th scope="row">
              <bdi>{nameOf(key).slice(0, 200)}</bdi>
              {rank(key) < 2 && <span title={trans.__('differs')}> ≠</span>}
            </th>
            <td>
              <ValueCell value={test.get(key)?.value} mode="auto" trans={trans} />
            </td>
            <td>
              <ValueCell value={base.get(key)?.value} mode="auto" trans={trans} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
