/**
 * Draws a laid-out graph as SVG: cards, and lines between them.
 *
 * Drawing again touches only the elements whose data changed. Colours and fonts are in style/graph.css.
 */
import { select } from 'd3-selection';

import type { IDagLayout, IPlacedEdge, IPlacedNode } from './dag-layout';
import { edgePath } from './dag-path';
import { shorten } from './dag-text';

/** What a card shows. */
export interface IDagNodeView {
  readonly id: string;
  readonly name: string;
  /** Small second line; empty for none. */
  readonly type: string;
  /** Goes into `data-tfx-state`, and into the icon's class. */
  readonly state: string;
  /** Path data of the state's icon, 16 × 16. */
  readonly icon: string;
  /** For screen readers. */
  readonly label: string;
  /** What else there is to say, for screen readers: what the lines show. Empty for nothing. */
  readonly description: string;
  /** Shown on hover, in full. */
  readonly title: string;
  /** Share that is done, 0 to 1; NaN where nobody knows; null for no progress line. */
  readonly progress: number | null;
  readonly selected: boolean;
  readonly atCursor: boolean;
  /** Only a run tells what it is: drawn with a broken border. */
  readonly uncertain: boolean;
}

/** What a line is called. */
export interface IDagEdgeView {
  readonly from: string;
  readonly to: string;
  /** Channels that pass along it. */
  readonly names: readonly string[];
  readonly title: string;
}

/** All that is drawn. Nodes and edges that the layout does not know are left out. */
export interface IDagView {
  readonly nodes: readonly IDagNodeView[];
  readonly edges: readonly IDagEdgeView[];
}

/** Sizes of a card, in pixels; style/graph.css has the same font sizes. */
export const CARD = { height: 40, icon: 16, left: 10, text: 34, right: 12, font: 12, small: 10 };

interface INodeDatum {
  readonly view: IDagNodeView;
  readonly placed: IPlacedNode;
}

interface IEdgeDatum {
  readonly view: IDagEdgeView;
  readonly placed: IPlacedEdge;
  readonly path: string;
}

/** What each element was last drawn from. */
const drawnNodes = new WeakMap<Element, INodeDatum>();
const drawnEdges = new WeakMap<Element, IEdgeDatum>();

/** Key of an edge; unique as ids are. */
export const edgeKey = (edge: { readonly from: string; readonly to: string }): string =>
  JSON.stringify([edge.from, edge.to]);

/**
 * Draws into a group, or brings what it drew there up to date.
 *
 * @param root - Belongs to this function: it makes groups for edges, nodes and labels in it.
 */
export function drawDag(root: SVGGElement, layout: IDagLayout, data: IDagView): void {
  const edges = layer(root, 'jp-TfxGraph-edges');
  const nodes = layer(root, 'jp-TfxGraph-nodes');
  layer(root, 'jp-TfxGraph-labels');
  const placedNodes = new Map(layout.nodes.map(node => [node.id, node]));
  const placedEdges = new Map(layout.edges.map(edge => [edgeKey(edge), edge]));

  select(nodes)
    .selectChildren<SVGGElement, INodeDatum>('g')
    .data(
      data.nodes.flatMap(view => {
        const placed = placedNodes.get(view.id);
        return placed ? [{ view, placed }] : [];
      }),
      datum => datum.view.id
    )
    .join(enter => enter.append(datum => newNode(root.ownerDocument, datum)))
    .each(function (datum) {
      updateNode(this, datum, drawnNodes.get(this));
      drawnNodes.set(this, datum);
    });

  select(edges)
    .selectChildren<SVGGElement, IEdgeDatum>('g')
    .data(
      data.edges.flatMap(view => {
        const placed = placedEdges.get(edgeKey(view));
        return placed ? [{ view, placed, path: edgePath(placed, layout.direction) }] : [];
      }),
      datum => edgeKey(datum.view)
    )
    .join(enter => enter.append(() => newEdge(root.ownerDocument)))
    .each(function (datum) {
      updateEdge(this, datum, drawnEdges.get(this));
      drawnEdges.set(this, datum);
    });
}

/** Group of a node that was drawn, or null. */
export function nodeElement(root: SVGGElement, id: string): SVGGElement | null {
  const group = root.querySelector<SVGGElement>('.jp-TfxGraph-nodes');
  return group?.querySelector<SVGGElement>(`[data-tfx-component="${CSS.escape(id)}"]`) ?? null;
}

/** Id of the node that an element belongs to, or null. */
export function nodeAt(element: Element): string | null {
  return element.closest('[data-tfx-component]')?.getAttribute('data-tfx-component') ?? null;
}

/** The edge that an element belongs to, or null. */
export function edgeAt(element: Element): IDagEdgeView | null {
  const group = element.closest('.jp-TfxGraph-edge');
  return (group && drawnEdges.get(group)?.view) ?? null;
}

function layer(root: SVGGElement, name: string): SVGGElement {
  for (const child of root.children) {
    if (child.classList.contains(name)) {
      return child as SVGGElement;
    }
  }
  return root.appendChild(element(root.ownerDocument, 'g', { class: name }));
}

function newNode(document: Document, { view }: INodeDatum): SVGGElement {
  const group = element(document, 'g', {
    class: 'jp-TfxGraph-node',
    role: 'button',
    tabindex: '-1',
    'data-tfx-component': view.id
  });
  const icon = element(document, 'g', { class: 'jp-TfxGraph-icon' });
  icon.append(element(document, 'path', { 'fill-rule': 'evenodd' }));
  group.append(
    element(document, 'title', {}),
    element(document, 'rect', { class: 'jp-TfxGraph-card', rx: '6' }),
    icon,
    element(document, 'text', { class: 'jp-TfxGraph-name', x: String(CARD.text) })
  );
  return group;
}

function updateNode(group: SVGGElement, next: INodeDatum, last: INodeDatum | undefined): void {
  const { view, placed } = next;
  const before = last?.view;
  const moved = !last || placed.x !== last.placed.x || placed.y !== last.placed.y;
  const resized =
    !last || placed.width !== last.placed.width || placed.height !== last.placed.height;
  if (moved) {
    group.setAttribute('transform', `translate(${placed.x},${placed.y})`);
  }
  const [title, card, icon, name] = group.children;
  if (resized) {
    // Borders on half pixels are one pixel wide, not two pale ones.
    setAll(card, { x: '0.5', y: '0.5', width: placed.width - 1, height: placed.height - 1 });
    icon.setAttribute('transform', `translate(${CARD.left},${(placed.height - CARD.icon) / 2})`);
  }
  if (!before || view.state !== before.state) {
    group.setAttribute('data-tfx-state', view.state);
    setAll(icon.children[0], {
      class: `jp-tfx-icon-state jp-tfx-icon-${view.state}`,
      d: view.icon
    });
  }
  if (!before || view.label !== before.label) {
    group.setAttribute('aria-label', view.label);
  }
  if (view.description !== (before?.description ?? '')) {
    group.setAttribute('aria-description', view.description);
  }
  if (!before || view.title !== before.title) {
    title.textContent = view.title;
  }
  if (!before || view.selected !== before.selected) {
    group.setAttribute('aria-pressed', String(view.selected));
    group.classList.toggle('jp-mod-selected', view.selected);
  }
  if (!before || view.atCursor !== before.atCursor) {
    group.classList.toggle('jp-mod-cursor', view.atCursor);
  }
  if (!before || view.uncertain !== before.uncertain) {
    group.classList.toggle('jp-mod-uncertain', view.uncertain);
  }
  if (resized || view.name !== before?.name || view.type !== before.type) {
    updateText(group, name, next);
  }
  if (resized || !Object.is(view.progress, before?.progress)) {
    updateProgress(group, next);
  }
}

function updateText(group: SVGGElement, name: Element, { view, placed }: INodeDatum): void {
  const room = placed.width - CARD.text - CARD.right;
  const middle = placed.height / 2;
  name.textContent = shorten(view.name, room, CARD.font);
  name.setAttribute('y', String(middle + (view.type ? -2.5 : 4.5)));
  let type = group.querySelector('.jp-TfxGraph-type');
  if (!view.type) {
    type?.remove();
    return;
  }
  if (!type) {
    type = element(group.ownerDocument, 'text', {
      class: 'jp-TfxGraph-type',
      x: String(CARD.text)
    });
    name.after(type);
  }
  type.textContent = shorten(view.type, room, CARD.small);
  type.setAttribute('y', String(middle + 11));
}

function updateProgress(group: SVGGElement, { view, placed }: INodeDatum): void {
  const { progress } = view;
  let bar = group.querySelector('.jp-TfxGraph-progress');
  if (progress === null) {
    bar?.remove();
    return;
  }
  const room = placed.width - 2 * CARD.left;
  if (!bar) {
    bar = element(group.ownerDocument, 'rect', { class: 'jp-TfxGraph-progress', rx: '1' });
    group.append(bar);
  }
  bar.classList.toggle('jp-mod-unknown', Number.isNaN(progress));
  const share = Number.isNaN(progress) ? 1 : Math.min(1, Math.max(0, progress));
  setAll(bar, { x: CARD.left, y: placed.height - 5, width: room * share, height: 2 });
}

function newEdge(document: Document): SVGGElement {
  const group = element(document, 'g', { class: 'jp-TfxGraph-edge' });
  group.append(
    element(document, 'title', {}),
    element(document, 'path', { class: 'jp-TfxGraph-hit' }),
    element(document, 'path', { class: 'jp-TfxGraph-line' })
  );
  return group;
}

function updateEdge(group: SVGGElement, next: IEdgeDatum, last: IEdgeDatum | undefined): void {
  const [title, hit, line] = group.children;
  if (next.path !== last?.path) {
    hit.setAttribute('d', next.path);
    line.setAttribute('d', next.path);
  }
  if (next.view.title !== last?.view.title) {
    title.textContent = next.view.title;
  }
}

function element<K extends keyof SVGElementTagNameMap>(
  document: Document,
  name: K,
  attributes: Readonly<Record<string, string>>
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAll(made, attributes);
  return made;
}

function setAll(target: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    target.setAttribute(name, String(value));
  }
}
