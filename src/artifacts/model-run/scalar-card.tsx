/** One scalar: its chart, or the same as a table. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { lineChart } from '../../charts/line-chart';
import type { ViewSize } from '../artifact-view';
import { count, figure } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { WideChart } from '../wide-chart';
import type { IScalarGroup, IStepRow } from './compute-groups';
import { stepRows } from './compute-groups';

/** Pixels. */
const HEIGHT = { compact: 130, full: 190 };
const ROW = 22;

/** A card. */
export function ScalarCard(props: {
  readonly group: IScalarGroup;
  readonly size: ViewSize;
  readonly log: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { group, size, log, trans } = props;
  const { tag, series } = group;
  const [asTable, setAsTable] = React.useState(false);
  const draw = React.useCallback(
    (width: number) =>
      lineChart(
        series.map(({ name, color, points }) => ({
          name,
          color,
          points: points.map(({ step, value }) => ({ x: step, y: value }))
        })),
        {
          label: trans.__(
            '%1 by step: %2',
            tag.slice(0, 200),
            series.map(({ name, points }) => `${name} ${lastOf(points)}`).join(', ')
          ),
          x: trans.__('step'),
          figure,
          width,
          height: HEIGHT[size],
          log
        }
      ),
    [series, tag, size, log, trans]
  );
  return (
    <section className="jp-TfxRun-card">
      <header>
        <h4 title={tag.slice(0, 1000)}>
          <bdi>{tag}</bdi>
        </h4>
        <button
          className="jp-TfxArtifact-link"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? trans.__('Chart') : trans.__('Table')}
        </button>
      </header>
      {asTable ? (
        <StepTable group={group} height={HEIGHT[size]} trans={trans} />
      ) : (
        <WideChart draw={draw} />
      )}
    </section>
  );
}

/** The last value, in few characters. */
function lastOf(points: readonly { readonly value: number }[]): string {
  const last = points.at(-1);
  return last ? figure(last.value) : '';
}

function StepTable(props: {
  readonly group: IScalarGroup;
  readonly height: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { group, height, trans } = props;
  const rows = React.useMemo(() => stepRows(group), [group]);
  const columns = React.useMemo(
    (): readonly ITableColumn<IStepRow>[] => [
      {
        id: 'step',
        header: trans.__('Step'),
        width: 80,
        numeric: true,
        cell: ({ step }) => count(step),
        sortBy: ({ step }) => step
      },
      ...group.series.map(({ name }, index): ITableColumn<IStepRow> => ({
        id: `${index}`,
        header: name,
        title: name.slice(0, 1000),
        width: 110,
        numeric: true,
        cell: ({ values }) => (values[index] === null ? '–' : figure(values[index])),
        sortBy: ({ values }) => values[index] ?? NaN
      }))
    ],
    [group, trans]
  );
  return (
    <VirtualTable
      label={trans.__('%1 by step', group.tag.slice(0, 200))}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      rowHeight={ROW}
      height={height}
      empty={trans.__('No value was logged.')}
    />
  );
}

function keyOf({ step }: IStepRow): string {
  return String(step);
}
