/** What all charts of numbers have: a box with axes, a name, series that have a colour each. */
import type { INumberScale } from './number-scale';
import { svgElement } from './svg-element';

/** One of several things that are drawn over each other. */
export interface IChartSeries {
  readonly name: string;
  /** Which of the colours for data, from 1. */
  readonly color: number;
}

/** Options of every chart. */
export interface IChartOptions {
  /** Says what the chart shows, to those who do not see it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  /** With axes, and with what each mark says; without for a chart that is one of many in a table. */
  readonly axes?: boolean;
  /** The counted, or, where nothing is counted, the values, on a logarithmic scale. */
  readonly log?: boolean;
  /** Shares of a series instead of counts. */
  readonly share?: boolean;
}

/** Sizes where a chart is not told them. */
export const CHART = { width: 320, height: 160 };

/** Where marks are, in pixels. */
export interface IPlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The area of marks in a chart of a size. */
export function plotArea(width: number, height: number, axes: boolean): IPlotArea {
  return axes
    ? { left: 44, right: width - 8, top: 6, bottom: height - 18 }
    : { left: 1, right: width - 1, top: 1, bottom: height - 1 };
}

/** An axis: a scale, and how its numbers are written. */
export interface IAxis {
  readonly scale: INumberScale;
  readonly text: (value: number) => string;
}

/** A chart's root, with its name; marks go over the axes. */
export function chartFrame(
  name: string,
  options: { readonly label: string; readonly width: number; readonly height: number },
  ...parts: readonly (Node | null)[]
): SVGSVGElement {
  const { label, width, height } = options;
  return svgElement(
    'svg',
    {
      class: `jp-TfxChart jp-TfxChart-${name}`,
      role: 'img',
      'aria-label': label,
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height }
    },
    ...parts
  );
}

/** Lines and numbers of axes; null for an axis that is not drawn. */
export function axesGroup(area: IPlotArea, x: IAxis | null, y: IAxis | null): SVGGElement {
  const group = svgElement('g', { class: 'jp-TfxChart-axes', 'aria-hidden': 'true' });
  const { left, right, top, bottom } = area;
  for (const tick of y?.scale.ticks ?? []) {
    const at = y?.scale(tick) ?? 0;
    group.append(
      svgElement('line', { x1: left, x2: right, y1: at, y2: at }),
      svgElement('text', { x: left - 5, y: at + 3.5, 'text-anchor': 'end' }, y?.text(tick) ?? '')
    );
  }
  if (x) {
    group.append(svgElement('line', { x1: left, x2: right, y1: bottom, y2: bottom }));
    let free = -Infinity;
    for (const tick of x.scale.ticks) {
      const at = x.scale(tick);
      const text = x.text(tick);
      const half = text.length * 3.2;
      // Numbers do not run into each other, nor out of the picture.
      const middle = Math.min(Math.max(at, half), right + 8 - half);
      if (middle - half > free) {
        free = middle + half + 6;
        group.append(
          svgElement('line', { x1: at, x2: at, y1: bottom, y2: bottom + 3 }),
          svgElement('text', { x: middle, y: bottom + 14, 'text-anchor': 'middle' }, text)
        );
      }
    }
  }
  group.append(svgElement('line', { x1: left, x2: left, y1: top, y2: bottom }));
  return group;
}

/** A group in the colour of a series. */
export function seriesGroup(series: IChartSeries, ...parts: readonly (Node | null)[]): SVGGElement {
  return svgElement('g', { class: `jp-TfxChart-series jp-mod-data${series.color}` }, ...parts);
}
