/** Curves in a plane: read with the pointer, or with the arrow keys along a curve and from one to the next. */
import { line } from 'd3-shape';

import { CHART, axesGroup, chartFrame, seriesGroup } from './chart-frame';
import type { ICurve, ICurvesLayout, IPlacedCurvePoint, IPlaneAxis } from './curves-layout';
import { curvesLayout, nearestPoint } from './curves-layout';
import { svgElement } from './svg-element';

/** Points of a curve that are few enough to be seen each. */
const FEW = 24;

const path = line<IPlacedCurvePoint>(
  point => point.left,
  point => point.top
).digits(2);

/** Options of {@link curves}. */
export interface ICurvesOptions {
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  readonly x: IPlaneAxis;
  readonly y: IPlaneAxis;
  /** A line to compare with, from one point to another. */
  readonly reference?: {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  } | null;
  /** Points alone, not joined. */
  readonly dots?: boolean;
  /** Told what is looked at, as a sentence; null for nothing any more. */
  readonly onTell?: (said: string | null) => void;
}

/** Draws curves. */
export function curves(series: readonly ICurve[], options: ICurvesOptions): SVGSVGElement {
  const { label, width = CHART.width, height = CHART.height, x, y, dots = false } = options;
  const { reference = null, onTell } = options;
  const layout = curvesLayout(series, { width, height, x, y });
  const { area } = layout;
  const told = svgElement('g', { class: 'jp-TfxChart-told', 'aria-hidden': 'true' });
  const svg = chartFrame(
    'curves',
    { label, width, height },
    axesGroup(area, layout.x, layout.y),
    svgElement(
      'g',
      { class: 'jp-TfxChart-axes', 'aria-hidden': 'true' },
      svgElement('text', { x: area.left - 36, y: 10 }, y.name),
      svgElement('text', { x: area.right, y: height - 3, 'text-anchor': 'end' }, x.name)
    ),
    reference &&
      svgElement('line', {
        class: 'jp-TfxChart-mark',
        x1: layout.x.scale(reference.from[0]),
        y1: layout.y.scale(reference.from[1]),
        x2: layout.x.scale(reference.to[0]),
        y2: layout.y.scale(reference.to[1])
      }),
    // The first one is over the others.
    ...series
      .map((each, index) => {
        const points = layout.curves[index];
        return seriesGroup(
          each,
          dots
            ? null
            : svgElement('path', { class: 'jp-TfxChart-line', d: path([...points]) ?? '' }),
          ...(dots || points.length <= FEW
            ? points.map(({ left, top }) => svgElement('circle', { cx: left, cy: top, r: 2.5 }))
            : [])
        );
      })
      .reverse(),
    told
  );
  svg.setAttribute('tabindex', '0');
  listen(svg, series, layout, width, height, (at, point) => {
    told.replaceChildren(
      ...(point
        ? [
            svgElement('circle', {
              class: `jp-mod-data${series[at].color}`,
              ...{ cx: point.left, cy: point.top, r: 4.5 }
            })
          ]
        : [])
    );
    onTell?.(point && [series[at].name, point.said].filter(part => part !== '').join(': '));
  });
  return svg;
}

/** Tells of the point that the pointer or the keys are at. */
function listen(
  svg: SVGSVGElement,
  series: readonly ICurve[],
  layout: ICurvesLayout,
  width: number,
  height: number,
  tell: (curve: number, point: IPlacedCurvePoint | null) => void
): void {
  let at = { curve: 0, index: 0 };
  const show = (next: { readonly curve: number; readonly index: number }): void => {
    at = { ...next };
    tell(at.curve, layout.curves[at.curve]?.[at.index] ?? null);
  };
  svg.addEventListener('pointermove', event => {
    const box = svg.getBoundingClientRect();
    const left = ((event.clientX - box.left) / (box.width || 1)) * width;
    const top = ((event.clientY - box.top) / (box.height || 1)) * height;
    const nearest = nearestPoint(layout.curves, left, top);
    if (nearest) {
      show(nearest);
    }
  });
  svg.addEventListener('keydown', event => {
    const last = (layout.curves[at.curve]?.length ?? 0) - 1;
    const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
    const moves: Readonly<Record<string, () => typeof at>> = {
      ArrowRight: () => ({ ...at, index: clamp(at.index + 1, last) }),
      ArrowLeft: () => ({ ...at, index: clamp(at.index - 1, last) }),
      Home: () => ({ ...at, index: 0 }),
      End: () => ({ ...at, index: Math.max(0, last) }),
      ArrowDown: () => ({ ...at, curve: clamp(at.curve + 1, series.length - 1) }),
      ArrowUp: () => ({ ...at, curve: clamp(at.curve - 1, series.length - 1) })
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : null;
    if (move) {
      event.preventDefault();
      const next = move();
      const most = (layout.curves[next.curve]?.length ?? 1) - 1;
      show({ curve: next.curve, index: clamp(next.index, Math.max(0, most)) });
    }
  });
  const leave = (): void => tell(at.curve, null);
  svg.addEventListener('pointerleave', leave);
  svg.addEventListener('blur', leave);
}
