/** What the graph draws of a pipeline. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { CARD, type IDagEdgeView, type IDagNodeView, type IDagView } from '../charts/dag-draw';
import type { IDagInput } from '../charts/dag-layout';
import { textWidth } from '../charts/dag-text';
import type { IPipeline, IPipelineNode } from '../pipeline/pipeline';
import { inputWords } from '../states/input-words';
import { statePaths } from '../states/state-icons';

/** Least and most width of a card, in pixels. */
const NARROWEST = 104;
const WIDEST = 188;

/** What of the view is not in the pipeline. */
export interface IViewContext {
  readonly trans: TranslationBundle;
  readonly selected: string | null;
  readonly atCursor: readonly string[];
  /** State and causes, in words. */
  readonly stateWords: (node: IPipelineNode) => string;
}

/** Cards and lines of a pipeline. */
export function graphView(pipeline: IPipeline, context: IViewContext): IDagView {
  const atCursor = new Set(context.atCursor);
  const inputs = inputWords(pipeline, context.trans);
  return {
    nodes: pipeline.nodes.map(node =>
      nodeView(node, context, atCursor.has(node.id), inputs.get(node.id) ?? '')
    ),
    edges: edgeViews(pipeline)
  };
}

/** Cards with their sizes: all of one width, that of the longest name within bounds. */
export function layoutInput(pipeline: IPipeline): IDagInput {
  const room = CARD.text + CARD.right;
  const width = pipeline.nodes.reduce((widest, node) => {
    const text = Math.max(textWidth(node.id, CARD.font), textWidth(secondLine(node), CARD.small));
    return Math.max(widest, Math.min(WIDEST, Math.ceil((room + text) / 2) * 2));
  }, NARROWEST);
  return {
    nodes: pipeline.nodes.map(node => ({ id: node.id, width, height: CARD.height })),
    edges: pipeline.edges
  };
}

/** Changes exactly where the layout may: ids, texts, edges. */
export function structureOf(pipeline: IPipeline): string {
  return JSON.stringify([
    pipeline.nodes.map(node => [node.id, secondLine(node)]),
    pipeline.edges.map(edge => [edge.from, edge.to, edge.output, edge.input])
  ]);
}

function nodeView(
  node: IPipelineNode,
  context: IViewContext,
  atCursor: boolean,
  description: string
): IDagNodeView {
  const { trans } = context;
  const words = context.stateWords(node);
  const type = secondLine(node);
  return {
    id: node.id,
    name: node.id,
    type,
    state: node.state,
    icon: statePaths[node.state],
    label: type
      ? trans.__('%1, %2, %3', node.id, node.type, words)
      : trans.__('%1, %2', node.id, words),
    description,
    title: type ? `${node.id}\n${node.type}\n${words}` : `${node.id}\n${words}`,
    progress: node.state === 'running' ? share(node) : null,
    selected: node.id === context.selected,
    atCursor,
    uncertain: node.dynamic
  };
}

/** The type, where the id does not say it. */
function secondLine(node: IPipelineNode): string {
  return node.type === node.id ? '' : node.type;
}

/** Share that is done; NaN where nobody knows. */
function share({ progress }: IPipelineNode): number {
  return progress?.total && progress.done !== null ? progress.done / progress.total : NaN;
}

/** One line for all edges between two nodes, with the names of their channels. */
function edgeViews(pipeline: IPipeline): IDagEdgeView[] {
  const lines = new Map<string, { from: string; to: string; names: string[]; titles: string[] }>();
  for (const { from, to, output, input } of pipeline.edges) {
    const key = JSON.stringify([from, to]);
    const line = lines.get(key) ?? { from, to, names: [], titles: [] };
    lines.set(key, line);
    const name = output ?? input;
    if (name !== null && !line.names.includes(name)) {
      line.names.push(name);
    }
    const ends = [from, to].map((id, i) => {
      const channel = i === 0 ? output : input;
      return channel === null ? id : `${id}.${channel}`;
    });
    line.titles.push(ends.join(' → '));
  }
  return [...lines.values()].map(({ titles, ...line }) => ({
    ...line,
    title: [...new Set(titles)].join('\n')
  }));
}
