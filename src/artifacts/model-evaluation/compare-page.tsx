/** What got better and what got worse, slice by slice. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IViewItem, ViewSize } from '../artifact-view';
import { count, figure } from '../format';
import { OutcomeIcon } from '../verdict';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IComparison, ISide } from './compute-compare';
import { compareSlices, isLowerBetter, sharedMetrics } from './compute-compare';
import { isCount } from './compute-order';
import { baselineOf } from './compute-thresholds';
import type { IEvaluation } from './evaluation';
import { figureWords, sliceWords, tellingOf } from './evaluation-words';

/** Pixels. */
const ROW = 26;
const HEIGHT = 236;

/** Props of {@link ComparePage}. */
export interface IComparePageProps {
  readonly items: readonly IViewItem<IEvaluation>[];
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

interface INamedSide extends ISide {
  readonly name: string;
}

/** Whether there is anything to hold against each other. */
export function canCompare(items: readonly IViewItem<IEvaluation>[]): boolean {
  return sidesOf(items).length > 1;
}

/** The models of all evaluations; of those with a baseline, that first. */
function sidesOf(items: readonly IViewItem<IEvaluation>[]): readonly INamedSide[] {
  return items.flatMap(({ label, data }): readonly INamedSide[] => {
    const { columns } = data.metrics;
    const models = [...new Set(columns.map(({ model }) => model))].slice(0, 20);
    const baseline = data.run && baselineOf(data.run.config);
    const named = (model: string): string =>
      [items.length > 1 ? label : '', model].filter(part => part !== '').join(' · ') || label;
    return models.length < 2
      ? [{ table: data.metrics, model: null, name: label }]
      : models
          .sort((a, b) => Number(b === baseline) - Number(a === baseline))
          .map(model => ({ table: data.metrics, model, name: named(model) }));
  });
}

/** A choice of two, of a metric, and the table. */
export function ComparePage({ items, size, trans }: IComparePageProps): React.JSX.Element {
  const sides = React.useMemo(() => sidesOf(items), [items]);
  const [chosen, setChosen] = React.useState<readonly [number, number]>([0, sides.length - 1]);
  const [before, after] = [sides[chosen[0]], sides[chosen[1]]];
  const metrics = React.useMemo(() => sharedMetrics(before, after), [before, after]);
  const [asked, setMetric] = React.useState<string | null>(null);
  const telling = tellingOf(metrics);
  const names = metrics.map(key => figureWords(key, { ...telling, model: false }, trans));
  const at = Math.max(
    0,
    asked === null ? metrics.findIndex(key => !isCount(key)) : names.indexOf(asked)
  );
  const key = metrics.at(at) ?? null;
  const [turned, setTurned] = React.useState<ReadonlySet<string>>(new Set<string>());
  const lower = key !== null && isLowerBetter(key.name) !== turned.has(key.name);
  const rows = React.useMemo(
    () => (key ? compareSlices(before, after, key, lower) : []),
    [before, after, key, lower]
  );
  const side = (which: 0 | 1, label: string): React.JSX.Element => (
    <label>
      {label}{' '}
      <select
        className="jp-mod-styled"
        value={chosen[which]}
        onChange={({ target }) => {
          const next = Number(target.value);
          setChosen(which === 0 ? [next, chosen[1]] : [chosen[0], next]);
        }}
      >
        {sides.map(({ name }, index) => (
          <option key={index} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="jp-TfxEvaluation-page">
      <div className="jp-TfxEvaluation-bar">
        {side(0, trans.__('Before'))}
        {side(1, trans.__('After'))}
        {key && (
          <>
            <label>
              {trans.__('Metric')}{' '}
              <select
                className="jp-mod-styled"
                value={names[at]}
                onChange={event => setMetric(event.target.value)}
              >
                {names.map(name => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <input
                type="checkbox"
                checked={!lower}
                onChange={() => {
                  const next = new Set(turned);
                  if (!next.delete(key.name)) {
                    next.add(key.name);
                  }
                  setTurned(next);
                }}
              />
              {trans.__('more is better')}
            </label>
          </>
        )}
      </div>
      <p className="jp-TfxArtifact-note" role="status">
        {key ? summary(rows, trans) : trans.__('These two have no metric in common.')}
      </p>
      <div className="jp-TfxEvaluation-table">
        <CompareTable
          {...{ rows, trans }}
          narrow={size === 'compact'}
          height={size === 'compact' ? HEIGHT : undefined}
        />
      </div>
    </div>
  );
}

function summary(rows: readonly IComparison[], trans: TranslationBundle): string {
  const worse = rows.filter(({ gain }) => gain < 0);
  const better = rows.filter(({ gain }) => gain > 0).length;
  const counts = trans.__(
    '%1 of %2 slices got worse, %3 better',
    ...[worse.length, rows.length, better].map(count)
  );
  const [most] = worse;
  return most
    ? trans.__(
        '%1. Most harm: %2, worse by %3 for %4 examples.',
        counts,
        sliceWords(most.slice, trans),
        figure(-most.gain),
        count(most.weight)
      )
    : `${counts}.`;
}

const keyOf = ({ key }: IComparison): string => key;

function CompareTable(props: {
  readonly rows: readonly IComparison[];
  readonly narrow: boolean;
  readonly height?: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { rows, narrow, height, trans } = props;
  const columns = React.useMemo((): readonly ITableColumn<IComparison>[] => {
    const number = (
      id: 'before' | 'after' | 'weight' | 'harm',
      header: string,
      title?: string
    ): ITableColumn<IComparison> => ({
      ...{ id, header, title },
      width: 96,
      numeric: true,
      cell: row => figure(row[id]),
      sortBy: row => row[id]
    });
    return [
      {
        id: 'slice',
        header: trans.__('Slice'),
        width: narrow ? 120 : 240,
        cell: ({ slice }) => {
          const name = sliceWords(slice, trans);
          return <bdi title={name}>{name}</bdi>;
        },
        sortBy: ({ slice }) => sliceWords(slice, trans)
      },
      {
        id: 'gain',
        header: trans.__('What happened'),
        width: 170,
        cell: ({ gain }) => (
          <span className="jp-TfxEvaluation-outcome">
            <OutcomeIcon outcome={gain < 0 ? 'bad' : gain > 0 ? 'good' : 'unknown'} />
            {gain === 0
              ? trans.__('the same')
              : gain < 0
                ? trans.__('worse by %1', figure(-gain))
                : trans.__('better by %1', figure(gain))}
          </span>
        ),
        sortBy: ({ gain }) => gain
      },
      number('before', trans.__('Before')),
      number('after', trans.__('After')),
      number('weight', trans.__('Examples')),
      number('harm', trans.__('Harm'), trans.__('How much worse, times how many examples'))
    ];
  }, [narrow, trans]);
  return (
    <VirtualTable
      label={trans.__('Comparison')}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      rowHeight={ROW}
      height={height}
      empty={trans.__('No slice is in both.')}
    />
  );
}
