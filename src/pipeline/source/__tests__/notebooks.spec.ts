/** Whole notebooks: in the style of TFX's tutorials, and this repository's examples. */
/// <reference types="node" />
import { readFileSync } from 'fs';
import { join } from 'path';

import { cellDependencies, SourceParser } from '..';
import type { INotebookCell, ISourceGraph } from '../../source-graph';
import { codeCells, edgeLines, outline } from './outline';
import { TUTORIALS } from './tutorials';

interface INotebookFile {
  readonly cells: readonly {
    readonly id: string;
    readonly cell_type: INotebookCell['type'];
    readonly source: readonly string[];
  }[];
}

function example(name: string): ISourceGraph {
  const path = join(__dirname, '../../../../examples', name);
  const { cells } = JSON.parse(readFileSync(path, 'utf8')) as INotebookFile;
  return new SourceParser().parse(
    cells.map(cell => ({ id: cell.id, type: cell.cell_type, source: cell.source.join('') }))
  );
}

describe('tutorials', () => {
  it.each(TUTORIALS)('$name', ({ cells, expected }) => {
    expect(outline(new SourceParser().parse(codeCells(cells)))).toEqual(expected);
  });

  it('name the one cell that is broken', () => {
    const broken = TUTORIALS.flatMap(({ name, cells }) =>
      new SourceParser()
        .parse(codeCells(cells))
        .cells.filter(cell => cell.problem !== null)
        .map(cell => [name, cell.id])
    );
    expect(broken).toEqual([['a notebook that grew', 'c7']]);
  });

  it('know the files that cells write, and who needs them', () => {
    const graph = new SourceParser().parse(codeCells(TUTORIALS[0].cells));
    expect(graph.nodes.flatMap(node => node.modules)).toEqual([
      { argument: 'module_file', path: 'taxi_transform.py', cellId: 'c18' },
      { argument: 'module_file', path: 'taxi_trainer.py', cellId: 'c22' }
    ]);
    expect(cellDependencies(graph, 'c23').map(other => other.cellId)).toEqual(
      expect.arrayContaining(['c2', 'c6', 'c12', 'c19', 'c21', 'c22'])
    );
    const functions = new SourceParser().parse(codeCells(TUTORIALS[2].cells));
    expect(cellDependencies(functions, 'c5').map(other => other.cellId)).toEqual(['c3', 'c4']);
  });

  it('know their contexts', () => {
    const graph = new SourceParser().parse(codeCells(TUTORIALS[3].cells));
    expect(graph.contexts).toMatchObject([
      { variable: 'day', pipelineName: 'day', pipelineRoot: 'runs/day' },
      { variable: 'night', pipelineName: 'night', pipelineRoot: 'runs/night' }
    ]);
    expect(graph.nodes[0].runIn.map(run => run.context)).toEqual(['day', 'night']);
  });
});

describe('examples', () => {
  it('penguins', () => {
    const graph = example('penguins.ipynb');
    expect(graph.cells.filter(cell => cell.problem !== null)).toEqual([]);
    expect(graph.nodes.map(node => [node.id, node.definedIn.cellId, node.runIn.length])).toEqual([
      ['CsvExampleGen', 'csv-example-gen', 1],
      ['StatisticsGen', 'statistics-gen', 1],
      ['SchemaGen', 'schema-gen', 1],
      ['ExampleValidator', 'example-validator', 1],
      ['Transform', 'transform', 1],
      ['Trainer', 'trainer', 1],
      ['Evaluator', 'evaluator', 1],
      ['Pusher', 'pusher', 1]
    ]);
    expect(edgeLines(graph)).toEqual([
      'CsvExampleGen.examples -> StatisticsGen.examples',
      'StatisticsGen.statistics -> SchemaGen.statistics',
      'StatisticsGen.statistics -> ExampleValidator.statistics',
      'SchemaGen.schema -> ExampleValidator.schema',
      'CsvExampleGen.examples -> Transform.examples',
      'SchemaGen.schema -> Transform.schema',
      'Transform.transformed_examples -> Trainer.examples',
      'Transform.transform_graph -> Trainer.transform_graph',
      'CsvExampleGen.examples -> Evaluator.examples',
      'Trainer.model -> Evaluator.model',
      'Trainer.model -> Pusher.model',
      'Evaluator.blessing -> Pusher.model_blessing'
    ]);
    expect(graph.contexts).toMatchObject([
      { variable: 'context', pipelineName: 'penguins', pipelineRoot: 'runs/penguins' }
    ]);
    expect(graph.nodes.flatMap(node => node.modules.map(module => module.cellId))).toEqual([
      'transform-module',
      'trainer-module'
    ]);
  });

  it('flights', () => {
    const graph = example('flights.ipynb');
    expect(graph.cells.filter(cell => cell.problem !== null)).toEqual([]);
    expect(graph.nodes.map(node => [node.id, node.kind, node.runIn.length])).toEqual([
      ['CsvExampleGen', 'component', 1],
      ['December', 'component', 1],
      ['StatisticsGen', 'component', 1],
      ['SchemaGen', 'component', 1],
      ['ExampleValidator', 'component', 1],
      ['Transform', 'component', 1],
      ['Tuner', 'component', 1],
      ['Trainer', 'component', 1],
      ['LatestBlessedModel', 'resolver', 1],
      ['Evaluator', 'component', 1],
      ['InfraValidator', 'component', 1],
      ['Pusher', 'component', 1],
      ['BulkInferrer', 'component', 1],
      ['DelayReporter', 'function', 1]
    ]);
    expect(edgeLines(graph)).toEqual(
      expect.arrayContaining([
        'Tuner.best_hyperparameters -> Trainer.hyperparameters',
        'LatestBlessedModel.model -> Evaluator.baseline_model',
        'InfraValidator.blessing -> Pusher.infra_blessing',
        'December.examples -> BulkInferrer.examples',
        'BulkInferrer.inference_result -> DelayReporter.inference_result'
      ])
    );
    expect(graph.nodes.flatMap(node => node.modules.map(module => module.cellId))).toEqual([
      'transform-module',
      'model-module',
      'model-module'
    ]);
  });
});
