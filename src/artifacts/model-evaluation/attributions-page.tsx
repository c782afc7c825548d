/** How much each feature had to do with the predictions. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { measureBars } from '../../charts/measure-bars';
import { count, figure } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { WideChart } from '../wide-chart';
import type { AttributionTable } from './decode-attributions';
import { figureWords, sliceWords, tellingOf } from './evaluation-words';

/** Features that are drawn. */
const MOST = 30;
/** Pixels. */
const ROW = 24;
const HEIGHT = 220;

interface IFeatureRow {
  readonly name: string;
  readonly value: number;
}

const keyOf = ({ name }: IFeatureRow): string => name;

/** Of one slice and one kind of attribution at a time. */
export function AttributionsPage(props: {
  readonly attributions: AttributionTable;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { attributions, trans } = props;
  const [chosen, setChosen] = React.useState(() =>
    Math.max(
      0,
      attributions.findIndex(({ slice }) => slice.slice.length === 0 && slice.against === null)
    )
  );
  const telling = React.useMemo(
    () => tellingOf(attributions.map(({ key }) => key)),
    [attributions]
  );
  const { slice, key, values } = attributions[chosen];
  const name = figureWords(key, telling, trans);
  const rows = React.useMemo(
    () =>
      [...values]
        .map(([feature, value]) => ({ name: feature, value }))
        .sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
    [values]
  );
  const draw = React.useCallback(
    (width: number) =>
      measureBars(
        rows
          .filter(({ value }) => Number.isFinite(value))
          .slice(0, MOST)
          .map(each => ({ ...each, interval: null })),
        {
          label: trans.__('%1 by feature; the table has the same.', name),
          ...{ width, mark: null, figure }
        }
      ),
    [rows, name, trans]
  );
  const columns: readonly ITableColumn<IFeatureRow>[] = [
    {
      id: 'name',
      header: trans.__('Feature'),
      width: 240,
      cell: row => <bdi title={row.name.slice(0, 1000)}>{row.name}</bdi>,
      sortBy: row => row.name
    },
    {
      id: 'value',
      header: name,
      width: 200,
      numeric: true,
      cell: ({ value }) => figure(value),
      sortBy: ({ value }) => value
    }
  ];
  return (
    <div className="jp-TfxEvaluation-page">
      <div className="jp-TfxEvaluation-bar">
        <select
          className="jp-mod-styled"
          aria-label={trans.__('Slice and attribution')}
          value={chosen}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {attributions.slice(0, 1000).map((each, index) => (
            <option key={index} value={index}>
              {`${sliceWords(each.slice, trans)} · ${figureWords(each.key, telling, trans)}`}
            </option>
          ))}
        </select>
        <span role="status">
          {trans._n('%2 feature', '%2 features', rows.length, count(rows.length))}
        </span>
      </div>
      <h4>{sliceWords(slice, trans)}</h4>
      <div className="jp-TfxEvaluation-bars">
        <WideChart draw={draw} />
      </div>
      <VirtualTable
        label={trans.__('Attributions')}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        rowHeight={ROW}
        height={Math.min(HEIGHT, (rows.length + 1) * (ROW + 1) + 18)}
        empty={trans.__('There are no features.')}
      />
    </div>
  );
}
