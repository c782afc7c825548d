/** Names of all rows: made in the background, as 100,000 of them take a while. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { sliceWords } from './evaluation-words';
import type { IMetricRows } from './metric-rows';

/** Rows whose names are made before the page gets its turn. */
const AT_ONCE = 2000;

/** Milliseconds until the first ones are made: what is in view is drawn before. */
const SOON = 500;

/** Names of rows. */
export class SliceNames {
  constructor(
    private readonly _table: IMetricRows,
    private readonly _trans: TranslationBundle
  ) {}

  /** As it is shown. */
  readonly name = (row: number): string => sliceWords(this._table.slice(row), this._trans);

  /** As it is looked for. */
  readonly lowerCase = (row: number): string => (this._lower[row] ??= this.name(row).toLowerCase());

  /** Makes all of them, a few at a time; stops when the returned function is called. */
  prepare(): () => void {
    let next = 0;
    let timer = 0;
    const some = (): void => {
      const end = Math.min(this._table.rowCount, next + AT_ONCE);
      for (; next < end; next++) {
        this.lowerCase(next);
      }
      if (next < this._table.rowCount) {
        timer = window.setTimeout(some);
      }
    };
    timer = window.setTimeout(some, SOON);
    return () => window.clearTimeout(timer);
  }

  private readonly _lower: (string | undefined)[] = [];
}

/** The names of a table's rows. */
export function useSliceNames(table: IMetricRows, trans: TranslationBundle): SliceNames {
  const names = React.useMemo(() => new SliceNames(table, trans), [table, trans]);
  React.useEffect(() => names.prepare(), [names]);
  return names;
}
