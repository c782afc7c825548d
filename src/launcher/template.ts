/** A new pipeline notebook: what the launcher's card opens. */
import type { ICell, ICodeCell, IMarkdownCell, INotebookContent } from '@jupyterlab/nbformat';
import type { TranslationBundle } from '@jupyterlab/translation';
import { UUID } from '@lumino/coreutils';

/**
 * A notebook that runs as it is, once `DATA` names a folder with CSV files: the data taken in,
 * their statistics, a schema, and what does not fit it.
 *
 * Its texts are in the language of `trans`. Every call gives cells with ids of their own.
 */
export function pipelineNotebook(trans: TranslationBundle): INotebookContent {
  return {
    cells: [
      markdown(
        '# ' + trans.__('TFX pipeline'),
        trans.__(
          'Put the folder of your CSV files into `DATA`, then press **Step** in the TFX panel, or run the cells one after the other. All files of the folder must have the same columns, and a first line with their names.'
        )
      ),
      code(imports),
      code(constants),
      code(context),
      markdown(
        trans.__(
          '**CsvExampleGen** reads the files and splits the rows into *train* and *eval*, two to one.'
        )
      ),
      code(exampleGen),
      markdown(
        trans.__(
          '**StatisticsGen** counts, for every column: values, gaps, ranges, the most frequent words.'
        )
      ),
      code(statisticsGen),
      markdown(
        trans.__(
          '**SchemaGen** infers what the data should be like: types, what may be missing, which words there are.'
        )
      ),
      code(schemaGen),
      markdown(
        trans.__('**ExampleValidator** lists what does not fit the schema, split by split.')
      ),
      code(exampleValidator),
      markdown(
        '## ' + trans.__('How to go on'),
        trans.__('Add a cell for each component, and give it the outputs of those before it:'),
        [
          trans.__(
            '**Transform** makes features: a module file with a function `preprocessing_fn` (a cell that begins with %1 writes one).',
            '`%%writefile my_transform.py`'
          ),
          trans.__('**Trainer** trains a model: a module file with a function `run_fn`.'),
          trans.__(
            '**Evaluator** measures the model on slices of the data, and blesses it if it is good enough.'
          ),
          trans.__('**Pusher** copies a blessed model to where it is served.')
        ]
          .map(item => `- ${item}`)
          .join('\n')
      )
    ],
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' }
    },
    nbformat: 4,
    nbformat_minor: 5
  };
}

const imports = `import os

from tfx import v1 as tfx
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext`;

const constants = `# The folder with the CSV files.
DATA = 'data'

PIPELINE_NAME = 'my-pipeline'
# What the components make, and the metadata store.
PIPELINE_ROOT = os.path.abspath(f'runs/{PIPELINE_NAME}')`;

const context =
  'context = InteractiveContext(pipeline_name=PIPELINE_NAME, pipeline_root=PIPELINE_ROOT)';

const exampleGen = `example_gen = tfx.components.CsvExampleGen(input_base=DATA)
context.run(example_gen)`;

const statisticsGen = `statistics_gen = tfx.components.StatisticsGen(examples=example_gen.outputs['examples'])
context.run(statistics_gen)`;

const schemaGen = `schema_gen = tfx.components.SchemaGen(
    statistics=statistics_gen.outputs['statistics'], infer_feature_shape=True
)
context.run(schema_gen)`;

const exampleValidator = `example_validator = tfx.components.ExampleValidator(
    statistics=statistics_gen.outputs['statistics'], schema=schema_gen.outputs['schema']
)
context.run(example_validator)`;

/** A Markdown cell of some paragraphs. */
function markdown(...paragraphs: readonly string[]): ICell {
  const cell: IMarkdownCell = {
    id: UUID.uuid4(),
    cell_type: 'markdown',
    metadata: {},
    source: paragraphs.join('\n\n')
  };
  return cell;
}

/** A code cell that has not been run. */
function code(source: string): ICell {
  const cell: ICodeCell = {
    id: UUID.uuid4(),
    cell_type: 'code',
    execution_count: null,
    metadata: {},
    outputs: [],
    source
  };
  return cell;
}
