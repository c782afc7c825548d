/** Lights up edges of a drawn graph, and names their channels. */
import { select } from 'd3-selection';

import { CARD, edgeKey, type IDagEdgeView, type IDagView } from './dag-draw';
import type { IDagLayout, IPlacedEdge } from './dag-layout';
import { edgeMiddle } from './dag-path';
import { shorten, textWidth } from './dag-text';

/** One edge, or all that touch a node. */
export type DagTarget =
  { readonly edge: { readonly from: string; readonly to: string } } | { readonly node: string };

/** Most names that are shown at once; more would cover each other. */
const MOST_LABELS = 12;
const WIDEST = 160;
const LABEL_HEIGHT = 16;

/**
 * Lights up the edges of a target, and no other.
 *
 * @param root - What `drawDag` drew into.
 * @param target - null for none.
 */
export function highlight(
  root: SVGGElement,
  layout: IDagLayout,
  data: IDagView,
  target: DagTarget | null
): void {
  const lit = new Map(
    target === null
      ? []
      : data.edges.filter(edge => touches(edge, target)).map(edge => [edgeKey(edge), edge] as const)
  );
  select(root)
    .select('.jp-TfxGraph-edges')
    .selectChildren<SVGGElement, { view: IDagEdgeView }>('g')
    .each(function (datum) {
      const on = lit.has(edgeKey(datum.view));
      if (this.classList.contains('jp-mod-lit') !== on) {
        this.classList.toggle('jp-mod-lit', on);
      }
    });
  const labels = layout.edges.flatMap(placed => {
    const text = lit.get(edgeKey(placed))?.names.join(', ');
    return text ? [{ placed, text: shorten(text, WIDEST, CARD.small) }] : [];
  });
  drawLabels(root, labels.length > MOST_LABELS ? [] : labels);
}

function touches(edge: IDagEdgeView, target: DagTarget): boolean {
  return 'node' in target
    ? edge.from === target.node || edge.to === target.node
    : edge.from === target.edge.from && edge.to === target.edge.to;
}

function drawLabels(
  root: SVGGElement,
  labels: readonly { readonly placed: IPlacedEdge; readonly text: string }[]
): void {
  const groups = select(root)
    .select('.jp-TfxGraph-labels')
    .selectChildren<SVGGElement, (typeof labels)[number]>('g')
    .data(labels, label => edgeKey(label.placed))
    .join(enter => {
      const group = enter.append('g').attr('class', 'jp-TfxGraph-label');
      group.append('rect').attr('rx', 3).attr('height', LABEL_HEIGHT);
      group.append('text').attr('y', 11.5);
      return group;
    });
  groups.attr('transform', label => {
    const middle = edgeMiddle(label.placed);
    const x = middle.x - boxWidth(label.text) / 2;
    return `translate(${Math.round(x)},${Math.round(middle.y - LABEL_HEIGHT / 2)})`;
  });
  groups.select('rect').attr('width', label => boxWidth(label.text));
  groups
    .select('text')
    .attr('x', label => boxWidth(label.text) / 2)
    .text(label => label.text);
}

function boxWidth(text: string): number {
  return Math.round(textWidth(text, CARD.small)) + 12;
}
