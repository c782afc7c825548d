/** Slices: those that the Evaluator was asked for. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ViewSize } from '../artifact-view';
import { countColumn } from './compute-order';
import type { IEvaluation } from './evaluation';
import { figureWords, tellingOf } from './evaluation-words';
import { SliceList } from './slice-list';

/** Columns that are shown at first. */
const FEW = 12;

/** Props of {@link SlicesPage}. */
export interface ISlicesPageProps {
  readonly evaluation: IEvaluation;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** All slices of one evaluation. */
export function SlicesPage({ evaluation, size, trans }: ISlicesPageProps): React.JSX.Element {
  const { metrics: table } = evaluation;
  const figures = React.useMemo(() => {
    const telling = tellingOf(table.columns);
    return table.columns.map(key => figureWords(key, telling, trans));
  }, [table, trans]);
  return (
    <div className="jp-TfxEvaluation-page">
      <SliceList {...{ table, figures, size, trans }} first={() => firstColumns(evaluation)} />
    </div>
  );
}

/** The count first, then numbers of the model itself; changes against a baseline, and what is no number, last. */
function firstColumns({ metrics }: IEvaluation): readonly number[] {
  const counts = countColumn(metrics.columns);
  const rank = (column: number): number =>
    column === counts
      ? 0
      : Number.isNaN(metrics.number(0, column)) && metrics.has(0, column)
        ? 3
        : metrics.columns[column].diff
          ? 2
          : 1;
  return metrics.columns
    .map((_key, column) => column)
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, FEW);
}
