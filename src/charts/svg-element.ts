/** SVG elements, and numbers as they are written into them. */

/** Attributes; null leaves one out. */
export type SvgAttributes = Readonly<Record<string, string | number | null>>;

/** An SVG element with attributes and children; texts become text nodes. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: SvgAttributes = {},
  ...children: readonly (Node | string | null)[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) {
      made.setAttribute(key, typeof value === 'number' ? short(value) : value);
    }
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

/** A number to a hundredth of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A rectangle. */
export interface IBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Path data of rectangles: one element for many is much quicker to make. */
export function boxesPath(boxes: readonly IBox[]): string {
  return boxes
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(
      ({ x, y, width, height }) =>
        `M${short(x)},${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`
    )
    .join('');
}
