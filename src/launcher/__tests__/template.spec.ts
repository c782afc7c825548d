import { nullTranslator } from '@jupyterlab/translation';

import { pipelineNotebook } from '../template';

const trans = nullTranslator.load('jupyterlab-tfx');
const notebook = pipelineNotebook(trans);
const sources = (type: string): string[] =>
  notebook.cells.filter(cell => cell.cell_type === type).map(cell => String(cell.source));

describe('The template of a pipeline notebook', () => {
  it('declares and runs four components, each in one cell', () => {
    const components = sources('code').flatMap(
      source => source.match(/^(\w+) = tfx\.components\.(\w+)\([^]*\ncontext\.run\(\1\)$/) ?? []
    );
    expect(components.filter((_, i) => i % 3 === 2)).toEqual([
      'CsvExampleGen',
      'StatisticsGen',
      'SchemaGen',
      'ExampleValidator'
    ]);
  });

  it('names the magic that writes a module file as it is typed', () => {
    expect(sources('markdown').at(-1)).toContain('`%%writefile my_transform.py`');
  });

  it('has no outputs, and new cell ids in every notebook', () => {
    const ids = [notebook, pipelineNotebook(trans)].flatMap(({ cells }) =>
      cells.map(cell => cell.id)
    );
    expect(new Set(ids).size).toBe(2 * notebook.cells.length);
    expect(notebook.cells.filter(cell => cell.cell_type === 'code')).toEqual(
      sources('code').map(
        () => expect.objectContaining({ outputs: [], execution_count: null }) as object
      )
    );
  });

  it('puts its texts, and not its code, through the translation', () => {
    const shouting = { ...trans, __: (text: string) => text.toUpperCase() };
    const other = pipelineNotebook(shouting).cells;
    notebook.cells.forEach((cell, i) => {
      expect(other[i].source === cell.source).toBe(cell.cell_type === 'code');
    });
  });
});
