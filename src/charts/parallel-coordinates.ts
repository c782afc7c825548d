/** Parallel coordinates: an axis per quantity, a line per thing that has them. */
import { chartFrame } from './chart-frame';
import { shorten } from './dag-text';
import type { IParallelData } from './parallel-layout';
import { PARALLEL, parallelLayout } from './parallel-layout';
import { short, svgElement } from './svg-element';

/** How it is drawn, and who is told. */
export interface IParallelOptions {
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  /** Line that stands out. */
  readonly selected?: string | null;
  /** A press near a line; null beside all. */
  readonly onSelect?: (id: string | null) => void;
}

/** Pixels from a line that are still on it. */
const NEAR = 10;

/** Draws lines; the strongest over the others, the selected over all. */
export function parallelCoordinates(
  data: IParallelData,
  { label, width = 480, height = 220, selected = null, onSelect }: IParallelOptions
): SVGSVGElement {
  const layout = parallelLayout(data, { width, height });
  const xs = layout.axes.map(({ x }) => x);
  // Of many, one alone is hardly seen; where they go together is.
  const thin = Math.max(0.1, Math.min(1, 100 / data.lines.length));
  const paths = data.lines.map(({ id, strength }, index) =>
    svgElement('path', {
      class: `jp-TfxParallel-line${id === selected ? ' jp-mod-selected' : ''}`,
      d: `M${layout.lines[index].map((y, axis) => `${short(xs[axis])},${short(y)}`).join('L')}`,
      'stroke-opacity': id === selected ? 1 : (0.15 + 0.75 * strength ** 2) * thin
    })
  );
  const order = data.lines
    .map(({ id, strength }, index) => ({ index, weight: id === selected ? 2 : strength }))
    .sort((a, b) => a.weight - b.weight);
  const svg = chartFrame(
    'parallel',
    { label, width: layout.width, height },
    svgElement('g', { fill: 'none' }, ...order.map(({ index }) => paths[index])),
    ...layout.axes.map(({ name, x, ticks }, index) => {
      const last = index > 0 && index === layout.axes.length - 1;
      return svgElement(
        'g',
        { class: 'jp-TfxChart-axes', transform: `translate(${short(x)},0)` },
        svgElement('line', { y1: layout.top, y2: layout.bottom }),
        svgElement(
          'text',
          { class: 'jp-TfxParallel-name', y: 12, 'text-anchor': 'middle' },
          shorten(name.slice(0, 300), PARALLEL.gap - 6, 11),
          svgElement('title', {}, name.slice(0, 300))
        ),
        ...ticks.map(({ y, text }) =>
          svgElement(
            'text',
            {
              class: 'jp-TfxParallel-tick',
              x: last ? 5 : -5,
              y: y + 3.5,
              'text-anchor': last ? 'start' : 'end'
            },
            shorten(text.slice(0, 300), PARALLEL.side - 8, PARALLEL.font),
            svgElement('title', {}, text.slice(0, 300))
          )
        )
      );
    })
  );
  if (onSelect) {
    const near = (event: MouseEvent): number | null => {
      const box = svg.getBoundingClientRect();
      return nearest(layout.lines, xs, event.clientX - box.left, event.clientY - box.top);
    };
    svg.addEventListener('pointermove', event => {
      const at = near(event);
      svg.style.cursor = at === null ? '' : 'pointer';
      paths.forEach((path, index) => path.classList.toggle('jp-mod-hover', index === at));
    });
    svg.addEventListener('pointerleave', () => {
      paths.forEach(path => path.classList.remove('jp-mod-hover'));
    });
    svg.addEventListener('click', event => {
      const at = near(event);
      onSelect(at === null ? null : data.lines[at].id);
    });
  }
  return svg;
}

/** The line that is nearest to a point, or null where none is near. */
function nearest(
  lines: readonly (readonly number[])[],
  xs: readonly number[],
  x: number,
  y: number
): number | null {
  const after = Math.max(
    1,
    xs.findIndex(at => at >= x)
  );
  if (xs.length < 2 || x < xs[0] - NEAR || x > xs[xs.length - 1] + NEAR) {
    return null;
  }
  const share = Math.min(1, Math.max(0, (x - xs[after - 1]) / (xs[after] - xs[after - 1])));
  let best: number | null = null;
  let least = NEAR;
  lines.forEach((line, index) => {
    const distance = Math.abs(line[after - 1] * (1 - share) + line[after] * share - y);
    if (distance < least) {
      least = distance;
      best = index;
    }
  });
  return best;
}
