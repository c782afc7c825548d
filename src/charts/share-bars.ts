/** Parts of a whole: for each series a bar, of which the parts that are there are filled. */
import type { IChartOptions, IChartSeries } from './chart-frame';
import { CHART, chartFrame, seriesGroup } from './chart-frame';
import { shareText } from './number-scale';
import { svgElement } from './svg-element';

/** A series with parts that are 1 together. */
export interface IShareSeries extends IChartSeries {
  readonly parts: readonly ISharePart[];
}

/** A part. */
export interface ISharePart {
  readonly name: string;
  readonly share: number;
  /** Filled, pale, or an outline where nothing is there. */
  readonly look: 'full' | 'pale' | 'none';
}

/** Draws a bar per series. */
export function shareBars(series: readonly IShareSeries[], options: IChartOptions): SVGSVGElement {
  const { label, width = CHART.width, axes = false } = options;
  const room = axes ? 22 : (options.height ?? CHART.height) / Math.max(1, series.length);
  const thick = Math.min(room * 0.7, 14);
  const height = axes ? Math.max(1, room * series.length) : (options.height ?? CHART.height);
  return chartFrame(
    'shares',
    { label, width, height },
    ...series.map((each, index) => {
      let at = 1;
      return seriesGroup(
        each,
        ...each.parts.map(({ name, share, look }) => {
          const size = (width - 2) * Math.min(1, Math.max(0, share));
          const x = at;
          at += size;
          return svgElement(
            'rect',
            {
              x,
              y: room * index + (room - thick) / 2,
              width: share > 0 ? Math.max(1, size) : 0,
              height: thick,
              class: `jp-mod-${look}`
            },
            svgElement('title', {}, `${each.name}\n${name}: ${shareText(share)}`.trim())
          );
        })
      );
    })
  );
}
