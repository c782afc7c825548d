/** The overview of one metric: a bar per slice, or of many a histogram. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { histogram } from '../../charts/histogram';
import { measureBars } from '../../charts/measure-bars';
import { count, figure } from '../format';
import { WideChart } from '../wide-chart';
import { isCount, overallRows } from './compute-order';
import { spreadOf } from './compute-spread';
import type { IMetricRows } from './metric-rows';
import type { SliceNames } from './slice-names';

/** Slices that are a bar each; of more a histogram. */
export const MOST_BARS = 50;
const BUCKETS = 20;
/** Pixels, of a histogram. */
const HEIGHT = 120;

function hasNumber(numbers: Float64Array): (row: number) => boolean {
  return row => Number.isFinite(numbers[row]);
}

/** One metric: a bar per slice, or how many slices have how much of it. */
export function SliceOverview(props: {
  readonly table: IMetricRows;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly figures: readonly string[];
  readonly names: SliceNames;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { table, rows, columns, figures, names, trans } = props;
  const [chosen, setChosen] = React.useState(
    () => columns.find(column => !isCount(table.columns[column])) ?? columns.at(0) ?? -1
  );
  const known = React.useMemo(
    () => (chosen < 0 ? [] : rows.filter(hasNumber(table.numbers(chosen)))),
    [rows, table, chosen]
  );
  const overall = React.useMemo(() => {
    const row = overallRows(table).find(each => table.has(each, chosen));
    return row === undefined ? NaN : table.number(row, chosen);
  }, [table, chosen]);
  const name = figures[chosen] ?? '';
  const draw = React.useCallback(
    (width: number) => {
      const mark = Number.isFinite(overall) ? overall : null;
      if (known.length > MOST_BARS) {
        const buckets = spreadOf(table, known, chosen, BUCKETS);
        const label = trans.__('%1 of %2 slices, as a histogram', name, count(known.length));
        const series = [{ name, color: 1, buckets }];
        return histogram(series, { label, width, height: HEIGHT, axes: true });
      }
      const measures = known.map(row => ({
        name: names.name(row),
        value: table.number(row, chosen),
        interval: table.interval(row, chosen)
      }));
      return measureBars(measures, {
        label: trans.__('%1 by slice; the table has the same.', name),
        ...{ width, mark, figure }
      });
    },
    [table, known, chosen, overall, name, names, trans]
  );
  if (chosen < 0) {
    return null;
  }
  return (
    <section className="jp-TfxEvaluation-overview" aria-label={trans.__('Overview')}>
      <header>
        <select
          className="jp-mod-styled"
          aria-label={trans.__('Metric of the overview')}
          value={chosen}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {columns.map(column => (
            <option key={column} value={column}>
              {figures[column]}
            </option>
          ))}
        </select>
        <span>
          {Number.isFinite(overall) && trans.__('%1 for all examples', figure(overall))}
          {known.length > MOST_BARS && ` · ${trans.__('slices by %1', name)}`}
        </span>
      </header>
      {known.length === 0 ? (
        <p className="jp-TfxArtifact-note">{trans.__('No slice has a number of it.')}</p>
      ) : (
        <div className="jp-TfxEvaluation-bars" tabIndex={0} role="group" aria-label={name}>
          <WideChart draw={draw} />
        </div>
      )}
    </section>
  );
}
