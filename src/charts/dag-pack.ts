/** Packs the unconnected parts of a graph into rows. */

/** A part: its size, and its place once packed. */
export interface IPacked {
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
}

/**
 * Puts parts into rows from left to right, in their order, and sets their places.
 *
 * @param gap - Between parts.
 * @param aspect - Width over height to come near to.
 * @returns Size of the whole.
 */
export function packParts(
  parts: readonly IPacked[],
  gap: number,
  aspect: number
): { width: number; height: number } {
  const area = parts.reduce((sum, part) => sum + (part.width + gap) * (part.height + gap), 0);
  const widest = Math.max(0, ...parts.map(part => part.width));
  const limit = Math.max(widest, Math.sqrt(area * aspect));
  let [x, y, tall, width] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > limit) {
      y += tall + gap;
      x = 0;
      tall = 0;
    }
    part.x = x;
    part.y = y;
    x += part.width + gap;
    tall = Math.max(tall, part.height);
    width = Math.max(width, x - gap);
  }
  return { width, height: y + tall };
}
