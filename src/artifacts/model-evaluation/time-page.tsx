/** A metric over several evaluations, by run or by the span of their data. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { curves } from '../../charts/curves';
import type { IArtifactHost, IViewItem, ViewSize } from '../artifact-view';
import { figure } from '../format';
import { useLoaded } from '../use-loaded';
import { WideChart } from '../wide-chart';
import { isCount } from './compute-order';
import type { TimeOrder } from './compute-time';
import { momentsOf, seriesOver, slicesOver } from './compute-time';
import { decodeSpans } from './decode-spans';
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
  readonly host: IArtifactHost;
}

const UNKNOWN: readonly null[] = [];

/** A line per slice, and the same as a table. */
export function TimePage({ items, size, trans, host }: ITimePageProps): React.JSX.Element {
  const [by, setBy] = React.useState<TimeOrder>('run');
  const loaded = useLoaded(
    React.useCallback(
      (signal: AbortSignal) =>
        decodeSpans(
          items.map(({ source }) => source.document.uri),
          host,
          signal
        ),
      [items, host]
    )
  );
  const spans = loaded.state === 'ready' ? loaded.value : UNKNOWN;
  const runs = React.useMemo(() => {
    const ids = items.map(({ source }) => source.document.id);
    return momentsOf(by, ids, spans).map(({ index, at }) => ({ ...items[index], at }));
  }, [items, by, spans]);
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
            x: runs[run].at,
            y: value,
            said: `${runs[run].label}: ${figure(value)}`
          }))
        })),
        {
          label:
            by === 'run'
              ? trans.__('%1 by run; the table has the same.', names[metric])
              : trans.__('%1 by span of the data; the table has the same.', names[metric]),
          ...{ width, height: HEIGHT[size] },
          x: {
            name: by === 'run' ? trans.__('run') : trans.__('span'),
            low: runs[0].at,
            high: runs[runs.length - 1].at,
            whole: true
          },
          y: {
            name: names[metric],
            ...(known.length > 0 ? { low: low - pad, high: high + pad } : { low: 0, high: 1 })
          },
          onTell: setTold
        }
      );
    },
    [lines, runs, by, names, metric, size, trans]
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
        {spans.some(span => span !== null) && (
          <label>
            {trans.__('By')}{' '}
            <select
              className="jp-mod-styled"
              value={by}
              onChange={event => setBy(event.target.value === 'span' ? 'span' : 'run')}
            >
              <option value="run">{trans.__('run')}</option>
              <option value="span">{trans.__('span of the data')}</option>
            </select>
          </label>
        )}
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
      <table
        className="jp-TfxArtifact-table"
        aria-label={by === 'run' ? trans.__('By run') : trans.__('By span')}
      >
        <thead>
          <tr>
            <th scope="col">{by === 'run' ? trans.__('Run') : trans.__('Span')}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ label, at }, run) => (
            <tr key={run}>
              <th scope="row">
                {at} · <bdi>{label}</bdi>
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
