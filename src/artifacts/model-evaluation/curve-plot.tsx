/** A plot of curves, with what it says in words, and as a table. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { curves } from '../../charts/curves';
import { histogram } from '../../charts/histogram';
import type { ViewSize } from '../artifact-view';
import { count, figure } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { WideChart } from '../wide-chart';
import type { Rate } from './compute-curves';
import type { IPlotCurves, IPlotSeries } from './plot-curves';
import { RATES, plotCurves, rateWords } from './plot-curves';
import type { PlotKind } from './plot-kinds';
import { kindWords } from './plot-kinds';

/** Pixels. */
const HEIGHT = { compact: 230, full: 400 };
const ROW = 22;

/** Props of {@link CurvePlot}. */
export interface ICurvePlotProps {
  readonly kind: PlotKind;
  readonly series: readonly IPlotSeries[];
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}

/** A chart, or a table of the same. */
export function CurvePlot({ kind, series, size, trans }: ICurvePlotProps): React.JSX.Element {
  const [rate, setRate] = React.useState<Rate>('f1');
  const [asTable, setAsTable] = React.useState(false);
  const [told, setTold] = React.useState<string | null>(null);
  const plot = React.useMemo(
    () => plotCurves(kind, series, rate, trans),
    [kind, series, rate, trans]
  );
  const words = React.useMemo(
    () => plot?.words ?? series.map(each => distributionWords(each, trans)),
    [plot, series, trans]
  );
  const several = plot !== null && plot.curves.length !== series.length;
  const draw = React.useCallback(
    (width: number): SVGSVGElement => {
      const label = trans.__(
        '%1: %2',
        kindWords(kind, trans),
        series.map(({ name }, index) => `${name}, ${words[index]}`).join('; ')
      );
      const height = HEIGHT[size];
      if (plot === null) {
        return histogram(distributions(series), { label, width, height, axes: true, share: true });
      }
      const { x, y, reference, dots } = plot;
      return curves(plot.curves, {
        ...{ label, height, x, y, reference, dots },
        width: Math.min(width, height * 1.7),
        onTell: setTold
      });
    },
    [plot, kind, series, words, size, trans]
  );
  return (
    <section className="jp-TfxEvaluation-plot">
      <div className="jp-TfxEvaluation-bar">
        {kind === 'thresholds' && series.length > 1 && (
          <label>
            {trans.__('Rate')}{' '}
            <select
              className="jp-mod-styled"
              value={rate}
              onChange={event =>
                setRate(RATES.find(each => each === event.target.value) ?? 'accuracy')
              }
            >
              {RATES.map(each => (
                <option key={each} value={each}>
                  {rateWords(each, trans)}
                </option>
              ))}
            </select>
          </label>
        )}
        {plot && (
          <button
            className="jp-TfxArtifact-link"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? trans.__('Chart') : trans.__('Table')}
          </button>
        )}
      </div>
      <ul className="jp-TfxEvaluation-legend">
        {series.map(({ name, color }, index) => (
          <li key={name} className={several ? undefined : `jp-mod-data${color}`}>
            <bdi title={name}>{name}</bdi>: {words[index]}
          </li>
        ))}
        {several &&
          plot.curves.map(({ name, color }) => (
            <li key={name} className={`jp-mod-data${color}`}>
              {name}
            </li>
          ))}
      </ul>
      {asTable && plot ? (
        <PointTable plot={plot} height={HEIGHT[size]} trans={trans} />
      ) : (
        <>
          <WideChart draw={draw} />
          <p className="jp-TfxEvaluation-told" role="status">
            {told ??
              (plot
                ? trans.__('Point at a curve to read it; or use the arrow keys.')
                : trans.__('Point at a bar to read it.'))}
          </p>
        </>
      )}
    </section>
  );
}

/** Predictions by their value; the first and the last bucket may have no end. */
function distributions(series: readonly IPlotSeries[]): Parameters<typeof histogram>[0] {
  return series.map(({ name, color, data }) => ({
    ...{ name, color },
    buckets: (data.calibrationHistogramBuckets?.buckets ?? [])
      .filter(bucket => (bucket.numWeightedExamples ?? 0) > 0)
      .map(bucket => ({
        lowValue: bucket.lowerThresholdInclusive,
        highValue: bucket.upperThresholdExclusive,
        sampleCount: bucket.numWeightedExamples ?? 0
      }))
  }));
}

function distributionWords({ data }: IPlotSeries, trans: TranslationBundle): string {
  const buckets = data.calibrationHistogramBuckets?.buckets ?? [];
  const all = buckets.reduce((sum, each) => sum + (each.numWeightedExamples ?? 0), 0);
  const sum = buckets.reduce((part, each) => part + (each.totalWeightedRefinedPrediction ?? 0), 0);
  return trans.__(
    '%1 predictions, %2 on average',
    Number.isInteger(all) ? count(all) : figure(all),
    figure(all > 0 ? sum / all : NaN)
  );
}

interface IPointRow {
  readonly key: string;
  readonly series: string;
  readonly x: number;
  readonly y: number;
  readonly said: string;
}

const keyOf = ({ key }: IPointRow): string => key;

function PointTable(props: {
  readonly plot: IPlotCurves;
  readonly height: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { plot, height, trans } = props;
  const rows = React.useMemo(
    () =>
      plot.curves.flatMap(({ name, points }, at) =>
        points.map(({ x, y, said }, index) => ({
          key: `${at} ${index}`,
          series: name,
          ...{ x, y, said }
        }))
      ),
    [plot]
  );
  const columns: readonly ITableColumn<IPointRow>[] = [
    {
      id: 'series',
      header: trans.__('Curve'),
      width: 160,
      cell: ({ series }) => <bdi title={series}>{series}</bdi>,
      sortBy: ({ series }) => series
    },
    {
      id: 'x',
      header: plot.x.name,
      width: 150,
      numeric: true,
      cell: ({ x }) => figure(x),
      sortBy: ({ x }) => x
    },
    {
      id: 'y',
      header: plot.y.name || trans.__('value'),
      width: 150,
      numeric: true,
      cell: ({ y }) => figure(y),
      sortBy: ({ y }) => y
    },
    { id: 'said', header: trans.__('In words'), width: 420, cell: ({ said }) => said }
  ];
  return (
    <VirtualTable
      label={trans.__('Points')}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      rowHeight={ROW}
      height={height}
      empty={trans.__('There are no points.')}
    />
  );
}
