/** Pans and zooms a group within an SVG element. */
import { select, type Selection } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom';

/** A size in pixels. */
export interface ISize {
  readonly width: number;
  readonly height: number;
}

/** A place in the group's own lengths. */
export interface IBox extends ISize {
  readonly x: number;
  readonly y: number;
}

/** Below this scale a name is too small to read. */
const READABLE = 0.5;
const CLOSEST = 2.5;
/** Pixels between a graph that fits and the border. */
const MARGIN = 16;
/** Pixels of the graph that always stay in view. */
const KEPT = 48;

/**
 * View of a group: drag and wheel pan, Ctrl and wheel or a pinch zoom, all else by its methods.
 *
 * Nothing but the group's transform changes while it moves, and the class `jp-mod-far` of the SVG
 * element where names cannot be read.
 */
export class DagViewport {
  /**
   * @param svg - What takes the pointer's events.
   * @param group - What moves.
   */
  constructor(
    private readonly svg: SVGSVGElement,
    private readonly group: SVGGElement
  ) {
    this.zoom = zoom<SVGSVGElement, unknown>()
      .filter(
        (event: MouseEvent | TouchEvent) =>
          event.type !== 'dblclick' &&
          // A touch has no button.
          !('button' in event && event.button !== 0) &&
          (event.type === 'wheel' ? event.ctrlKey || event.metaKey : !event.ctrlKey)
      )
      .wheelDelta(event => {
        const unit = event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.01;
        return Math.max(-0.4, Math.min(0.4, -event.deltaY * unit));
      })
      .extent(() => [
        [0, 0],
        [this.size.width, this.size.height]
      ])
      .constrain(transform => {
        const { k } = transform;
        const keep = (offset: number, length: number, view: number) => {
          const least = KEPT - length * k;
          return Math.max(least, Math.min(view - KEPT, offset));
        };
        const x = keep(transform.x, this.content.width, this.size.width);
        const y = keep(transform.y, this.content.height, this.size.height);
        return zoomIdentity.translate(x, y).scale(k);
      })
      .on('zoom', (event: { sourceEvent: unknown }) => {
        this.moved ||= Boolean(event.sourceEvent);
        this.apply();
      });
    this.selection = select(svg);
    this.selection.call(this.zoom).on('wheel.pan', (event: WheelEvent) => this.pan(event));
  }

  /** True once a person has moved the view since it was last fitted. */
  moved = false;

  /** Size of the SVG element. */
  size: ISize = { width: 0, height: 0 };

  /** Size of the group's content, at scale 1. */
  content: ISize = { width: 0, height: 0 };

  /** Pixels for each unit of the content. */
  get scale(): number {
    return zoomTransform(this.svg).k;
  }

  /**
   * Shows the whole content, never larger than it is.
   *
   * @param least - Scale to keep at least, as far as the width allows it to be read: then what is too long
   *   begins at its start.
   */
  fit(least = 0.01): void {
    const { width, height } = this.content;
    const across = (this.size.width - 2 * MARGIN) / Math.max(1, width);
    const down = (this.size.height - 2 * MARGIN) / Math.max(1, height);
    const k = Math.max(Math.min(least, Math.max(READABLE, across)), Math.min(1, across, down));
    this.zoom.scaleExtent([Math.min(0.1, k), CLOSEST]);
    const x = Math.round((this.size.width - width * k) / 2);
    const y = Math.round(Math.max(MARGIN / 2, (this.size.height - height * k) / 2));
    this.selection.call(this.zoom.transform, zoomIdentity.translate(x, y).scale(k));
    this.moved = false;
  }

  /** Zooms about the middle of the view. */
  zoomBy(factor: number): void {
    this.moved = true;
    this.selection.call(this.zoom.scaleBy, factor);
  }

  /** Moves a box of the content into view, by as little as will do. */
  reveal(box: IBox): void {
    const { k, x, y } = zoomTransform(this.svg);
    const shift = (start: number, end: number, view: number) =>
      start < MARGIN ? MARGIN - start : end > view - MARGIN ? view - MARGIN - end : 0;
    const dx = shift(box.x * k + x, (box.x + box.width) * k + x, this.size.width);
    const dy = shift(box.y * k + y, (box.y + box.height) * k + y, this.size.height);
    if (dx !== 0 || dy !== 0) {
      this.selection.call(this.zoom.translateBy, dx / k, dy / k);
    }
  }

  /** Stops listening. */
  dispose(): void {
    this.selection.on('.zoom', null).on('wheel.pan', null);
  }

  private pan(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode ? this.size.height : 1;
    const [x, y] =
      event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.moved = true;
    const { k } = zoomTransform(this.svg);
    this.selection.call(this.zoom.translateBy, (-x * unit) / k, (-y * unit) / k);
  }

  private apply(): void {
    const transform = zoomTransform(this.svg);
    this.group.setAttribute('transform', transform.toString());
    const far = transform.k < READABLE;
    if (this.svg.classList.contains('jp-mod-far') !== far) {
      this.svg.classList.toggle('jp-mod-far', far);
    }
  }

  private readonly zoom: ZoomBehavior<SVGSVGElement, unknown>;
  private readonly selection: Selection<SVGSVGElement, unknown, null, undefined>;
}
