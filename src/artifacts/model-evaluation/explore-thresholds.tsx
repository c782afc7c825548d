/** Thresholds: one for all slices or one for each, by what mistakes cost and by what is fair. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IChoice, ThresholdRule } from '../../metrics/choose-thresholds';
import type { IMetricOptions } from '../../metrics/compute-figures';
import type { MetricsClient } from '../../metrics/metrics-client';
import type { IThresholdAnswer } from '../../metrics/questions';
import type { ISlicing } from '../../metrics/slicing';
import { count, figure, percent } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { rateOf } from './compute-curves';
import { sliceOf } from './computed-rows';
import { sliceWords } from './evaluation-words';
import { useAnswer } from './explore-answer';

/** Pixels. */
const ROW = 24;
/** Weight that a slice must have. */
const LEAST = 20;

/** Props of {@link ExploreThresholds}. */
export interface IExploreThresholdsProps {
  readonly client: MetricsClient;
  readonly slicing: ISlicing;
  readonly options: IMetricOptions;
  readonly trans: TranslationBundle;
}

/** The rules side by side, and one of them slice by slice. */
export function ExploreThresholds(props: IExploreThresholdsProps): React.JSX.Element {
  const { client, slicing, options, trans } = props;
  const [costRatio, setCostRatio] = React.useState(1);
  const [rule, setRule] = React.useState<ThresholdRule>('one');
  const { answer, failure } = useAnswer(client, 'thresholds', {
    ...{ slicing, options, costRatio },
    least: LEAST
  });
  const [one] = answer?.choices ?? [];
  const chosen = answer?.choices.find(choice => choice.rule === rule);
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <label>
          {trans.__('A missed positive costs')}{' '}
          <input
            type="number"
            className="jp-mod-styled"
            min={0.01}
            step={0.5}
            value={costRatio}
            onChange={event => setCostRatio(Math.max(0.01, event.target.valueAsNumber || 1))}
          />{' '}
          {trans.__('times as much as a false alarm')}
        </label>
        {answer && answer.left > 0 && (
          <span role="status">
            {trans._n(
              '%2 slice is left out: it is too small, or has one class alone',
              '%2 slices are left out: they are too small, or have one class alone',
              answer.left,
              count(answer.left)
            )}
          </span>
        )}
      </div>
      {failure !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {failure}
        </p>
      )}
      {answer && one === undefined && (
        <p className="jp-TfxArtifact-note">{trans.__('No slice is large enough.')}</p>
      )}
      {answer && one && (
        <>
          <div
            className="jp-TfxExplore-wide"
            tabIndex={0}
            role="group"
            aria-label={trans.__('Rules')}
          >
            <table className="jp-TfxExplore-rules">
              <thead>
                <tr>
                  <th scope="col">{trans.__('Rule')}</th>
                  <th scope="col">{trans.__('Cost')}</th>
                  <th scope="col">{trans.__('Against one threshold')}</th>
                  <th scope="col">{trans.__('Missed positives')}</th>
                  <th scope="col">{trans.__('False alarms')}</th>
                </tr>
              </thead>
              <tbody>
                {answer.choices.map(choice => (
                  <tr key={choice.rule}>
                    <th scope="row">
                      <label>
                        <input
                          type="radio"
                          checked={choice.rule === rule}
                          onChange={() => setRule(choice.rule)}
                        />{' '}
                        {ruleWords(choice, trans)}
                      </label>
                    </th>
                    <td>{figure(choice.cost)}</td>
                    <td>{changeWords(choice.cost, one.cost, trans)}</td>
                    <td>{figure(sum(choice, 'falseNegatives'))}</td>
                    <td>{figure(sum(choice, 'falsePositives'))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {chosen && <BySlice {...{ answer, chosen, costRatio, trans }} />}
        </>
      )}
    </>
  );
}

function sum({ counts }: IChoice, of: 'falseNegatives' | 'falsePositives'): number {
  return counts.reduce((all, each) => all + each[of], 0);
}

function ruleWords({ rule, counts, rate }: IChoice, trans: TranslationBundle): string {
  switch (rule) {
    case 'one':
      return trans.__('one threshold for all, %1', figure(counts.at(0)?.threshold ?? NaN));
    case 'each':
      return trans.__('one for each slice');
    case 'equal-opportunity':
      return trans.__('equal opportunity: true positive rate %1', percent(rate ?? NaN));
    case 'demographic-parity':
      return trans.__('demographic parity: positive rate %1', percent(rate ?? NaN));
  }
}

function changeWords(cost: number, one: number, trans: TranslationBundle): string {
  const change = cost - one;
  const share = one > 0 ? ` (${percent(Math.abs(change) / one)})` : '';
  return Math.abs(change) < 1e-9
    ? trans.__('the same')
    : change < 0
      ? trans.__('%1 less', `${figure(-change)}${share}`)
      : trans.__('%1 more', `${figure(change)}${share}`);
}

interface ISliceThreshold {
  readonly name: string;
  readonly counts: IChoice['counts'][number];
}

function BySlice(props: {
  readonly answer: IThresholdAnswer;
  readonly chosen: IChoice;
  readonly costRatio: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { answer, chosen, costRatio, trans } = props;
  const rows = React.useMemo(
    () =>
      answer.slices.map((slice, at): ISliceThreshold => ({
        name: sliceWords({ slice: sliceOf(slice), against: null }, trans),
        counts: chosen.counts[at]
      })),
    [answer, chosen, trans]
  );
  const columns = React.useMemo((): readonly ITableColumn<ISliceThreshold>[] => {
    const column = (
      id: string,
      header: string,
      of: (counts: ISliceThreshold['counts']) => number,
      write: (value: number) => string = figure
    ): ITableColumn<ISliceThreshold> => ({
      ...{ id, header, width: 132, numeric: true },
      cell: ({ counts }) => write(of(counts)),
      sortBy: ({ counts }) => of(counts)
    });
    return [
      {
        ...{ id: 'slice', header: trans.__('Slice'), width: 220 },
        cell: ({ name }) => <bdi>{name}</bdi>,
        sortBy: ({ name }) => name
      },
      column('threshold', trans.__('threshold'), ({ threshold }) => threshold),
      column('tpr', trans.__('true positive rate'), each => rateOf(each, 'recall'), percent),
      column(
        'fpr',
        trans.__('false positive rate'),
        each => rateOf(each, 'falsePositiveRate'),
        percent
      ),
      column('rate', trans.__('positive rate'), each => rateOf(each, 'positiveRate'), percent),
      column('precision', trans.__('precision'), each => rateOf(each, 'precision'), percent),
      column('accuracy', trans.__('accuracy'), each => rateOf(each, 'accuracy'), percent),
      column(
        'cost',
        trans.__('cost'),
        ({ falsePositives, falseNegatives }) => falsePositives + costRatio * falseNegatives
      )
    ];
  }, [costRatio, trans]);
  return (
    <div className="jp-TfxEvaluation-table">
      <VirtualTable
        label={trans.__('Thresholds by slice')}
        {...{ rows, columns }}
        rowKey={nameOf}
        rowHeight={ROW}
        height={Math.min(320, (rows.length + 1) * (ROW + 1) + 18)}
        empty={trans.__('No slice matches.')}
      />
    </div>
  );
}

function nameOf({ name }: ISliceThreshold): string {
  return name;
}
