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
      // The weight is the count where rows have none.
      first={() =>
        table.columns.flatMap((_, at) => (at === 1 && !weighted ? [] : [at])).slice(0, FEW)
      }
      spec={() => specOfSlicing(slicing)}
      onOpen={row => onOpen(figures.slices[row])}
    />
  );
}
