/** Which values stand where the other side has which, as a matrix. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count } from '../format';
import { valueText } from '../records/compute-text';
import type { IConfusion } from './decode';

/** Values of a side that are drawn: the most frequent. */
const FEW = 12;

/** Rows are the values of test, columns those of base; what differs stands out. */
export function ConfusionTable(props: {
  readonly confusion: readonly IConfusion[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { confusion, trans } = props;
  const absent = trans.__('(absent)');
  const text = (value: Uint8Array | null): string =>
    value === null ? absent : valueText(value, 'auto', 60);
  const cells = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { values, count: times } of confusion) {
    const [row, column] = [text(values.test), text(values.base)];
    const key = JSON.stringify([row, column]);
    cells.set(key, (cells.get(key) ?? 0) + times);
    totals.set(row, (totals.get(row) ?? 0) + times);
    totals.set(column, (totals.get(column) ?? 0) + times);
  }
  const names = [...totals].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const shown = names.slice(0, FEW);
  return (
    <>
      <h4>{trans.__('Values: test down, base across')}</h4>
      <table className="jp-TfxArtifact-table jp-TfxDiff-confusion">
        <thead>
          <tr>
            <td />
            {shown.map(name => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr key={row}>
              <th scope="row">
                <bdi>{row}</bdi>
              </th>
              {shown.map(column => {
                const times = cells.get(JSON.stringify([row, column])) ?? 0;
                const differs = row !== column && times > 0;
                return (
                  <td key={column} className={differs ? 'jp-mod-differs' : undefined}>
                    {times === 0 ? '' : count(times)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {names.length > FEW && (
        <p className="jp-TfxArtifact-note">
          {trans.__('The %1 most frequent of %2 values.', FEW, count(names.length))}
        </p>
      )}
    </>
  );
}
