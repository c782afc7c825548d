/** What the parser makes of the ways in which people write components down. */
import { GEN, GEN_LINE, outline, parseAfterHead, STATS, STATS_EDGE, STATS_LINE } from './outline';
import type { Row } from './outline';

const ALIASES: Row[] = [
  ['tfx.v1 as it is imported by the tutorials', [GEN], [GEN_LINE]],
  [
    'import tfx.v1 as x',
    ["import tfx.v1 as t\ng = t.components.CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'import tfx',
    ["import tfx\ng = tfx.v1.components.CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'from tfx.components import A',
    ["from tfx.components import CsvExampleGen\ng = CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'from tfx.components import A as B',
    ["from tfx.components import CsvExampleGen as Gen\ng = Gen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'from tfx.v1 import components',
    ["from tfx.v1 import components\ng = components.CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'from tfx.v1 import components as c, proto',
    ["from tfx.v1 import components as c, proto\ng = c.CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'an import in parentheses over lines, with comments',
    [
      "from tfx.components import (\n    CsvExampleGen,  # data\n    StatisticsGen as Stats,\n)\ng = CsvExampleGen('d')\ns = Stats(g.outputs['examples'])"
    ],
    [
      'CsvExampleGen: CsvExampleGen g @c1',
      'StatisticsGen: StatisticsGen s @c1',
      'CsvExampleGen.examples -> StatisticsGen.examples'
    ]
  ],
  [
    'a module that is given another name by assignment',
    ["c = tfx.components\ng = c.CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'a class that is given another name by assignment',
    ["Gen = tfx.components.CsvExampleGen\ng = Gen('d')"],
    ['CsvExampleGen: CsvExampleGen g @c1']
  ],
  [
    'an extension of TFX under its own module',
    [
      "from tfx.extensions.google_cloud_big_query.example_gen.component import BigQueryExampleGen\ng = BigQueryExampleGen(query='SELECT 1')"
    ],
    ['BigQueryExampleGen: BigQueryExampleGen g @c1']
  ],
  ['a class of that name from elsewhere', ["import other\ng = other.CsvExampleGen('d')"], []],
  ['a local class of that name', ["class CsvExampleGen:\n    pass\ng = CsvExampleGen('d')"], []],
  [
    'a protocol message and an artifact type',
    ['a = tfx.proto.TrainArgs(num_steps=1)\nb = tfx.types.standard_artifacts.Model()'],
    []
  ]
];

const CHANNELS: Row[] = [
  ["outputs['x']", [`${GEN}\n${STATS}`], [GEN_LINE, STATS_LINE, STATS_EDGE]],
  [
    'outputs.x',
    [`${GEN}\nstats = tfx.components.StatisticsGen(examples=gen.outputs.examples)`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    "outputs.get('x')",
    [`${GEN}\nstats = tfx.components.StatisticsGen(examples=gen.outputs.get('examples'))`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'a positional channel',
    [`${GEN}\nstats = tfx.components.StatisticsGen(gen.outputs['examples'])`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'a channel that has a name of its own',
    [
      `${GEN}\nexamples = gen.outputs['examples']\nstats = tfx.components.StatisticsGen(examples=examples)`
    ],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'outputs that have a name of their own',
    [`${GEN}\nout = gen.outputs\nstats = tfx.components.StatisticsGen(examples=out['examples'])`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'a key that is a constant',
    [`KEY = 'examples'\n${GEN}\nstats = tfx.components.StatisticsGen(examples=gen.outputs[KEY])`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'a key that is not known',
    [`${GEN}\nstats = tfx.components.StatisticsGen(examples=gen.outputs[key()])`],
    [GEN_LINE, STATS_LINE, 'CsvExampleGen.* -> StatisticsGen.examples']
  ],
  [
    'a component of another cell',
    [GEN, STATS],
    [GEN_LINE, 'StatisticsGen: StatisticsGen stats @c2', STATS_EDGE]
  ],
  [
    'union of channels',
    [
      "a = tfx.components.CsvExampleGen('a').with_id('a')\nb = tfx.components.CsvExampleGen('b').with_id('b')\nstats = tfx.components.StatisticsGen(examples=tfx.dsl.union([a.outputs['examples'], b.outputs['examples']]))"
    ],
    [
      'a: CsvExampleGen a @c1',
      'b: CsvExampleGen b @c1',
      STATS_LINE,
      'a.examples -> StatisticsGen.examples',
      'b.examples -> StatisticsGen.examples'
    ]
  ],
  [
    'union that was imported',
    [
      `${GEN}\nfrom tfx.types.channel import union\nstats = tfx.components.StatisticsGen(examples=union([gen.outputs['examples']]))`
    ],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'a list of channels',
    [`${GEN}\nstats = tfx.components.StatisticsGen(examples=[gen.outputs['examples']])`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'either of two channels',
    [
      `${GEN}\nstats = tfx.components.StatisticsGen(examples=gen.outputs['examples'] if x else None)`
    ],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'a future of a value channel',
    [`${GEN}\npush = tfx.components.Pusher(model=gen.outputs['examples'].future()[0].uri)`],
    [GEN_LINE, 'Pusher: Pusher push @c1', 'CsvExampleGen.examples -> Pusher.model']
  ],
  [
    'arguments from a dictionary',
    [
      `${GEN}\nargs = {'examples': gen.outputs['examples']}\nstats = tfx.components.StatisticsGen(**args)`
    ],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'arguments from dict()',
    [
      `${GEN}\nargs = dict(examples=gen.outputs['examples'])\nstats = tfx.components.StatisticsGen(**args)`
    ],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  [
    'two names at once',
    [
      "gen, other = tfx.components.CsvExampleGen('d'), tfx.components.ImportExampleGen('e')\nstats = tfx.components.StatisticsGen(gen.outputs['examples'])"
    ],
    [GEN_LINE, 'ImportExampleGen: ImportExampleGen other @c1', STATS_LINE, STATS_EDGE]
  ],
  [
    'components in a dictionary',
    [
      "steps = {'gen': tfx.components.CsvExampleGen('d')}\nstats = tfx.components.StatisticsGen(steps['gen'].outputs['examples'])"
    ],
    ['CsvExampleGen: CsvExampleGen - @c1', STATS_LINE, STATS_EDGE]
  ],
  [
    'components in a list, by index',
    [
      "steps = [tfx.components.CsvExampleGen('d')]\nstats = tfx.components.StatisticsGen(steps[0].outputs['examples'])\ncontext.run(steps[0])"
    ],
    ['CsvExampleGen: CsvExampleGen - @c1 >c1', STATS_LINE, STATS_EDGE]
  ]
];

const RUNS: Row[] = [
  ['declared and run in two cells', [GEN, 'context.run(gen)'], [`${GEN_LINE} >c2`]],
  [
    'made in place',
    ["context.run(tfx.components.CsvExampleGen('d'))"],
    ['CsvExampleGen: CsvExampleGen - @c1 >c1']
  ],
  [
    'run twice, cache on and off',
    [GEN, 'context.run(gen)', 'context.run(gen, enable_cache=False)', 'context.run(gen, True)'],
    [`${GEN_LINE} >c2 >c3- >c4+`]
  ],
  ['component= by keyword', [GEN, 'context.run(component=gen)'], [`${GEN_LINE} >c2`]],
  ['its result has a name', [GEN, 'result = context.run(gen)'], [`${GEN_LINE} >c2`]],
  ['%time before it', [GEN, '%time context.run(gen)'], [`${GEN_LINE} >c2`]],
  ['%%time above it', [GEN, '%%time\ncontext.run(gen)'], [`${GEN_LINE} >c2`]],
  ['%%capture above it', [GEN, '%%capture out --no-stderr\ncontext.run(gen)'], [`${GEN_LINE} >c2`]],
  [
    'in a try block',
    [GEN, 'try:\n    context.run(gen)\nexcept Exception as e:\n    print(e)'],
    [`${GEN_LINE} >c2`]
  ],
  ['under if', [GEN, 'if RUN:\n    context.run(gen)'], [`${GEN_LINE} >c2`]],
  ['a semicolon', [GEN, 'x = 1; context.run(gen); y = 2'], [`${GEN_LINE} >c2`]],
  [
    'in a loop over components',
    [`${GEN}\n${STATS}`, 'for c in [gen, stats]:\n    context.run(c)'],
    [`${GEN_LINE} >c2`, `${STATS_LINE} >c2`, STATS_EDGE]
  ],
  ['a run of something else', [`${GEN}\nimport subprocess\nsubprocess.run(['ls'])`], [GEN_LINE]],
  ['an argument that is awaited', [GEN, 'await context.run(gen)'], [`${GEN_LINE} >c2`]],
  ['a with block', [GEN, 'with open("log") as f:\n    context.run(gen)'], [`${GEN_LINE} >c2`]]
];

const KINDS: Row[] = [
  [
    'Importer',
    [
      "schema = tfx.dsl.Importer(source_uri='s', artifact_type=tfx.types.standard_artifacts.Schema).with_id('schema_importer')\nv = tfx.components.ExampleValidator(statistics=None, schema=schema.outputs['result'])"
    ],
    [
      'schema_importer: Importer (importer) schema @c1',
      'ExampleValidator: ExampleValidator v @c1',
      'schema_importer.result -> ExampleValidator.schema'
    ]
  ],
  [
    'Resolver',
    [
      "r = tfx.dsl.Resolver(strategy_class=tfx.dsl.experimental.LatestBlessedModelStrategy, model=tfx.dsl.Channel(type=tfx.types.standard_artifacts.Model)).with_id('latest')\ne = tfx.components.Evaluator(baseline_model=r.outputs['model'])"
    ],
    [
      'latest: Resolver (resolver) r @c1',
      'Evaluator: Evaluator e @c1',
      'latest.model -> Evaluator.baseline_model'
    ]
  ],
  [
    'a resolver of the old name, with instance_name',
    [
      "from tfx.dsl.components.common.resolver import Resolver\nr = Resolver(instance_name='latest')"
    ],
    ['Resolver.latest: Resolver (resolver) r @c1']
  ],
  [
    '@component',
    [
      '@tfx.dsl.components.component\ndef Hello(word: tfx.dsl.components.Parameter[str]):\n    print(word)',
      "h = Hello(word='a')\ncontext.run(h)"
    ],
    ['Hello: Hello (function) h @c2 >c2']
  ],
  [
    '@component with arguments, imported',
    [
      'from tfx.dsl.component.experimental.decorators import component\n@component(use_beam=True)\ndef Hello(data):\n    pass',
      `${GEN}\nh = Hello(data=gen.outputs['examples'])`
    ],
    [
      'CsvExampleGen: CsvExampleGen gen @c2',
      'Hello: Hello (function) h @c2',
      'CsvExampleGen.examples -> Hello.data'
    ]
  ],
  [
    'a class of its own on BaseComponent',
    [
      'from tfx.dsl.components.base import base_component\nclass Hello(base_component.BaseComponent):\n    SPEC_CLASS = None',
      'h = Hello()'
    ],
    ['Hello: Hello h @c2']
  ],
  [
    'a subclass of a subclass of a component',
    ['class Mine(tfx.components.Trainer):\n    pass\nclass Ours(Mine):\n    pass\nt = Ours()'],
    ['Ours: Ours t @c1']
  ],
  [
    'a container component',
    [
      "grep = tfx.dsl.experimental.create_container_component(name='Grep', image='i')\ng = grep(pattern='x')"
    ],
    ['Grep: Grep g @c1']
  ],
  [
    'a component of another package, known by its channels',
    [
      `${GEN}\nfrom mine import Cleaner\nc = Cleaner(examples=gen.outputs['examples'])\ncontext.run(c)`
    ],
    [`${GEN_LINE}`, 'Cleaner: Cleaner c @c1 >c1', 'CsvExampleGen.examples -> Cleaner.examples']
  ],
  [
    'a call that only looks at channels',
    [`${GEN}\nprint(gen.outputs['examples'])\nshow(gen.outputs['examples'])`],
    [GEN_LINE]
  ]
];

describe.each([
  ['aliases', ALIASES],
  ['channels', CHANNELS],
  ['runs', RUNS],
  ['kinds', KINDS]
])('%s', (_, rows) => {
  it.each(rows)('%s', (_what, cells, expected) => {
    expect(outline(parseAfterHead(...cells))).toEqual(expected);
  });
});
