/** A chart that is as wide as its place, on a page. */
import * as React from 'react';

/** Props of {@link WideChart}. */
export interface IWideChartProps {
  /**
   * Makes the chart, for so many pixels; again when the room or the function changes: memoise it.
   */
  readonly draw: (width: number) => SVGElement;
  readonly className?: string;
}

/** As wide as its parent; drawn when that is known. */
export function WideChart({ draw, className }: IWideChartProps): React.JSX.Element {
  const place = React.useRef<HTMLDivElement>(null);
  const [width, setWidth] = React.useState(0);
  React.useLayoutEffect(() => {
    const element = place.current;
    if (!element) {
      return undefined;
    }
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  React.useLayoutEffect(() => {
    if (width > 0) {
      place.current?.replaceChildren(draw(width));
    }
  }, [draw, width]);
  return <div ref={place} className={`jp-TfxWideChart ${className ?? ''}`.trim()} />;
}
