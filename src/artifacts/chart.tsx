/** A chart on a page: an SVG element that a function of `src/charts` makes. */
import * as React from 'react';

/**
 * The place of a chart.
 *
 * @param props.draw - Makes it, or null where there is nothing to draw; again when it is another function, so memoise it.
 */
export function Chart({ draw }: { readonly draw: () => SVGElement | null }): React.JSX.Element {
  const place = React.useRef<HTMLDivElement>(null);
  React.useLayoutEffect(() => {
    const drawn = draw();
    place.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [draw]);
  return <div ref={place} />;
}
