/** A histogram: buckets of values as bars, several series over each other. */
import { CHART, axesGroup, chartFrame, seriesGroup } from './chart-frame';
import type { IChartOptions } from './chart-frame';
import type { IHistogramSeries } from './histogram-layout';
import { histogramLayout } from './histogram-layout';
import { tickText } from './number-scale';
import { boxesPath, svgElement } from './svg-element';
import { rangeText } from './value-range';

/** Draws counts by value. With `log`, counts are on a logarithmic scale. */
export function histogram(
  series: readonly IHistogramSeries[],
  options: IChartOptions
): SVGSVGElement {
  const { label, width = CHART.width, height = CHART.height } = options;
  const { axes = false, log = false, share = false } = options;
  const { area, bars, x, y } = histogramLayout(series, { width, height, axes, log, share });
  return chartFrame(
    'histogram',
    { label, width, height },
    axes ? axesGroup(area, x, y) : null,
    ...series.map((each, index) =>
      seriesGroup(
        each,
        ...(axes
          ? bars[index].map(({ bucket, ...box }) =>
              svgElement(
                'rect',
                { ...box },
                svgElement(
                  'title',
                  {},
                  `${each.name}\n${rangeText(bucket, tickText)}: ${tickText(bucket.sampleCount)}`.trim()
                )
              )
            )
          : [svgElement('path', { d: boxesPath(bars[index]) })])
      )
    )
  );
}
