/** Cumulative distribution: which share of the values is up to there; a line per series. */
import { line } from 'd3-shape';

import type { IChartOptions } from './chart-frame';
import { CHART, axesGroup, chartFrame, seriesGroup } from './chart-frame';
import type { ICumulativeSeries } from './cumulative-layout';
import { cumulativeLayout } from './cumulative-layout';
import { svgElement } from './svg-element';

const path = line().digits(2);

/** Draws lines from 0 to 100 %. With `log`, values are on a logarithmic scale. */
export function cumulative(
  series: readonly ICumulativeSeries[],
  options: IChartOptions
): SVGSVGElement {
  const { label, width = CHART.width, height = CHART.height } = options;
  const { axes = false, log = false } = options;
  const { area, x, y, lines } = cumulativeLayout(series, { width, height, axes, log });
  return chartFrame(
    'cumulative',
    { label, width, height },
    axes ? axesGroup(area, x, y) : null,
    ...series.map((each, index) =>
      seriesGroup(
        each,
        svgElement(
          'path',
          { class: 'jp-TfxChart-line', d: path(lines[index].map(([a, b]) => [a, b])) ?? '' },
          axes && each.name ? svgElement('title', {}, each.name) : null
        )
      )
    )
  );
}
