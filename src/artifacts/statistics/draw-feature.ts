/** The chart of a feature, for each way to look at its values. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IChartOptions } from '../../charts/chart-frame';
import { CHART } from '../../charts/chart-frame';
import { cumulative } from '../../charts/cumulative';
import { histogram } from '../../charts/histogram';
import { quantiles } from '../../charts/quantiles';
import { shareBars } from '../../charts/share-bars';
import { valueBars } from '../../charts/value-bars';
import { VALUE_BARS } from '../../charts/value-bars-layout';
import type { INamedDataset } from './compute-datasets';
import { histogramOf, labelCounts } from './compute-distribution';
import type { IFeatureRow } from './compute-rows';
import { cumulativeBuckets, cumulativeRanks, presence } from './compute-series';
import type { IFeatureStatistics, IHistogram } from './statistics';

/** What a chart shows: values, or how many an example has. */
export type ChartKind = 'standard' | 'quantiles' | 'cumulative' | 'lengths' | 'missing';

/** How charts are drawn. */
export interface IChartChoice {
  readonly kind: ChartKind;
  readonly log: boolean;
  readonly share: boolean;
  readonly weighted: boolean;
}

/** A dataset whose feature is drawn. */
export interface IDrawnFeature {
  readonly name: string;
  readonly color: number;
  readonly feature: IFeatureStatistics;
}

/** The features of a row that are there, in the datasets that are shown. */
export function drawnFeatures(
  row: IFeatureRow,
  datasets: readonly INamedDataset[],
  shown: readonly number[]
): readonly IDrawnFeature[] {
  return shown.flatMap(index => {
    const feature = row.features[index];
    return feature ? [{ name: datasets[index].label, color: datasets[index].color, feature }] : [];
  });
}

/** null where there is nothing to draw. A kind that the feature has not gives the nearest that it has. */
export function drawFeature(
  drawn: readonly IDrawnFeature[],
  { kind, log, share, weighted }: IChartChoice,
  options: Omit<IChartOptions, 'log' | 'share'>,
  trans: TranslationBundle
): SVGSVGElement | null {
  const all = { ...options, log, share };
  switch (kind) {
    case 'lengths':
      return drawHistograms(
        drawn.map(each => ({
          ...each,
          histogram: each.feature.common?.numValuesHistogram ?? null
        })),
        all
      );
    case 'missing':
      return drawMissing(drawn, weighted, all, trans);
    case 'cumulative':
      return drawCumulative(drawn, weighted, all) ?? drawMissing(drawn, weighted, all, trans);
    default:
      return (
        drawHistograms(
          drawn.map(each => ({ ...each, histogram: histogramOf(each.feature, kind, weighted) })),
          all
        ) ??
        drawValues(drawn, weighted, all) ??
        drawMissing(drawn, weighted, all, trans)
      );
  }
}

/** Histograms, each as its kind is drawn: those of the first one's kind. */
export function drawHistograms(
  series: readonly {
    readonly name: string;
    readonly color: number;
    readonly histogram: IHistogram | null;
  }[],
  options: IChartOptions
): SVGSVGElement | null {
  const known = series.flatMap(({ name, color, histogram: each }) =>
    each && each.buckets.length > 0 ? [{ name, color, kind: each.kind, buckets: each.buckets }] : []
  );
  if (known.length === 0) {
    return null;
  }
  const same = known.filter(({ kind }) => kind === known[0].kind);
  return known[0].kind === 'quantiles' ? quantiles(same, options) : histogram(same, options);
}

/**
 * The most frequent values; null where there are none.
 *
 * @param options.most - Values with axes; without it, those that fit the height.
 */
export function drawValues(
  drawn: readonly IDrawnFeature[],
  weighted: boolean,
  options: IChartOptions & { readonly most?: number }
): SVGSVGElement | null {
  const series = drawn.flatMap(({ name, color, feature }) => {
    const values = labelCounts(feature, weighted);
    const common = weighted ? (feature.common?.weighted ?? feature.common) : feature.common;
    return values && values.length > 0
      ? [{ name, color, values, total: common?.totNumValues || sumOf(values) }]
      : [];
  });
  const { height = CHART.height, axes = false } = options;
  const fits = Math.max(3, Math.floor(height / (VALUE_BARS.bar * series.length + VALUE_BARS.gap)));
  const { most = axes ? fits : undefined } = options;
  return series.length > 0 ? valueBars(series, { ...options, most }) : null;
}

function drawCumulative(
  drawn: readonly IDrawnFeature[],
  weighted: boolean,
  options: IChartOptions
): SVGSVGElement | null {
  const series = drawn.flatMap(({ name, color, feature }) => {
    const found =
      histogramOf(feature, 'quantiles', weighted) ?? histogramOf(feature, 'standard', weighted);
    const labels = found ? null : labelCounts(feature, weighted);
    const points = found
      ? cumulativeBuckets(found.buckets)
      : labels
        ? cumulativeRanks(labels, feature.common?.totNumValues ?? 0)
        : [];
    return points.length > 1 ? [{ name, color, points }] : [];
  });
  return series.length > 0 ? cumulative(series, options) : null;
}

function drawMissing(
  drawn: readonly IDrawnFeature[],
  weighted: boolean,
  options: IChartOptions,
  trans: TranslationBundle
): SVGSVGElement | null {
  const series = drawn.flatMap(({ name, color, feature }) => {
    const share = presence(feature, weighted);
    return Number.isNaN(share)
      ? []
      : [
          {
            ...{ name, color },
            parts: [
              { name: trans.__('there'), share, look: 'full' as const },
              { name: trans.__('missing'), share: 1 - share, look: 'none' as const }
            ]
          }
        ];
  });
  return series.length > 0 ? shareBars(series, options) : null;
}

function sumOf(values: readonly { readonly count: number }[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}
