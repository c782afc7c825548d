/** The pipeline as a graph that a person pans, zooms and walks. */
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Message } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import { drawDag, edgeAt, nodeAt, nodeElement, type IDagView } from '../charts/dag-draw';
import { highlight, type DagTarget } from '../charts/dag-highlight';
import { layoutDag, type IDagLayout } from '../charts/dag-layout';
import { DagViewport } from '../charts/dag-viewport';
import { isWalkKey, walkDag } from '../charts/dag-walk';
import type { IPipeline, IPipelineNode } from '../pipeline/pipeline';
import type { IOverlay } from '../states/overlay';
import { stateWords } from '../states/state-words';
import { fitIcon } from './graph-icons';
import { graphView, layoutInput, structureOf } from './graph-view-data';
import { OverlayLine } from './overlay-line';

const EMPTY: IDagView = { nodes: [], edges: [] };

/**
 * Graph of a pipeline. It draws what its properties hold, and nothing while it is hidden.
 *
 * A new pipeline with the same components and edges keeps the layout and the view.
 */
export class GraphWidget extends Widget {
  constructor(private readonly options: GraphWidget.IOptions) {
    super();
    const { trans } = options;
    this.addClass('jp-TfxGraph');
    const create = <K extends 'svg' | 'g'>(name: K) =>
      document.createElementNS('http://www.w3.org/2000/svg', name);
    this._svg = create('svg');
    this._svg.classList.add('jp-TfxGraph-svg');
    this._svg.setAttribute('role', 'application');
    this._svg.setAttribute('aria-roledescription', trans.__('pipeline graph'));
    this._root = create('g');
    this._svg.append(this._root);
    if (options.overlay) {
      this._line = new OverlayLine(options.overlay, trans);
      this.node.append(this._line.node);
      options.overlay.changed.connect(this._onOverlay, this);
    }
    this.node.append(this._svg);
    this._viewport = new DagViewport(this._svg, this._root);
    if (options.hasFitButton) {
      this.node.append(this._fitButton());
    }
  }

  /** The notebook's pipeline; null for nothing. What an overlay lays over it is not in it. */
  get pipeline(): IPipeline | null {
    return this._pipeline;
  }
  set pipeline(value: IPipeline | null) {
    if (value !== this._pipeline) {
      this._pipeline = value;
      this._shown = undefined;
      this.update();
    }
  }

  /** Id of the selected node; null for none. Setting it moves the node into view. */
  get selected(): string | null {
    return this._selected;
  }
  set selected(value: string | null) {
    if (value !== this._selected) {
      this._selected = value;
      this._reveal = value;
      this.update();
    }
  }

  /** Ids of the nodes whose cell holds the cursor. */
  get atCursor(): readonly string[] {
    return this._atCursor;
  }
  set atCursor(value: readonly string[]) {
    if (value.join('\n') !== this._atCursor.join('\n')) {
      this._atCursor = value;
      this.update();
    }
  }

  /** It came into view, or went. */
  get visibleChanged(): ISignal<this, void> {
    return this._visibleChanged;
  }

  /** Shows the whole graph. */
  showAll(): void {
    this._viewport.fit();
  }

  /** Pixels on the screen for each pixel of a card. */
  get scale(): number {
    return this._viewport.scale;
  }

  /** Zooms about the middle; above 1 it comes closer. */
  zoomBy(factor: number): void {
    this._viewport.zoomBy(factor);
  }

  override dispose(): void {
    if (!this.isDisposed) {
      this._viewport.dispose();
      this.options.overlay?.changed.disconnect(this._onOverlay, this);
      Signal.clearData(this);
      super.dispose();
    }
  }

  handleEvent(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) {
      return;
    }
    const node = nodeAt(target);
    switch (event.type) {
      case 'click':
        if (node !== null) {
          this.options.onSelect(node);
        }
        break;
      case 'dblclick':
        if (node !== null) {
          this.options.onOpen(node);
        }
        break;
      case 'focusin':
        if (node !== null) {
          this._setTabStop(node);
          this._light({ node });
        }
        break;
      case 'pointerover': {
        const edge = edgeAt(target);
        this._light(node !== null ? { node } : edge ? { edge } : null);
        break;
      }
      case 'focusout':
      case 'pointerleave':
        this._light(null);
        break;
      case 'keydown':
        this._onKeyDown(event as KeyboardEvent);
        break;
    }
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    EVENTS.forEach(type => this._svg.addEventListener(type, this));
    this.update();
    this._visibleChanged.emit();
  }

  protected override onBeforeDetach(message: Message): void {
    EVENTS.forEach(type => this._svg.removeEventListener(type, this));
    super.onBeforeDetach(message);
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.update();
    this._visibleChanged.emit();
  }

  protected override onAfterHide(message: Message): void {
    super.onAfterHide(message);
    this._visibleChanged.emit();
  }

  protected override onResize(message: Widget.ResizeMessage): void {
    super.onResize(message);
    this.update();
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this._focusNode(this._tabStop);
  }

  protected override onUpdateRequest(message: Message): void {
    super.onUpdateRequest(message);
    if (this.isVisible) {
      this._draw();
    }
  }

  private _fitButton(): HTMLElement {
    const button = document.createElement('button');
    button.className = 'jp-TfxGraph-fit';
    button.title = this.options.trans.__('Show the whole graph (0)');
    button.setAttribute('aria-label', button.title);
    button.append(fitIcon.element({ tag: 'span', width: '16px', height: '16px' }));
    button.addEventListener('click', () => this.showAll());
    return button;
  }

  /** Brings the page up to date with the properties. */
  private _draw(): void {
    this._line?.update();
    const size = { width: this._svg.clientWidth, height: this._svg.clientHeight };
    const resized =
      size.width !== this._viewport.size.width || size.height !== this._viewport.size.height;
    this._viewport.size = size;
    const pipeline = this._laidOver();
    const rearranged = this._arrange();
    if (rearranged || this._drawnFrom !== pipeline || this._marks !== this._currentMarks()) {
      this._view = pipeline ? graphView(pipeline, this._context()) : EMPTY;
      this._drawnFrom = pipeline;
      this._marks = this._currentMarks();
      drawDag(this._root, this._placed, this._view);
      this._describe();
    }
    if ((rearranged || resized) && !this._viewport.moved) {
      this._viewport.fit(this.options.leastScale);
      this._reveal ??= this._selected;
    }
    if (this._reveal !== null) {
      this._show(this._reveal);
      this._setTabStop(this._reveal);
      this._reveal = null;
    }
  }

  private _onOverlay(): void {
    this._shown = undefined;
    this.update();
  }

  /** What lies over the graph; null while it shows the notebook's own states. */
  private get _over(): IOverlay | null {
    const { overlay } = this.options;
    return overlay && overlay.title !== null ? overlay : null;
  }

  /** The pipeline with the states that are drawn: the overlay's, or the notebook's own. */
  private _laidOver(): IPipeline | null {
    if (this._shown === undefined) {
      const over = this._over;
      this._shown = this._pipeline && over ? over.apply(this._pipeline) : this._pipeline;
    }
    return this._shown;
  }

  /** Lays out again where ids, texts, edges or the direction changed. */
  private _arrange(): boolean {
    const { width, height } = this._viewport.size;
    const wish = this.options.direction;
    const direction = wish === 'auto' ? (height > width ? 'down' : 'right') : wish;
    const structure = this._pipeline ? `${direction}${structureOf(this._pipeline)}` : '';
    if (structure === this._structure) {
      return false;
    }
    const turned = this._placed.direction !== direction;
    this._structure = structure;
    this._placed = layoutDag(
      this._pipeline ? layoutInput(this._pipeline) : { nodes: [], edges: [] },
      { direction, ...GAPS[direction], aspect: Math.max(0.2, width / Math.max(1, height)) }
    );
    this._viewport.content = this._placed;
    this._viewport.moved &&= !turned;
    return true;
  }

  private _context() {
    const { trans } = this.options;
    const over = this._over;
    return {
      trans,
      stateWords: (node: IPipelineNode) => over?.stateWords(node) ?? stateWords(node, trans),
      selected: this._selected,
      atCursor: this._atCursor
    };
  }

  private _currentMarks(): string {
    return JSON.stringify([this._selected, this._atCursor]);
  }

  /** Names the whole, and keeps one tab stop. */
  private _describe(): void {
    const { trans } = this.options;
    const count = this._placed.nodes.length;
    this._svg.setAttribute(
      'aria-label',
      trans._n('Pipeline of %1 component', 'Pipeline of %1 components', count)
    );
    const stays = this._placed.nodes.some(node => node.id === this._tabStop);
    this._setTabStop(stays ? this._tabStop : (this._placed.nodes.at(0)?.id ?? null));
    if (this._lit && 'node' in this._lit && !nodeElement(this._root, this._lit.node)) {
      this._lit = null;
    }
    highlight(this._root, this._placed, this._view, this._lit);
  }

  private _onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (!this._onKey(event.key)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key asks for; false where it asks for nothing. */
  private _onKey(key: string): boolean {
    const here = this._tabStop;
    if (isWalkKey(key)) {
      this._focusNode(walkDag(this._placed, here, key));
      return true;
    }
    switch (key) {
      case 'Enter':
      case ' ':
        if (here !== null) {
          (key === ' ' ? this.options.onSelect : this.options.onOpen)(here);
        }
        return true;
      case '0':
        this.showAll();
        return true;
      case '+':
      case '=':
        this.zoomBy(1.25);
        return true;
      case '-':
        this.zoomBy(0.8);
        return true;
      default:
        return false;
    }
  }

  private _focusNode(id: string | null): void {
    if (id !== null) {
      nodeElement(this._root, id)?.focus({ preventScroll: true });
      this._show(id);
    }
  }

  private _show(id: string): void {
    const placed = this._placed.nodes.find(node => node.id === id);
    if (placed) {
      this._viewport.reveal(placed);
    }
  }

  private _setTabStop(id: string | null): void {
    if (this._tabStop !== null && this._tabStop !== id) {
      nodeElement(this._root, this._tabStop)?.setAttribute('tabindex', '-1');
    }
    this._tabStop = id;
    if (id !== null) {
      nodeElement(this._root, id)?.setAttribute('tabindex', '0');
    }
  }

  private _light(target: DagTarget | null): void {
    if (JSON.stringify(target) !== JSON.stringify(this._lit)) {
      this._lit = target;
      highlight(this._root, this._placed, this._view, target);
    }
  }

  private readonly _svg: SVGSVGElement;
  private readonly _root: SVGGElement;
  private readonly _viewport: DagViewport;
  private readonly _line: OverlayLine | null = null;
  private _pipeline: IPipeline | null = null;
  /** What is drawn of it; undefined where it has to be laid over anew. */
  private _shown: IPipeline | null | undefined = null;
  private _selected: string | null = null;
  private _atCursor: readonly string[] = [];
  private _placed: IDagLayout = layoutDag({ nodes: [], edges: [] });
  private _view: IDagView = EMPTY;
  private _structure = '';
  private _drawnFrom: IPipeline | null = null;
  private _marks = '';
  private _tabStop: string | null = null;
  private _reveal: string | null = null;
  private _lit: DagTarget | null = null;
  private readonly _visibleChanged = new Signal<this, void>(this);
}

const EVENTS = [
  'click',
  'dblclick',
  'focusin',
  'focusout',
  'pointerover',
  'pointerleave',
  'keydown'
];

/** Room between cards, in pixels; beside each other they are wide, so that lines need more. */
const GAPS = {
  down: { nodeGap: 16, layerGap: 32 },
  right: { nodeGap: 16, layerGap: 48 }
};

/** Types of {@link GraphWidget}. */
export namespace GraphWidget {
  /** What a graph needs. */
  export interface IOptions {
    readonly trans: TranslationBundle;
    /** Where consumers stand; 'auto': down where the widget is taller than wide. */
    readonly direction: 'down' | 'right' | 'auto';
    /** Scale that the graph begins with at least, so that names can be read; without it, all is in view. */
    readonly leastScale?: number;
    /** Put a button that shows the whole graph into a corner: for where there is no toolbar. */
    readonly hasFitButton?: boolean;
    /** A person chose a node. */
    readonly onSelect: (id: string) => void;
    /** A person wants to see a node's details. */
    readonly onOpen: (id: string) => void;
    /** What may be shown instead of the notebook's own states; a line says so. */
    readonly overlay?: IOverlay;
  }
}
