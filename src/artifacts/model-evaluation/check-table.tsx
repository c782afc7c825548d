/** Every check: the figure of a slice against a bound. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { figure } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { ICheck } from './compute-verdict';
import type { MetricTable } from './decode-metrics';
import { figureWords, sliceWords, tellingOf } from './evaluation-words';
import { OutcomeIcon } from '../verdict';
import { boundWords, checkedWords, checkWords } from './validation-words';

/** Pixels. */
const ROW = 26;

/** Props of {@link CheckTable}. */
export interface ICheckTableProps {
  readonly table: MetricTable;
  readonly checks: readonly ICheck[];
  /** A model that others are held against is there. */
  readonly baseline: boolean;
  readonly narrow: boolean;
  readonly height?: number;
  readonly trans: TranslationBundle;
}

const keyOf = ({ bound, row, column }: ICheck): string => `${bound.id} ${row} ${column}`;

/** Those that fail first, the farthest off before the others. */
export function CheckTable(props: ICheckTableProps): React.JSX.Element {
  const { table, checks, baseline, narrow, height, trans } = props;
  const columns = React.useMemo((): readonly ITableColumn<ICheck>[] => {
    const telling = tellingOf(table.columns);
    const slice = ({ row }: ICheck): string => sliceWords(table.slice(row), trans);
    const metric = ({ column }: ICheck): string =>
      figureWords({ ...table.columns[column], diff: false }, telling, trans);
    return [
      {
        id: 'slice',
        header: trans.__('Slice'),
        width: narrow ? 110 : 220,
        cell: check => <bdi title={slice(check)}>{slice(check)}</bdi>,
        sortBy: slice
      },
      {
        id: 'verdict',
        header: trans.__('Verdict'),
        width: 250,
        cell: check => (
          <span className="jp-TfxEvaluation-outcome">
            <OutcomeIcon outcome={check.passes ? 'good' : 'bad'} />
            {checkWords(check, trans)}
          </span>
        ),
        sortBy: ({ margin }) => margin
      },
      {
        id: 'metric',
        header: trans.__('Metric'),
        width: 200,
        cell: check => <bdi title={metric(check)}>{metric(check)}</bdi>,
        sortBy: metric
      },
      {
        id: 'value',
        header: trans.__('Value'),
        width: 90,
        numeric: true,
        cell: checkedWords,
        sortBy: ({ value }) => value
      },
      {
        id: 'bound',
        header: trans.__('Bound'),
        width: 210,
        cell: ({ bound }) => boundWords(bound, trans),
        sortBy: ({ bound }) => bound.value
      },
      ...(baseline
        ? [
            {
              id: 'change',
              header: trans.__('Change'),
              title: trans.__('Against the baseline'),
              width: 96,
              numeric: true,
              cell: ({ change }: ICheck) => (Number.isNaN(change) ? '–' : figure(change)),
              sortBy: ({ change }: ICheck) => change
            }
          ]
        : [])
    ];
  }, [table, baseline, narrow, trans]);
  return (
    <VirtualTable
      label={trans.__('Checks')}
      rows={checks}
      columns={columns}
      rowKey={keyOf}
      rowHeight={ROW}
      height={height}
      empty={trans.__('Nothing was checked.')}
    />
  );
}
