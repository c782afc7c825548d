/** Confusion matrices of slices, with a threshold to drag. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, figure, percent } from '../format';
import type { IConfusion, LabelCount } from './compute-confusion';
import { NO_CLASS, classConfusions, labelConfusions, rightOf, worstOf } from './compute-confusion';
import type { IPlotSeries } from './plot-curves';

/** Matrices side by side. */
const MOST = 4;

/** Props of {@link ConfusionPlot}. */
export interface IConfusionPlotProps {
  /** Of several labels; else of several classes. */
  readonly labels: boolean;
  readonly series: readonly IPlotSeries[];
  readonly trans: TranslationBundle;
}

/** A matrix per slice, all at one threshold. */
export function ConfusionPlot({ labels, series, trans }: IConfusionPlotProps): React.JSX.Element {
  const [counted, setCounted] = React.useState<LabelCount>('truePositives');
  const shown = series.slice(0, MOST);
  const matrices = React.useMemo(
    () =>
      series
        .slice(0, MOST)
        .map(({ data }) =>
          labels
            ? labelConfusions(data.multiLabelConfusionMatrixAtThresholds, counted)
            : classConfusions(data.multiClassConfusionMatrixAtThresholds)
        ),
    [series, labels, counted]
  );
  const thresholds = React.useMemo(
    () => [...new Set(matrices.flat().map(each => each.threshold))].sort((a, b) => a - b),
    [matrices]
  );
  const [chosen, setChosen] = React.useState<number | null>(null);
  const start = thresholds.findIndex(each => each >= 0.5);
  const at = Math.min(thresholds.length - 1, chosen ?? Math.max(0, start));
  const threshold = thresholds.at(at) ?? 0;
  return (
    <section className="jp-TfxEvaluation-plot">
      <div className="jp-TfxEvaluation-bar">
        {thresholds.length > 1 && (
          <label className="jp-TfxEvaluation-slider">
            {trans.__('Threshold')}{' '}
            <input
              type="range"
              min={0}
              max={thresholds.length - 1}
              value={at}
              aria-valuetext={figure(threshold)}
              onChange={event => setChosen(Number(event.target.value))}
            />
          </label>
        )}
        {thresholds.length > 1 && <output>{figure(threshold)}</output>}
        {labels && (
          <label>
            {trans.__('Count')}{' '}
            <select
              className="jp-mod-styled"
              value={counted}
              onChange={event =>
                setCounted(
                  countLabels(trans).find(([id]) => id === event.target.value)?.[0] ?? counted
                )
              }
            >
              {countLabels(trans).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className="jp-TfxEvaluation-matrices">
        {shown.map(({ name }, index) => {
          const matrix = matrices[index].find(each => each.threshold === threshold);
          return (
            <figure key={name}>
              <figcaption>
                <bdi>{name}</bdi>
              </figcaption>
              {matrix ? (
                <Matrix {...{ matrix, labels, trans }} />
              ) : (
                <p className="jp-TfxArtifact-note">
                  {trans.__('This slice has nothing at this threshold.')}
                </p>
              )}
            </figure>
          );
        })}
      </div>
      {series.length > MOST && (
        <p className="jp-TfxArtifact-note">
          {trans.__('Of %1 slices the first %2 are shown.', series.length, MOST)}
        </p>
      )}
    </section>
  );
}

function countLabels(trans: TranslationBundle): readonly (readonly [LabelCount, string])[] {
  return [
    ['truePositives', trans.__('both labels are there, and predicted')],
    ['falsePositives', trans.__('predicted, and not there')],
    ['falseNegatives', trans.__('there, and not predicted')],
    ['trueNegatives', trans.__('neither there nor predicted')]
  ];
}

function Matrix(props: {
  readonly matrix: IConfusion;
  readonly labels: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { matrix, labels, trans } = props;
  const { actual, predicted, values, left } = matrix;
  const most = values.flat().reduce((a, b) => Math.max(a, b), 0) || 1;
  const name = (id: number): string => (id === NO_CLASS ? trans.__('none') : String(id));
  return (
    <>
      {!labels && <p>{matrixWords(matrix, trans)}</p>}
      <table className="jp-TfxEvaluation-matrix">
        <thead>
          <tr>
            <th scope="col">
              {labels ? trans.__('label ╲ other label') : trans.__('actual ╲ predicted')}
            </th>
            {predicted.map(id => (
              <th key={id} scope="col">
                {name(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actual.map((id, row) => {
            const total = values[row].reduce((a, b) => a + b, 0);
            return (
              <tr key={id}>
                <th scope="row">{name(id)}</th>
                {predicted.map((other, place) => {
                  const value = values[row][place];
                  const said = labels
                    ? weight(value)
                    : trans.__(
                        '%1 of class %2 taken for %3 (%4)',
                        ...[weight(value), name(id), name(other)],
                        percent(total > 0 ? value / total : 0)
                      );
                  return (
                    <td
                      key={other}
                      title={said}
                      className={id === other ? 'jp-mod-right' : undefined}
                      style={{ '--jp-tfx-share': value / most } as React.CSSProperties}
                    >
                      {weight(value)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 && (
        <p className="jp-TfxArtifact-note">
          {trans.__('%1 classes with fewer examples are left out.', count(left))}
        </p>
      )}
    </>
  );
}

function weight(value: number): string {
  return Number.isInteger(value) ? count(value) : figure(value);
}

function matrixWords(matrix: IConfusion, trans: TranslationBundle): string {
  const { right, all } = rightOf(matrix);
  const worst = worstOf(matrix);
  const error = percent(all > 0 ? 1 - right / all : 0);
  const whole = trans.__('%1 of %2 right, error %3.', weight(right), weight(all), error);
  if (worst === null) {
    return whole;
  }
  const confused =
    worst.predicted === NO_CLASS
      ? trans.__('Most often none was predicted for %1 (%2).', worst.actual, weight(worst.value))
      : trans.__(
          'Most often %1 was taken for %2 (%3).',
          ...[worst.actual, worst.predicted, weight(worst.value)]
        );
  return `${whole} ${confused}`;
}
