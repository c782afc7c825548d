/** A metric over several evaluations, in the order in which they were made. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { curves } from '../../charts/curves';
import type { IViewItem, ViewSize } from '../artifact-view';
import { figure } from '../format';
import { WideChart } from '../wide-chart';
import { isCount } from './compute-order';
import { seriesOver, slicesOver } from './compute-time';
import type { IEvaluation } from './evaluation';
import { figureWords, sliceWords, tellingOf } from './evaluation-words';
import { SliceChooser } from './slice-chooser';

/** Slices over each other, at most. */
const MOST = 8;
/** Pixels. */
const HEIGHT = { compact: 220, full: 340 };

/** Props of {@link TimePage}. */
export interface ITimePageProps {
  readonly items: readonly IViewItem<IEvaluation>[];
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** A line per slice, and the same as a table. */
export function TimePage({ items, size, trans }: ITimePageProps): React.JSX.Element {
  const runs = React.useMemo(
    () =>
      [...items].sort(
        (a, b) => (a.source.document.id ?? Infinity) - (b.source.document.id ?? Infinity)
      ),
    [items]
  );
  const keys = React.useMemo(
    () => runs[runs.length - 1].data.metrics.columns.filter(key => !key.diff),
    [runs]
  );
  const names = React.useMemo(() => {
    const telling = tellingOf(keys);
    return keys.map(key => figureWords(key, telling, trans));
  }, [keys, trans]);
  const slices = React.useMemo(() => slicesOver(runs.map(({ data }) => data.metrics)), [runs]);
  const sliceNames = React.useMemo(
    () => slices.map(({ slice }) => sliceWords(slice, trans)),
    [slices, trans]
  );
  const [metric, setMetric] = React.useState(() =>
    Math.max(
      0,
      keys.findIndex(key => !isCount(key))
    )
  );
  const [chosen, setChosen] = React.useState<readonly number[]>([0]);
  const [told, setTold] = React.useState<string | null>(null);
  const lines = React.useMemo(
    () =>
      chosen.slice(0, MOST).map((slice, index) => ({
        name: sliceNames[slice],
        color: index + 1,
        values: seriesOver(
          runs.map(({ data }) => data.metrics),
          slices[slice],
          keys[metric]
        )
      })),
    [chosen, runs, slices, keys, metric, sliceNames]
  );
  const draw = React.useCallback(
    (width: number) => {
      const known = lines.flatMap(({ values }) => values).filter(Number.isFinite);
      const low = Math.min(...known);
      const high = Math.max(...known);
      const pad = (high - low) * 0.1 || Math.abs(high) * 0.1 || 0.5;
      return curves(
        lines.map(({ name, color, values }) => ({
          ...{ name, color },
          points: values.map((value, run) => ({
            x: run + 1,
            y: value,
            said: `${runs[run].label}: ${figure(value)}`
          }))
        })),
        {
          label: trans.__('%1 by run; the table has the same.', names[metric]),
          ...{ width, height: HEIGHT[size] },
          x: { name: trans.__('run'), low: 1, high: runs.length, whole: true },
          y: {
            name: names[metric],
            ...(known.length > 0 ? { low: low - pad, high: high + pad } : { low: 0, high: 1 })
          },
          onTell: setTold
        }
      );
    },
    [lines, runs, names, metric, size, trans]
  );
  return (
    <div className="jp-TfxEvaluation-page">
      <div className="jp-TfxEvaluation-bar">
        <label>
          {trans.__('Metric')}{' '}
          <select
            className="jp-mod-styled"
            value={metric}
            onChange={event => setMetric(Number(event.target.value))}
          >
            {names.map((name, index) => (
              <option key={index} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <SliceChooser
          label={trans.__('Slices')}
          names={sliceNames}
          {...{ chosen, trans }}
          onChange={setChosen}
        />
      </div>
      <ul className="jp-TfxEvaluation-legend">
        {lines.map(({ name, color }) => (
          <li key={name} className={`jp-mod-data${color}`}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <WideChart draw={draw} />
      <p className="jp-TfxEvaluation-told" role="status">
        {told ?? trans.__('Point at a curve to read it; or use the arrow keys.')}
      </p>
      <table className="jp-TfxArtifact-table" aria-label={trans.__('By run')}>
        <thead>
          <tr>
            <th scope="col">{trans.__('Run')}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ label }, run) => (
            <tr key={run}>
              <th scope="row">
                {run + 1} · <bdi>{label}</bdi>
              </th>
              {lines.map(({ name, values }) => (
                <td key={name}>{Number.isNaN(values[run]) ? '–' : figure(values[run])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
