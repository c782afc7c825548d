/** What the model says of the row as it is, and as it was changed. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IRow } from '../../what-if/compute-rows';
import type { IOpened } from '../../what-if/questions';
import { figure } from '../format';
import { labelWords, outcomeWords, outputNames } from './what-if-words';

/** Props of {@link WhatIfOutcome}. */
export interface IWhatIfOutcomeProps {
  readonly opened: IOpened;
  readonly row: IRow;
  /** What the model says now; null where nothing is changed, or before it is known. */
  readonly said: readonly number[] | null;
  readonly nearest: IRow | null;
  readonly threshold: number;
  readonly trans: TranslationBundle;
}

/** A sentence, and a bar for each class. */
export function WhatIfOutcome(props: IWhatIfOutcomeProps): React.JSX.Element {
  const { opened, row, said, nearest, threshold, trans } = props;
  const words = (prediction: readonly number[]): string =>
    outcomeWords(opened, prediction, threshold, trans);
  const now = said ?? row.prediction;
  const columns: readonly (readonly [string, readonly number[] | null])[] = [
    [trans.__('Now'), now],
    [trans.__('In the data'), row.prediction],
    ...(nearest ? [[trans.__('Row %1', nearest.row + 1), nearest.prediction] as const] : [])
  ];
  const most = Math.max(...columns.flatMap(([, each]) => (each ?? []).map(Math.abs)), 1e-12);
  const whole = opened.task === 'regression' ? most : 1;
  return (
    <section className="jp-TfxWhatIf-outcome" aria-label={trans.__('Prediction')}>
      <p role="status">
        <strong>
          <bdi>{words(now)}</bdi>
        </strong>{' '}
        {words(now) === words(row.prediction)
          ? trans.__('as in the data')
          : trans.__('instead of %1', words(row.prediction))}
        {' · '}
        {trans.__('the label is %1', labelWords(opened, row.label, trans))}
      </p>
      <table className="jp-TfxArtifact-table" aria-label={trans.__('Predictions')}>
        <thead>
          <tr>
            <td />
            {columns.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outputNames(opened, trans).map((name, at) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {columns.map(([column, prediction], place) => (
                <td key={column}>
                  <span className="jp-TfxWhatIf-number">{figure(prediction?.[at] ?? NaN)}</span>
                  <span className="jp-TfxWhatIf-bar" aria-hidden="true">
                    <span
                      className={place === 0 ? 'jp-mod-now' : undefined}
                      style={{ width: `${(100 * Math.abs(prediction?.[at] ?? 0)) / whole}%` }}
                    />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
