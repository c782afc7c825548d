/** What TFX's own components are for: a line each, their guide, and the types of their outputs. */
import type { TranslationBundle } from '@jupyterlab/translation';

/** What is known of a component's class without asking a kernel. */
export interface ICatalogEntry {
  /** One line, translated. */
  readonly purpose: string;
  /** Page of the TFX guide. */
  readonly docsUrl: string;
  /** Artifact type by output key, as in the class's SPEC_CLASS. */
  readonly outputs: Readonly<Record<string, string>>;
}

const GUIDE = 'https://www.tensorflow.org/tfx/guide';

/** Entry by class name; made once per language. */
export function makeCatalog(trans: TranslationBundle): ReadonlyMap<string, ICatalogEntry> {
  const entry = (
    page: string,
    purpose: string,
    outputs: Record<string, string>
  ): ICatalogEntry => ({ purpose, docsUrl: `${GUIDE}/${page}`, outputs });
  const examples = { examples: 'Examples' };
  const exampleGen = (purpose: string): ICatalogEntry => entry('examplegen', purpose, examples);
  return new Map<string, ICatalogEntry>([
    [
      'CsvExampleGen',
      exampleGen(
        trans.__('Reads CSV files and writes them as examples, split into train and eval.')
      )
    ],
    [
      'ImportExampleGen',
      exampleGen(trans.__('Takes TFRecord files of examples in, and splits them.'))
    ],
    [
      'FileBasedExampleGen',
      exampleGen(trans.__('Reads files of any format through an executor of its own.'))
    ],
    [
      'BigQueryExampleGen',
      exampleGen(trans.__('Reads the rows of a BigQuery query and writes them as examples.'))
    ],
    [
      'StatisticsGen',
      entry('statsgen', trans.__('Computes statistics of every feature, per split.'), {
        statistics: 'ExampleStatistics'
      })
    ],
    [
      'SchemaGen',
      entry(
        'schemagen',
        trans.__('Infers a schema from the statistics: types, domains, presence.'),
        {
          schema: 'Schema'
        }
      )
    ],
    [
      'ImportSchemaGen',
      entry('schemagen', trans.__('Takes a curated schema file in.'), { schema: 'Schema' })
    ],
    [
      'ExampleValidator',
      entry(
        'exampleval',
        trans.__('Looks for anomalies: compares the statistics with the schema.'),
        {
          anomalies: 'ExampleAnomalies'
        }
      )
    ],
    [
      'DistributionValidator',
      entry(
        'distributionvalidator',
        trans.__('Compares the distributions of two sets of statistics.'),
        {
          anomalies: 'ExampleAnomalies'
        }
      )
    ],
    [
      'ExampleDiff',
      entry('index', trans.__('Compares two sets of examples row by row.'), {
        example_diff: 'ExamplesDiff'
      })
    ],
    [
      'Transform',
      entry(
        'transform',
        trans.__('Turns raw features into what the model trains on, the same when it serves.'),
        {
          transform_graph: 'TransformGraph',
          transformed_examples: 'Examples',
          updated_analyzer_cache: 'TransformCache',
          pre_transform_schema: 'Schema',
          pre_transform_stats: 'ExampleStatistics',
          post_transform_schema: 'Schema',
          post_transform_stats: 'ExampleStatistics',
          post_transform_anomalies: 'ExampleAnomalies'
        }
      )
    ],
    [
      'Tuner',
      entry('tuner', trans.__('Searches for the best hyperparameters.'), {
        best_hyperparameters: 'HyperParameters',
        tuner_results: 'TunerResults'
      })
    ],
    [
      'Trainer',
      entry('trainer', trans.__('Trains the model.'), { model: 'Model', model_run: 'ModelRun' })
    ],
    [
      'Evaluator',
      entry(
        'evaluator',
        trans.__('Measures the model on slices of the data, and says whether it is good enough.'),
        {
          evaluation: 'ModelEvaluation',
          blessing: 'ModelBlessing'
        }
      )
    ],
    [
      'InfraValidator',
      entry(
        'infra_validator',
        trans.__('Starts the model in a real server, to see that it can be served.'),
        {
          blessing: 'InfraBlessing'
        }
      )
    ],
    [
      'Pusher',
      entry('pusher', trans.__('Puts a blessed model where it is served from.'), {
        pushed_model: 'PushedModel'
      })
    ],
    [
      'BulkInferrer',
      entry('bulkinferrer', trans.__('Predicts for a whole set of examples.'), {
        inference_result: 'InferenceResult',
        output_examples: 'Examples'
      })
    ],
    [
      'Importer',
      entry('index', trans.__('Takes an existing artifact into the pipeline.'), {
        result: 'Artifact'
      })
    ],
    [
      'Resolver',
      entry(
        'index',
        trans.__('Finds artifacts of earlier runs, such as the last blessed model.'),
        {}
      )
    ]
  ]);
}
