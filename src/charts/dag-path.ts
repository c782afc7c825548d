/** The line of an edge, as SVG path data. */
import { curveBumpX, curveBumpY, line } from 'd3-shape';

import type { IDagLayout, IPlacedEdge, IPoint } from './dag-layout';

const HEAD = { length: 5, half: 3.5 };

/** Path data of an edge: its line, soft where it changes sides, and an open arrow head. */
export function edgePath(edge: IPlacedEdge, direction: IDagLayout['direction']): string {
  const { points } = edge;
  if (points.length < 2) {
    return '';
  }
  const loop = edge.from === edge.to;
  const draw = line<IPoint>(
    point => point.x,
    point => point.y
  );
  if (!loop) {
    draw.curve(direction === 'down' ? curveBumpY : curveBumpX);
  }
  return `${draw(points) ?? ''}${arrowHead(points, direction, loop)}`;
}

/** Half way along an edge, where its name stands. */
export function edgeMiddle(edge: IPlacedEdge): IPoint {
  const { points } = edge;
  const lengths = points.map((point, i) =>
    i === 0 ? 0 : Math.hypot(point.x - points[i - 1].x, point.y - points[i - 1].y)
  );
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let i = 1; i < points.length; i++) {
    if (left <= lengths[i] && lengths[i] > 0) {
      const share = left / lengths[i];
      return {
        x: points[i - 1].x + (points[i].x - points[i - 1].x) * share,
        y: points[i - 1].y + (points[i].y - points[i - 1].y) * share
      };
    }
    left -= lengths[i];
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** Lines arrive along the layout's direction; a loop arrives from the side. */
function arrowHead(
  points: readonly IPoint[],
  direction: IDagLayout['direction'],
  loop: boolean
): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  const vertical = (direction === 'down') !== loop;
  const { length, half } = HEAD;
  if (vertical) {
    const y = tip.y - Math.sign(tip.y - before.y || 1) * length;
    return `M${tip.x - half},${y}L${tip.x},${tip.y}L${tip.x + half},${y}`;
  }
  const x = tip.x - Math.sign(tip.x - before.x || 1) * length;
  return `M${x},${tip.y - half}L${tip.x},${tip.y}L${x},${tip.y + half}`;
}
