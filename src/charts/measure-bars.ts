/** A measure by slice: a bar each, its interval over it, and a line for what it is for all. */
import { chartFrame } from './chart-frame';
import { shorten } from './dag-text';
import type { IMeasure } from './measure-bars-layout';
import { MEASURE, measureLayout } from './measure-bars-layout';
import { tickText } from './number-scale';
import { svgElement } from './svg-element';

/** A name's length in what is said on hover. */
const LONG = 300;

/**
 * Draws a measure.
 *
 * @param options.mark - Drawn as a line across all bars; null for none.
 * @param options.figure - How a value is written.
 */
export function measureBars(
  measures: readonly IMeasure[],
  options: {
    readonly label: string;
    readonly width: number;
    readonly mark: number | null;
    readonly figure: (value: number) => string;
  }
): SVGSVGElement {
  const { label, width, mark, figure } = options;
  const { left, right, height, scale, zero, middles } = measureLayout(measures, { width, mark });
  const bottom = height - MEASURE.foot;
  const line = (x: number, name: string): SVGElement =>
    svgElement('line', { class: name, x1: x, x2: x, y1: 0, y2: bottom });
  return chartFrame(
    'measures',
    { label, width, height },
    svgElement(
      'g',
      { class: 'jp-TfxChart-axes', 'aria-hidden': 'true' },
      ...scale.ticks.flatMap(tick => [
        svgElement('line', { x1: scale(tick), x2: scale(tick), y1: 0, y2: bottom + 3 }),
        svgElement(
          'text',
          { x: scale(tick), y: height - 4, 'text-anchor': 'middle' },
          tickText(tick)
        )
      ]),
      ...measures.map(({ name }, index) =>
        svgElement(
          'text',
          { x: left - 6, y: middles[index] + 3.5, 'text-anchor': 'end' },
          shorten(name.slice(0, LONG), left - 10, 10)
        )
      )
    ),
    svgElement(
      'g',
      { class: 'jp-TfxChart-series jp-mod-data1' },
      ...measures.map(({ value }, index) =>
        svgElement('rect', {
          x: Math.min(zero, scale(value)),
          y: middles[index] - MEASURE.bar / 2,
          width: Math.max(1, Math.abs(scale(value) - zero)),
          height: MEASURE.bar
        })
      )
    ),
    mark === null ? null : line(scale(mark), 'jp-TfxChart-mark'),
    ...measures.map(({ name, value, interval }, index) => {
      const middle = middles[index];
      const said = interval
        ? `${figure(value)} (${figure(interval.lower)} – ${figure(interval.upper)})`
        : figure(value);
      return svgElement(
        'g',
        { class: 'jp-TfxChart-measure' },
        interval && whisker(scale(interval.lower), scale(interval.upper), middle),
        svgElement('text', { x: right + 6, y: middle + 3.5 }, figure(value)),
        // The whole row says what it is.
        svgElement(
          'rect',
          {
            class: 'jp-TfxChart-hover',
            ...{ x: 0, y: middle - MEASURE.row / 2, width, height: MEASURE.row }
          },
          svgElement('title', {}, `${name.slice(0, LONG)}: ${said}`)
        )
      );
    })
  );
}

/** An interval: a line with its ends. */
function whisker(from: number, to: number, middle: number): SVGElement {
  return svgElement('path', {
    class: 'jp-TfxChart-whisker',
    d: `M${from.toFixed(2)},${middle - 3}v6m0,-3H${to.toFixed(2)}m0,-3v6`
  });
}
