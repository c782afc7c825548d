/** Metrics of the slices that a person built. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IFigures } from '../../metrics/questions';
import type { ISliceValue, ISlicing } from '../../metrics/slicing';
import type { ViewSize } from '../artifact-view';
import { specOfSlicing } from './compute-slicing-spec';
import { ComputedRows } from './computed-rows';
import { figureWords, tellingOf } from './evaluation-words';
import { SliceList } from './slice-list';

/** Columns that are shown at first. */
const FEW = 10;

/** Props of {@link ExploreTable}. */
export interface IExploreTableProps {
  readonly figures: IFigures;
  /** Names of several classes or labels. */
  readonly classes: readonly string[];
  readonly weighted: boolean;
  readonly slicing: ISlicing;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  /** Shows the rows of a slice. */
  readonly onOpen: (slice: readonly ISliceValue[]) => void;
}

/** The overview, and the table. */
export function ExploreTable(props: IExploreTableProps): React.JSX.Element {
  const { figures, classes, weighted, slicing, size, trans, onOpen } = props;
  const table = React.useMemo(() => new ComputedRows(figures, weighted), [figures, weighted]);
  const names = React.useMemo(() => {
    const telling = { ...tellingOf(table.columns), classes };
    return table.columns.map(key => figureWords(key, telling, trans));
  }, [table, classes, trans]);
  return (
    <SliceList
      {...{ table, size, trans }}
      figures={names}
      first={() => firstColumns(table, weighted)}
      spec={() => specOfSlicing(slicing)}
      onOpen={row => onOpen(figures.slices[row])}
    />
  );
}

/** Metrics of all classes together, then areas by class and average. The weight is the count where rows have none. */
function firstColumns({ columns }: ComputedRows, weighted: boolean): readonly number[] {
  const rank = (column: number): number => {
    const { name, classId, aggregation } = columns[column];
    return classId === null && aggregation === null
      ? 0
      : name === 'auc' || aggregation === 'outputs'
        ? 1
        : 2;
  };
  return columns
    .flatMap((_key, column) => (column === 1 && !weighted ? [] : [column]))
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, FEW);
}
