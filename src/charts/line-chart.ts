/** A line chart: values by step, several series over each other, with what is under the pointer. */
import { line } from 'd3-shape';

import type { IChartOptions } from './chart-frame';
import { CHART, axesGroup, chartFrame, seriesGroup } from './chart-frame';
import { textWidth } from './dag-text';
import type { ILineSeries, IPlacedPoint } from './line-layout';
import { lineLayout } from './line-layout';
import { svgElement } from './svg-element';

/** Points of a line that are few enough to be seen each. */
const FEW = 24;
/** Series that the pointer tells of at once, and characters of a name. */
const TOLD = 8;
const NAME = 32;

const path = line<IPlacedPoint>(
  point => point.left,
  point => point.top
).digits(2);

/**
 * Draws lines. With `log`, values are on a logarithmic scale.
 *
 * @param options.x - What x is, such as "step".
 * @param options.figure - How a value is written.
 */
export function lineChart(
  series: readonly ILineSeries[],
  options: IChartOptions & {
    readonly x: string;
    readonly figure: (value: number) => string;
  }
): SVGSVGElement {
  const { label, width = CHART.width, height = CHART.height, axes = true, log = false } = options;
  const { area, x, y, lines } = lineLayout(series, { width, height, axes, log });
  const told = svgElement('g', { class: 'jp-TfxChart-told', 'aria-hidden': 'true' });
  const svg = chartFrame(
    'lines',
    { label, width, height },
    axes ? axesGroup(area, x, y) : null,
    // The first series is over the others.
    ...series
      .map((each, index) =>
        seriesGroup(
          each,
          ...lines[index].map(piece =>
            svgElement('path', { class: 'jp-TfxChart-line', d: path([...piece]) ?? '' })
          ),
          ...lines[index]
            .filter((piece, _, pieces) => piece.length === 1 || count(pieces) <= FEW)
            .flat()
            .map(({ left, top }) => svgElement('circle', { cx: left, cy: top, r: 2 }))
        )
      )
      .reverse(),
    told
  );
  const flat = lines.map(pieces => pieces.flat());
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    tell(told, flat, ((event.clientX - box.left) / (box.width || 1)) * width, series, {
      ...options,
      width,
      top: area.top,
      bottom: area.bottom
    });
  });
  svg.addEventListener('pointerleave', () => told.replaceChildren());
  return svg;
}

function count(pieces: readonly (readonly unknown[])[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

/** Says what each series has at the step that is nearest to the pointer. */
function tell(
  told: SVGGElement,
  lines: readonly (readonly IPlacedPoint[])[],
  left: number,
  series: readonly ILineSeries[],
  options: {
    readonly x: string;
    readonly figure: (value: number) => string;
    readonly width: number;
    readonly top: number;
    readonly bottom: number;
  }
): void {
  const nearest = lines
    .map(points => nearestTo(points, left))
    .filter(point => point !== null)
    .sort((a, b) => Math.abs(a.left - left) - Math.abs(b.left - left))
    .at(0);
  if (!nearest) {
    told.replaceChildren();
    return;
  }
  const there = lines.flatMap((points, index) => {
    const point = nearestTo(points, nearest.left);
    return point && Math.abs(point.left - nearest.left) < 1 ? [{ point, index }] : [];
  });
  const texts = [
    `${options.x} ${nearest.x}`,
    ...there
      .slice(0, TOLD)
      .map(({ point, index }) =>
        `${series[index].name.slice(0, NAME)} ${options.figure(point.y)}`.trim()
      )
  ];
  const wide = Math.max(...texts.map(text => textWidth(text, 10))) + 22;
  const start =
    nearest.left + 8 + wide > options.width ? nearest.left - 8 - wide : nearest.left + 8;
  told.replaceChildren(
    svgElement('line', {
      ...{ x1: nearest.left, x2: nearest.left },
      ...{ y1: options.top, y2: options.bottom }
    }),
    ...there.map(({ point, index }) =>
      svgElement('circle', {
        class: `jp-mod-data${series[index].color}`,
        ...{ cx: point.left, cy: point.top, r: 3.5 }
      })
    ),
    svgElement('rect', {
      ...{ x: Math.max(0, start), y: options.top, width: wide, height: texts.length * 14 + 6 },
      rx: 3
    }),
    ...texts.map((text, index) =>
      svgElement(
        'text',
        { x: Math.max(0, start) + (index === 0 ? 6 : 16), y: options.top + 14 + index * 14 },
        text
      )
    ),
    ...there.slice(0, TOLD).map(({ index }, row) =>
      svgElement('circle', {
        class: `jp-mod-data${series[index].color}`,
        ...{ cx: Math.max(0, start) + 9, cy: options.top + 24.5 + row * 14, r: 3 }
      })
    )
  );
}

/** The point that is nearest to a place; points are in the order of places. */
function nearestTo(points: readonly IPlacedPoint[], left: number): IPlacedPoint | null {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].left < left) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const after = points.at(low) ?? null;
  const before = low > 0 ? points[low - 1] : null;
  return before && after && left - before.left < after.left - left ? before : after;
}
