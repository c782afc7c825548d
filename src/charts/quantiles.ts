/** Quantiles: for each series a band, cut where the next share of its values begins; the median stands out. */
import type { IChartOptions } from './chart-frame';
import { CHART, axesGroup, chartFrame, seriesGroup } from './chart-frame';
import { tickText } from './number-scale';
import type { IQuantileSeries } from './quantiles-layout';
import { quantilesLayout } from './quantiles-layout';
import { boxesPath, svgElement } from './svg-element';
import { rangeText } from './value-range';

/** Draws buckets of equal count. With `log`, values are on a logarithmic scale. */
export function quantiles(
  series: readonly IQuantileSeries[],
  options: IChartOptions
): SVGSVGElement {
  const { label, width = CHART.width, height = CHART.height } = options;
  const { axes = false, log = false } = options;
  const { area, x, lanes } = quantilesLayout(series, { width, height, axes, log });
  return chartFrame(
    'quantiles',
    { label, width, height },
    axes ? axesGroup({ ...area, left: area.left }, x, null) : null,
    ...lanes.map(({ boxes, median }, index) =>
      seriesGroup(
        series[index],
        ...(axes
          ? boxes.map(({ bucket, odd, ...box }) =>
              svgElement(
                'rect',
                { ...box, class: odd ? 'jp-mod-odd' : null },
                svgElement(
                  'title',
                  {},
                  `${series[index].name}\n${rangeText(bucket, tickText)}: ${tickText(bucket.sampleCount)}`.trim()
                )
              )
            )
          : [
              svgElement('path', { d: boxesPath(boxes.filter(({ odd }) => !odd)) }),
              svgElement('path', {
                class: 'jp-mod-odd',
                d: boxesPath(boxes.filter(({ odd }) => odd))
              })
            ]),
        median && svgElement('rect', { ...median, class: 'jp-TfxChart-median' })
      )
    )
  );
}
