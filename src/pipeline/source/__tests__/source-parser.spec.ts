import { cellDependencies, SourceParser } from '..';
import type { INotebookCell, ISourceGraph } from '../../source-graph';

const HEAD =
  'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext';

/** Cells c0, c1 … of these texts. */
function cells(...sources: string[]): INotebookCell[] {
  return sources.map((source, i) => ({ id: `c${i}`, type: 'code', source }));
}

function parse(...sources: string[]): ISourceGraph {
  return new SourceParser().parse(cells(...sources));
}

describe('SourceParser', () => {
  it('reads a small pipeline', () => {
    const graph = parse(
      HEAD,
      "import os\nROOT = os.path.join('runs', 'p')\nMODULE = os.path.join('m', 'trainer.py')",
      "context = InteractiveContext(pipeline_name='p', pipeline_root=ROOT)",
      "gen = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen)",
      "stats = tfx.components.StatisticsGen(examples=gen.outputs['examples'])",
      'context.run(stats, enable_cache=False)',
      '%%writefile {MODULE}\nEPOCHS = 3',
      "EPOCHS = 5\ntrainer = tfx.components.Trainer(module_file=MODULE, examples=gen.outputs.examples, train_args=tfx.proto.TrainArgs(num_steps=EPOCHS)).with_id('t')",
      '%time context.run(trainer)',
      'context.run(trainer)'
    );
    expect(graph.usesTfx).toBe(true);
    expect(graph.contexts).toMatchObject([
      { variable: 'context', pipelineName: 'p', pipelineRoot: 'runs/p' }
    ]);
    expect(graph.nodes.map(node => [node.id, node.type, node.variable])).toEqual([
      ['CsvExampleGen', 'CsvExampleGen', 'gen'],
      ['StatisticsGen', 'StatisticsGen', 'stats'],
      ['t', 'Trainer', 'trainer']
    ]);
    expect(graph.edges).toEqual([
      { from: 'CsvExampleGen', to: 'StatisticsGen', output: 'examples', input: 'examples' },
      { from: 'CsvExampleGen', to: 't', output: 'examples', input: 'examples' }
    ]);
    expect(graph.nodes[1].runIn).toMatchObject([
      { cellId: 'c5', context: 'context', enableCache: false }
    ]);
    expect(graph.nodes[2].modules).toEqual([
      { argument: 'module_file', path: 'm/trainer.py', cellId: 'c6' }
    ]);
    expect(graph.nodes[2].slice.map(ref => `${ref.cellId}.${ref.statement}`)).toEqual([
      'c0.0',
      'c0.1',
      'c1.0',
      'c1.1',
      'c1.2',
      'c2.0',
      'c6.0',
      'c7.0',
      'c7.1'
    ]);
    expect(graph.cells.every(cell => cell.problem === null)).toBe(true);
    expect(cellDependencies(graph, 'c7')).toEqual([
      { cellId: 'c0', names: ['tfx'] },
      { cellId: 'c1', names: ['MODULE'] },
      { cellId: 'c3', names: ['gen'] },
      { cellId: 'c6', names: ['m/trainer.py'] }
    ]);
  });

  it('keeps what a half-typed cell last was', () => {
    const parser = new SourceParser();
    const sources = [HEAD, "gen = tfx.components.CsvExampleGen('data')"];
    const before = parser.parse(cells(...sources));
    const graph = parser.parse(cells(HEAD, "gen = tfx.components.CsvExampleGen('data'"));
    expect(graph.nodes).toEqual(before.nodes);
    expect(graph.cells[1].problem).toEqual({ line: 1, message: '“(” is not closed.' });
  });

  it('does not count comments and layout', () => {
    const a = parse(HEAD, "gen = tfx.components.CsvExampleGen(input_base='data')");
    const b = parse(
      HEAD,
      "# what for\n\ngen = tfx.components.CsvExampleGen(\n    input_base='data'  # here\n)\n"
    );
    expect(b.cells[1].fingerprint).toBe(a.cells[1].fingerprint);
  });
});
