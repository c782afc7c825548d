/** Source graphs as lines of text: what tables of expectations compare. */
import { SourceParser } from '..';
import type { INotebookCell, ISourceGraph, ISourceNode, IStatementRef } from '../../source-graph';

/** What every TFX notebook begins with. */
export const HEAD = [
  'from tfx import v1 as tfx',
  'from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext',
  'context = InteractiveContext()'
].join('\n');

/** A source for what follows, its line in {@link outline}, and a consumer with its line and its edge. */
export const GEN = "gen = tfx.components.CsvExampleGen(input_base='d')";
export const GEN_LINE = 'CsvExampleGen: CsvExampleGen gen @c1';
export const STATS = "stats = tfx.components.StatisticsGen(examples=gen.outputs['examples'])";
export const STATS_LINE = 'StatisticsGen: StatisticsGen stats @c1';
export const STATS_EDGE = 'CsvExampleGen.examples -> StatisticsGen.examples';

/** A row of a table: what it is, the cells after {@link HEAD}, the outline. */
export type Row = readonly [what: string, cells: readonly string[], expected: readonly string[]];

/** Code cells c0, c1 … of these texts. */
export function codeCells(sources: readonly string[]): INotebookCell[] {
  return sources.map((source, i) => ({ id: `c${i}`, type: 'code', source }));
}

/** The graph of {@link HEAD} as c0 and of these texts as c1, c2 … */
export function parseAfterHead(...sources: string[]): ISourceGraph {
  return new SourceParser().parse(codeCells([HEAD, ...sources]));
}

/**
 * A line for each node: `id: Type variable @declaring-cell ~configuring-cell >running-cell`, with its kind where it is
 * none of the common ones; then one for each edge: `from.output -> to.input`, or `from => to` for a mere order.
 */
export function outline(graph: ISourceGraph): string[] {
  return [...graph.nodes.map(nodeLine), ...edgeLines(graph)];
}

/** Edges only. */
export function edgeLines(graph: ISourceGraph): string[] {
  return graph.edges.map(({ from, to, output, input }) =>
    input === null ? `${from} => ${to}` : `${from}.${output ?? '*'} -> ${to}.${input}`
  );
}

/** Statements as `cell.statement`. */
export function refs(places: readonly IStatementRef[]): string[] {
  return places.map(place => `${place.cellId}.${place.statement}`);
}

function nodeLine(node: ISourceNode): string {
  return [
    `${node.id}:`,
    node.type,
    ...(node.kind === 'component' ? [] : [`(${node.kind})`]),
    node.variable ?? '-',
    `@${node.definedIn.cellId}`,
    ...node.configuredIn.map(ref => `~${ref.cellId}`),
    ...node.runIn.map(
      run => `>${run.cellId}${run.enableCache === null ? '' : run.enableCache ? '+' : '-'}`
    ),
    ...(node.dynamic ? ['dynamic'] : []),
    ...(node.condition === null ? [] : [`if ${node.condition}`])
  ].join(' ');
}
