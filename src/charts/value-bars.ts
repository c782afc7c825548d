/** The values that are there most often: bars with labels, or, in a row of a table, bars alone. */
import type { IChartOptions } from './chart-frame';
import { CHART, chartFrame, seriesGroup } from './chart-frame';
import { shorten } from './dag-text';
import { shareText, tickText } from './number-scale';
import { boxesPath, svgElement } from './svg-element';
import type { IValueSeries } from './value-bars-layout';
import { lyingBars, standingBars } from './value-bars-layout';

/** Bars in a chart without axes. */
const FEW = 24;
/** A label's length in what is said on hover. */
const LONG = 300;

/**
 * Draws counts of values. With axes, the chart is as high as it comes.
 *
 * @param options.most - Values with axes, at most.
 */
export function valueBars(
  series: readonly IValueSeries[],
  options: IChartOptions & { readonly most?: number }
): SVGSVGElement {
  const { label, width = CHART.width, height = CHART.height, most = 20 } = options;
  const { axes = false, log = false, share = false } = options;
  if (!axes) {
    const values = standingBars(series, { width, height, log, share, most: FEW });
    return chartFrame(
      'values',
      { label, width, height },
      ...series.map((each, index) =>
        seriesGroup(
          each,
          svgElement('path', { d: boxesPath(values.flatMap(({ bars }) => bars[index] ?? [])) })
        )
      )
    );
  }
  const { values, height: high, left } = lyingBars(series, { width, most, log, share });
  return chartFrame(
    'values',
    { label, width, height: Math.max(1, high) },
    svgElement(
      'g',
      { class: 'jp-TfxChart-axes' },
      ...values.map(({ label: text, start, size }) =>
        svgElement(
          'text',
          { x: left - 6, y: start + size / 2 + 3.5, 'text-anchor': 'end' },
          shorten(visible(text), left - 12, 10),
          svgElement('title', {}, text.slice(0, LONG))
        )
      )
    ),
    ...series.map((each, index) =>
      seriesGroup(
        each,
        ...values.flatMap(({ label: text, bars }) => {
          const bar = bars[index];
          if (!bar) {
            return [];
          }
          const { count, share: part, ...box } = bar;
          const figure = share ? shareText(part) : tickText(count);
          const title = `${each.name}\n${text.slice(0, LONG)}: ${tickText(count)} (${shareText(part)})`;
          return [
            svgElement('rect', { ...box }, svgElement('title', {}, title.trim())),
            svgElement('text', { x: box.x + box.width + 4, y: box.y + box.height }, figure)
          ];
        })
      )
    )
  );
}

/** An empty text and blanks can be seen; long ones are not measured to their end. */
function visible(text: string): string {
  return text === '' ? '∅' : text.slice(0, LONG).replace(/\s/g, '␣');
}
