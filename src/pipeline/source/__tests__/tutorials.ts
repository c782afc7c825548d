/** Notebooks in the style of TFX's own tutorials: their code cells, and the graphs that one expects. */

/** A notebook. */
export interface ITutorial {
  readonly name: string;
  readonly cells: readonly string[];
  readonly expected: readonly string[];
}

const INSTALL = 'try:\n  import colab\n  !pip install --upgrade pip\nexcept:\n  pass';
const PIP = '!pip install -U tfx';
const IMPORTS = [
  'import os',
  'import pprint',
  'import tempfile',
  'import urllib',
  '',
  'import absl',
  'import tensorflow as tf',
  'import tensorflow_model_analysis as tfma',
  'tf.get_logger().propagate = False',
  'pp = pprint.PrettyPrinter()',
  '',
  'from tfx import v1 as tfx',
  'from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext',
  '',
  '%load_ext tfx.orchestration.experimental.interactive.notebook_extensions.skip'
].join('\n');

/** The way of "components_keras": one cell per component. */
const COMPONENTS: ITutorial = {
  name: 'components, one by one',
  cells: [
    INSTALL,
    PIP,
    IMPORTS,
    "_tfx_root = tfx.__path__[0]\n_serving_model_dir = os.path.join(tempfile.mkdtemp(), 'serving_model/taxi_simple')\nabsl.logging.set_verbosity(absl.logging.INFO)",
    "_data_root = tempfile.mkdtemp(prefix='tfx-data')\nDATA_PATH = 'https://raw.example.org/data.csv'\n_data_filepath = os.path.join(_data_root, \"data.csv\")\nurllib.request.urlretrieve(DATA_PATH, _data_filepath)",
    '!head {_data_filepath}',
    '# Here, we create an InteractiveContext using default parameters.\ncontext = InteractiveContext()',
    'example_gen = tfx.components.CsvExampleGen(input_base=_data_root)\ncontext.run(example_gen, enable_cache=True)',
    "artifact = example_gen.outputs['examples'].get()[0]\nprint(artifact.split_names, artifact.uri)",
    "train_uri = os.path.join(example_gen.outputs['examples'].get()[0].uri, 'Split-train')\ntfrecord_filenames = [os.path.join(train_uri, name) for name in os.listdir(train_uri)]\ndataset = tf.data.TFRecordDataset(tfrecord_filenames, compression_type=\"GZIP\")\nfor tfrecord in dataset.take(3):\n  serialized_example = tfrecord.numpy()\n  pp.pprint(serialized_example)",
    "statistics_gen = tfx.components.StatisticsGen(\n    examples=example_gen.outputs['examples'])\ncontext.run(statistics_gen, enable_cache=True)",
    "context.show(statistics_gen.outputs['statistics'])",
    "schema_gen = tfx.components.SchemaGen(\n    statistics=statistics_gen.outputs['statistics'],\n    infer_feature_shape=False)\ncontext.run(schema_gen, enable_cache=True)",
    "context.show(schema_gen.outputs['schema'])",
    "example_validator = tfx.components.ExampleValidator(\n    statistics=statistics_gen.outputs['statistics'],\n    schema=schema_gen.outputs['schema'])\ncontext.run(example_validator, enable_cache=True)",
    "_taxi_constants_module_file = 'taxi_constants.py'",
    "%%writefile {_taxi_constants_module_file}\n\nNUMERICAL_FEATURES = ['trip_miles', 'fare', 'trip_seconds']\n",
    "_taxi_transform_module_file = 'taxi_transform.py'",
    '%%writefile {_taxi_transform_module_file}\n\nimport taxi_constants\n\ndef preprocessing_fn(inputs):\n  return inputs\n',
    "transform = tfx.components.Transform(\n    examples=example_gen.outputs['examples'],\n    schema=schema_gen.outputs['schema'],\n    module_file=os.path.abspath(_taxi_transform_module_file))\ncontext.run(transform, enable_cache=True)",
    'transform.outputs',
    "_taxi_trainer_module_file = 'taxi_trainer.py'",
    '%%writefile {_taxi_trainer_module_file}\n\ndef run_fn(fn_args):\n  pass\n',
    "trainer = tfx.components.Trainer(\n    module_file=os.path.abspath(_taxi_trainer_module_file),\n    examples=transform.outputs['transformed_examples'],\n    transform_graph=transform.outputs['transform_graph'],\n    schema=schema_gen.outputs['schema'],\n    train_args=tfx.proto.TrainArgs(num_steps=10000),\n    eval_args=tfx.proto.EvalArgs(num_steps=5000))\ncontext.run(trainer, enable_cache=True)",
    "model_run_artifact_dir = trainer.outputs['model_run'].get()[0].uri\n\n%load_ext tensorboard\n%tensorboard --logdir {model_run_artifact_dir}",
    "eval_config = tfma.EvalConfig(\n    model_specs=[tfma.ModelSpec(label_key='tips')],\n    slicing_specs=[tfma.SlicingSpec()])",
    "model_resolver = tfx.dsl.Resolver(\n      strategy_class=tfx.dsl.experimental.LatestBlessedModelStrategy,\n      model=tfx.dsl.Channel(type=tfx.types.standard_artifacts.Model),\n      model_blessing=tfx.dsl.Channel(\n          type=tfx.types.standard_artifacts.ModelBlessing)).with_id(\n              'latest_blessed_model_resolver')\ncontext.run(model_resolver, enable_cache=True)\n\nevaluator = tfx.components.Evaluator(\n    examples=example_gen.outputs['examples'],\n    model=trainer.outputs['model'],\n    baseline_model=model_resolver.outputs['model'],\n    eval_config=eval_config)\ncontext.run(evaluator, enable_cache=True)",
    "context.show(evaluator.outputs['evaluation'])",
    "pusher = tfx.components.Pusher(\n    model=trainer.outputs['model'],\n    model_blessing=evaluator.outputs['blessing'],\n    push_destination=tfx.proto.PushDestination(\n        filesystem=tfx.proto.PushDestination.Filesystem(\n            base_directory=_serving_model_dir)))\ncontext.run(pusher, enable_cache=True)",
    "push_uri = pusher.outputs['pushed_model'].get()[0].uri\nmodel = tf.saved_model.load(push_uri)"
  ],
  expected: [
    'CsvExampleGen: CsvExampleGen example_gen @c7 >c7+',
    'StatisticsGen: StatisticsGen statistics_gen @c10 >c10+',
    'SchemaGen: SchemaGen schema_gen @c12 >c12+',
    'ExampleValidator: ExampleValidator example_validator @c14 >c14+',
    'Transform: Transform transform @c19 >c19+',
    'Trainer: Trainer trainer @c23 >c23+',
    'latest_blessed_model_resolver: Resolver (resolver) model_resolver @c26 >c26+',
    'Evaluator: Evaluator evaluator @c26 >c26+',
    'Pusher: Pusher pusher @c28 >c28+',
    'CsvExampleGen.examples -> StatisticsGen.examples',
    'StatisticsGen.statistics -> SchemaGen.statistics',
    'StatisticsGen.statistics -> ExampleValidator.statistics',
    'SchemaGen.schema -> ExampleValidator.schema',
    'CsvExampleGen.examples -> Transform.examples',
    'SchemaGen.schema -> Transform.schema',
    'Transform.transformed_examples -> Trainer.examples',
    'Transform.transform_graph -> Trainer.transform_graph',
    'SchemaGen.schema -> Trainer.schema',
    'CsvExampleGen.examples -> Evaluator.examples',
    'Trainer.model -> Evaluator.model',
    'latest_blessed_model_resolver.model -> Evaluator.baseline_model',
    'Trainer.model -> Pusher.model',
    'Evaluator.blessing -> Pusher.model_blessing'
  ]
};

/** The way of "penguin_simple": a function that makes the pipeline, run by LocalDagRunner. */
const SIMPLE: ITutorial = {
  name: 'a pipeline made by a function',
  cells: [
    PIP,
    "import tensorflow as tf\nfrom tfx import v1 as tfx\nprint('TFX version: {}'.format(tfx.__version__))",
    "import os\n\nPIPELINE_NAME = \"penguin-simple\"\nPIPELINE_ROOT = os.path.join('pipelines', PIPELINE_NAME)\nMETADATA_PATH = os.path.join('metadata', PIPELINE_NAME, 'metadata.db')\nSERVING_MODEL_DIR = os.path.join('serving_model', PIPELINE_NAME)",
    "_trainer_module_file = 'penguin_trainer.py'",
    '%%writefile {_trainer_module_file}\ndef run_fn(fn_args):\n  pass\n',
    'def _create_pipeline(pipeline_name: str, pipeline_root: str, data_root: str,\n                     module_file: str, serving_model_dir: str,\n                     metadata_path: str) -> tfx.dsl.Pipeline:\n  """Creates a three component penguin pipeline with TFX."""\n  example_gen = tfx.components.CsvExampleGen(input_base=data_root)\n\n  trainer = tfx.components.Trainer(\n      module_file=module_file,\n      examples=example_gen.outputs[\'examples\'],\n      train_args=tfx.proto.TrainArgs(num_steps=100),\n      eval_args=tfx.proto.EvalArgs(num_steps=5))\n\n  pusher = tfx.components.Pusher(model=trainer.outputs[\'model\'])\n\n  components = [\n      example_gen,\n      trainer,\n      pusher,\n  ]\n  return tfx.dsl.Pipeline(\n      pipeline_name=pipeline_name, pipeline_root=pipeline_root, components=components)',
    "tfx.orchestration.LocalDagRunner().run(\n  _create_pipeline(\n      pipeline_name=PIPELINE_NAME,\n      pipeline_root=PIPELINE_ROOT,\n      data_root='data',\n      module_file=_trainer_module_file,\n      serving_model_dir=SERVING_MODEL_DIR,\n      metadata_path=METADATA_PATH))",
    '!find {SERVING_MODEL_DIR}'
  ],
  expected: [
    'CsvExampleGen: CsvExampleGen - @c5 dynamic',
    'Trainer: Trainer - @c5 dynamic',
    'Pusher: Pusher - @c5 dynamic',
    'CsvExampleGen.examples -> Trainer.examples',
    'Trainer.model -> Pusher.model'
  ]
};

/** The way of "python_function_component": decorated functions. */
const FUNCTIONS: ITutorial = {
  name: 'components that are functions',
  cells: [
    PIP,
    'import os, json\nfrom tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\nfrom tfx.dsl.component.experimental.annotations import OutputDict, InputArtifact, OutputArtifact, Parameter\nfrom tfx.dsl.component.experimental.decorators import component\nfrom tfx.types.standard_artifacts import String',
    '%%skip_for_export\ncontext = InteractiveContext(pipeline_name="functions")',
    '%%writefile my_generator.py\n\nfrom tfx.dsl.component.experimental.decorators import component\n\n@component\ndef MyGenerator(data, length: int = 1):\n  pass\n',
    '%%writefile my_consumer.py\n\n@component\ndef MyConsumer(data):\n  pass\n',
    'from my_generator import MyGenerator\nfrom my_consumer import MyConsumer',
    '@component\ndef Count(data: InputArtifact[String], least: Parameter[int] = 1) -> OutputDict(count=int):\n  return {"count": 3}',
    "importer = tfx.dsl.Importer(\n    source_uri='data', artifact_type=String, reimport=True).with_id('words')\ncontext.run(importer)",
    "count = Count(data=importer.outputs['result'], least=2)\ncontext.run(count)",
    "my_consumer = MyConsumer(data=count.outputs['count'])\ncontext.run(my_consumer)",
    "!cat {my_consumer.outputs['hash'].get()[0].uri}/hash.txt"
  ],
  expected: [
    'words: Importer (importer) importer @c7 >c7',
    'Count: Count (function) count @c8 >c8',
    'MyConsumer: MyConsumer my_consumer @c9 >c9',
    'words.result -> Count.data',
    'Count.count -> MyConsumer.data'
  ]
};

/** The way of "recommenders" and of teams: two contexts, a subclass, helpers. */
const CONTEXTS: ITutorial = {
  name: 'two contexts, one of its own class',
  cells: [
    'import pathlib\nimport tfx.v1 as tfx\nfrom tfx.orchestration.experimental.interactive import interactive_context as ic',
    'class Quiet(ic.InteractiveContext):\n    def run(self, component, **kwargs):\n        return super().run(component, **kwargs)',
    "ROOT = pathlib.Path('runs')\nday = Quiet(pipeline_name='day', pipeline_root=str(ROOT / 'day'))\nnight = ic.InteractiveContext('night', str(ROOT / 'night'))",
    "movies = tfx.components.CsvExampleGen(input_base='movies').with_id('movies')\nratings = tfx.components.CsvExampleGen(input_base='ratings').with_id('ratings')",
    'for context in (day, night):\n    for gen in [movies, ratings]:\n        context.run(gen)',
    "stats = {name: None for name in ('a', 'b')}\nstats['a'] = tfx.components.StatisticsGen(examples=movies.outputs.examples)\nboth = tfx.components.StatisticsGen(\n    examples=tfx.dsl.union([movies.outputs['examples'], ratings.outputs['examples']])\n).with_id('both')\nboth.add_upstream_node(ratings)",
    'night.run(both, enable_cache=False)'
  ],
  expected: [
    'movies: CsvExampleGen movies @c3 >c4 >c4',
    'ratings: CsvExampleGen ratings @c3 >c4 >c4',
    'StatisticsGen: StatisticsGen - @c5',
    'both: StatisticsGen both @c5 ~c5 >c6-',
    'movies.examples -> StatisticsGen.examples',
    'movies.examples -> both.examples',
    'ratings.examples -> both.examples',
    'ratings => both'
  ]
};

/** Conditions, and one component per region. */
const CONDITIONS: ITutorial = {
  name: 'conditions and loops',
  cells: [
    'from tfx import v1 as tfx\nfrom tfx.dsl.experimental.conditionals import conditional\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
    "gen = tfx.components.ImportExampleGen(input_base='data')\ntrainer = tfx.components.Trainer(module_file='trainer.py', examples=gen.outputs['examples'])\nevaluator = tfx.components.Evaluator(examples=gen.outputs['examples'], model=trainer.outputs['model'])",
    "with conditional.Cond(evaluator.outputs['blessing'].future()[0].custom_property('blessed') == 1):\n    pusher = tfx.components.Pusher(model=trainer.outputs['model'])",
    "REGIONS = ['eu', 'us']\ninferrers = []\nfor region in REGIONS:\n    inferrers.append(\n        tfx.components.BulkInferrer(examples=gen.outputs['examples'], model=trainer.outputs['model']).with_id(f'infer_{region}')\n    )",
    'for step in [gen, trainer, evaluator, pusher, *inferrers]:\n    context.run(step)'
  ],
  expected: [
    'ImportExampleGen: ImportExampleGen gen @c1 >c4',
    'Trainer: Trainer trainer @c1 >c4',
    'Evaluator: Evaluator evaluator @c1 >c4',
    "Pusher: Pusher pusher @c2 >c4 if evaluator.outputs['blessing'].future()[0].custom_property('blessed') == 1",
    'BulkInferrer: BulkInferrer - @c3 >c4 dynamic',
    'ImportExampleGen.examples -> Trainer.examples',
    'ImportExampleGen.examples -> Evaluator.examples',
    'Trainer.model -> Evaluator.model',
    'Trainer.model -> Pusher.model',
    'Evaluator => Pusher',
    'ImportExampleGen.examples -> BulkInferrer.examples',
    'Trainer.model -> BulkInferrer.model'
  ]
};

/** The way of a notebook that grew: names bound again, imports late, cells half done. */
const GROWN: ITutorial = {
  name: 'a notebook that grew',
  cells: [
    'context.run(example_gen)',
    'from tfx.components import (\n    CsvExampleGen,  # was: ImportExampleGen\n    SchemaGen,\n    StatisticsGen,\n)\nfrom tfx.components import Trainer as T\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
    "example_gen = CsvExampleGen('first')",
    "example_gen = CsvExampleGen('second').with_id('second')\ncontext.run(example_gen)",
    "args = dict(examples=example_gen.outputs['examples'])\nstats = StatisticsGen(**args)\n%time context.run(stats)",
    'try:\n    schema = SchemaGen(stats.outputs["statistics"], infer_feature_shape=True)\n    context.run(schema)\nexcept ValueError as error:\n    print(error)',
    "trainer = T(examples=example_gen.outputs['examples'], schema=schema.outputs['schema'], module_file='m.py')\ntrainer = trainer.with_id('t')",
    'context.run(trainer',
    '%%bash\nls (',
    '# context.run(trainer)'
  ],
  expected: [
    'CsvExampleGen: CsvExampleGen example_gen @c2 >c0',
    'second: CsvExampleGen example_gen @c3 >c3',
    'StatisticsGen: StatisticsGen stats @c4 >c4',
    'SchemaGen: SchemaGen schema @c5 >c5',
    't: Trainer trainer @c6 ~c6',
    'second.examples -> StatisticsGen.examples',
    'StatisticsGen.statistics -> SchemaGen.statistics',
    'second.examples -> t.examples',
    'SchemaGen.schema -> t.schema'
  ]
};

/** All of them. */
export const TUTORIALS: readonly ITutorial[] = [
  COMPONENTS,
  SIMPLE,
  FUNCTIONS,
  CONTEXTS,
  CONDITIONS,
  GROWN
];
