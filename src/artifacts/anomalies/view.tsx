/** What validation found: by split, worst first; and what was measured. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps, ViewSize } from '../artifact-view';
import { count } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IAnomalies } from './anomalies';
import { AnomalyPage } from './anomaly-page';
import { longWords, shortWords, subjectWord, verdictWords } from './anomaly-words';
import type { IAnomalyRow, ISplitVerdict } from './compute-verdicts';
import { anomalyRows, splitVerdicts } from './compute-verdicts';
import { DistanceTable, distanceRows } from './distance-table';
import { SeverityIcon, severityWord } from './severity-icon';

/** Pixels. */
const ROW = 26;
const COMPACT = 240;

/** One artifact: several are put side by side. */
export function AnomaliesView({
  items,
  size,
  trans,
  host
}: IArtifactViewProps<IAnomalies>): React.JSX.Element {
  const [{ data, source }] = items;
  const verdicts = React.useMemo(
    () => splitVerdicts(data, source.document),
    [data, source.document]
  );
  const all = React.useMemo(() => anomalyRows(data), [data]);
  const distances = React.useMemo(() => distanceRows(data), [data]);
  const [split, setSplit] = React.useState<string | null>(null);
  const [text, setText] = React.useState('');
  const [selected, setSelected] = React.useState<string | null>(null);
  const rows = React.useMemo(() => found(all, split, text, trans), [all, split, text, trans]);
  const measured = split === null ? distances : distances.filter(each => each.split === split);
  const row = rows.find(({ key }) => key === selected) ?? null;
  // As DistributionValidator lays them out.
  const pairs = source.document.files.some(({ path }) => path.startsWith('SplitPair-'));
  const good = verdicts.every(
    verdict => verdict.errors + verdict.warnings === 0 && !verdict.dataMissing
  );
  return (
    <div className={`jp-TfxAnomalies jp-mod-${size}`}>
      <Verdicts {...{ verdicts, split, trans }} onChoose={setSplit} />
      {data.problems.map(problem => (
        <p key={problem} className="jp-TfxArtifact-problem" role="status">
          {problem}
        </p>
      ))}
      {good && data.problems.length === 0 && (
        <p className="jp-TfxAnomalies-good" role="status">
          <SeverityIcon verdict="OK" /> {trans.__('No anomalies: the data are as the schema says.')}
        </p>
      )}
      {all.length > 0 && (
        <>
          {size === 'full' && (
            <div className="jp-TfxAnomalies-search">
              <input
                type="search"
                className="jp-mod-styled"
                value={text}
                placeholder={trans.__('Find anomalies')}
                aria-label={trans.__('Find anomalies')}
                onChange={event => setText(event.target.value)}
              />
              <span role="status">
                {rows.length < all.length &&
                  trans.__('%1 of %2', count(rows.length), count(all.length))}
              </span>
            </div>
          )}
          <div className="jp-TfxAnomalies-main">
            <div className="jp-TfxAnomalies-table">
              <AnomalyTable
                {...{ rows, size, selected, trans }}
                splits={data.splits.length > 1}
                onSelect={setSelected}
              />
            </div>
            {row && (
              <AnomalyPage
                {...{ row, pairs, trans, host }}
                uri={source.document.uri}
                onClose={() => setSelected(null)}
              />
            )}
          </div>
        </>
      )}
      {measured.length > 0 && (
        <>
          <h4>{trans.__('Drift and skew')}</h4>
          <DistanceTable
            rows={measured}
            trans={trans}
            height={Math.min(size === 'compact' ? 150 : 260, (measured.length + 1) * ROW + 14)}
          />
        </>
      )}
    </div>
  );
}

function found(
  rows: readonly IAnomalyRow[],
  split: string | null,
  text: string,
  trans: TranslationBundle
): readonly IAnomalyRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ split: each, anomaly }) =>
      (split === null || each.split === split) &&
      (wanted === '' ||
        [
          anomaly.name,
          shortWords(anomaly, trans),
          longWords(anomaly),
          ...anomaly.reasons.map(({ type }) => type)
        ].some(words => words.toLowerCase().includes(wanted)))
  );
}

/** A press on a split shows that one alone. */
function Verdicts(props: {
  readonly verdicts: readonly ISplitVerdict[];
  readonly split: string | null;
  readonly trans: TranslationBundle;
  readonly onChoose: (split: string | null) => void;
}): React.JSX.Element {
  const { verdicts, split, trans, onChoose } = props;
  return (
    <div className="jp-TfxAnomalies-verdicts" role="group" aria-label={trans.__('Splits')}>
      {verdicts.map(verdict => {
        const { errors, warnings, dataMissing, blessed } = verdict;
        const worst =
          errors > 0 || dataMissing ? 'ERROR' : warnings > 0 ? 'WARNING' : ('OK' as const);
        return (
          <button
            key={verdict.split}
            data-tfx-split={verdict.split}
            aria-pressed={split === verdict.split}
            disabled={verdicts.length === 1}
            onClick={() => onChoose(split === verdict.split ? null : verdict.split)}
          >
            <SeverityIcon verdict={worst} />
            <span>
              <bdi title={verdict.split}>{verdict.split || trans.__('All data')}</bdi>:{' '}
              {verdictWords(verdict, trans)}
              {blessed !== null && (
                <small> · {blessed ? trans.__('blessed') : trans.__('not blessed')}</small>
              )}
            </span>
          </button>
        );
      })}
    </div>
  );
}

function AnomalyTable(props: {
  readonly rows: readonly IAnomalyRow[];
  readonly size: ViewSize;
  readonly splits: boolean;
  readonly selected: string | null;
  readonly trans: TranslationBundle;
  readonly onSelect: (key: string) => void;
}): React.JSX.Element {
  const { rows, size, splits, selected, trans, onSelect } = props;
  const name: ITableColumn<IAnomalyRow> = {
    id: 'name',
    header: trans.__('Feature'),
    width: size === 'compact' ? 140 : 170,
    cell: ({ anomaly }) => {
      const subject = subjectWord(anomaly, trans);
      return (
        <span className="jp-TfxAnomalies-severity">
          {size === 'compact' && (
            <SeverityIcon
              verdict={anomaly.severity}
              title={severityWord(anomaly.severity, trans)}
            />
          )}
          <bdi title={subject}>{subject}</bdi>
        </span>
      );
    },
    sortBy: ({ anomaly }) => anomaly.name
  };
  const short: ITableColumn<IAnomalyRow> = {
    id: 'short',
    header: trans.__('What'),
    width: 220,
    cell: ({ anomaly }) => shortWords(anomaly, trans),
    sortBy: ({ anomaly }) => shortWords(anomaly, trans)
  };
  const columns: ITableColumn<IAnomalyRow>[] = [
    name,
    // Where there is little room, what it is comes before how bad.
    ...(size === 'compact' ? [short] : []),
    {
      id: 'severity',
      header: trans.__('Severity'),
      width: 90,
      cell: ({ anomaly: { severity } }) => (
        <span className="jp-TfxAnomalies-severity">
          <SeverityIcon verdict={severity} />
          {severityWord(severity, trans)}
        </span>
      ),
      sortBy: ({ anomaly }) => anomaly.severity
    },
    ...(splits
      ? [
          {
            id: 'split',
            header: trans.__('Split'),
            width: 100,
            cell: ({ split }: IAnomalyRow) => <bdi title={split.split}>{split.split}</bdi>,
            sortBy: ({ split }: IAnomalyRow) => split.split
          }
        ]
      : []),
    ...(size === 'compact' ? [] : [short]),
    {
      id: 'long',
      header: trans.__('Description'),
      width: 520,
      cell: ({ anomaly }) => {
        const words = longWords(anomaly);
        return <span title={words.slice(0, 2000)}>{words.slice(0, 500)}</span>;
      }
    }
  ];
  return (
    <VirtualTable
      label={trans.__('Anomalies')}
      rows={rows}
      columns={columns}
      rowKey={({ key }) => key}
      rowHeight={ROW}
      height={size === 'compact' ? Math.min(COMPACT, (rows.length + 1) * ROW + 14) : undefined}
      empty={trans.__('No anomaly is like that.')}
      selected={selected}
      onSelect={({ key }) => onSelect(key)}
    />
  );
}
