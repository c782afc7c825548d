/** What the parser makes of configuration, of names that are bound again, and of what runs many times. */
import { GEN, GEN_LINE, outline, parseAfterHead, STATS, STATS_EDGE, STATS_LINE } from './outline';
import type { Row } from './outline';

const CONFIGURED: Row[] = [
  ['with_id', [`${GEN}.with_id('mine')`], ['mine: CsvExampleGen gen @c1']],
  [
    'with_id from a constant',
    [`NAME = 'mine'\n${GEN}.with_id(f'{NAME}_1')`],
    ['mine_1: CsvExampleGen gen @c1']
  ],
  ['with_id in a later cell', [GEN, "gen.with_id('mine')"], ['mine: CsvExampleGen gen @c1 ~c2']],
  [
    'with_id that assigns again',
    [GEN, "gen = gen.with_id('mine')"],
    ['mine: CsvExampleGen gen @c1 ~c2']
  ],
  [
    'two of one class',
    [GEN, "other = tfx.components.CsvExampleGen('e')"],
    [GEN_LINE, 'CsvExampleGen:other: CsvExampleGen other @c2']
  ],
  [
    'add_upstream_node',
    [`${GEN}\nimp = tfx.components.ImportExampleGen('e')`, 'imp.add_upstream_node(gen)'],
    [
      GEN_LINE,
      'ImportExampleGen: ImportExampleGen imp @c1 ~c2',
      'CsvExampleGen => ImportExampleGen'
    ]
  ],
  [
    'add_upstream_nodes',
    [`${GEN}\nimp = tfx.components.ImportExampleGen('e')`, 'imp.add_upstream_nodes([gen])'],
    [
      GEN_LINE,
      'ImportExampleGen: ImportExampleGen imp @c1 ~c2',
      'CsvExampleGen => ImportExampleGen'
    ]
  ],
  [
    'add_downstream_node',
    [`${GEN}\nimp = tfx.components.ImportExampleGen('e')`, 'gen.add_downstream_node(imp)'],
    [
      `${GEN_LINE} ~c2`,
      'ImportExampleGen: ImportExampleGen imp @c1',
      'CsvExampleGen => ImportExampleGen'
    ]
  ],
  ['an attribute that is set', [GEN, 'gen.platform_config = None'], [`${GEN_LINE} ~c2`]],
  ['with_platform_config', [GEN, 'gen.with_platform_config(None)'], [`${GEN_LINE} ~c2`]],
  [
    'Cond',
    [
      `${GEN}\n${STATS}\nwith tfx.dsl.Cond(stats.outputs['statistics'].future()[0].value > 1):\n    push = tfx.components.Pusher(model=gen.outputs['examples'])`
    ],
    [
      GEN_LINE,
      STATS_LINE,
      "Pusher: Pusher push @c1 if stats.outputs['statistics'].future()[0].value > 1",
      STATS_EDGE,
      'CsvExampleGen.examples -> Pusher.model',
      'StatisticsGen => Pusher'
    ]
  ],
  [
    'Cond that was imported, and what comes after it',
    [
      `from tfx.dsl.experimental.conditionals.conditional import Cond\n${GEN}\nwith Cond(gen.outputs['examples'].future().exists()) as c:\n    a = tfx.components.ImportExampleGen('e')\nb = tfx.components.SchemaGen()`
    ],
    [
      GEN_LINE,
      "ImportExampleGen: ImportExampleGen a @c1 if gen.outputs['examples'].future().exists()",
      'SchemaGen: SchemaGen b @c1',
      'CsvExampleGen => ImportExampleGen'
    ]
  ]
];

const REBOUND: Row[] = [
  [
    'a variable that is made again: the consumer takes the latest before it',
    [GEN, "gen = tfx.components.ImportExampleGen('e')", STATS],
    [
      GEN_LINE,
      'ImportExampleGen: ImportExampleGen gen @c2',
      'StatisticsGen: StatisticsGen stats @c3',
      'ImportExampleGen.examples -> StatisticsGen.examples'
    ]
  ],
  [
    'one declaration on either branch',
    [
      "if big:\n    gen = tfx.components.CsvExampleGen('d')\nelse:\n    gen = tfx.components.CsvExampleGen('e')\ncontext.run(gen)"
    ],
    ['CsvExampleGen: CsvExampleGen gen @c1', 'CsvExampleGen:gen: CsvExampleGen gen @c1 >c1']
  ],
  [
    'a second name',
    [`${GEN}\nsame = gen\nstats = tfx.components.StatisticsGen(same.outputs['examples'])`],
    [GEN_LINE, STATS_LINE, STATS_EDGE]
  ],
  ['two targets', ["gen = same = tfx.components.CsvExampleGen('d')"], [GEN_LINE]],
  [
    'a list that grows',
    [
      `${GEN}\nsteps = []\nsteps.append(gen)\nsteps += [tfx.components.SchemaGen()]`,
      'for s in steps: context.run(s)'
    ],
    [`${GEN_LINE} >c2`, 'SchemaGen: SchemaGen - @c1 >c2']
  ],
  [
    'a loop over values in a dictionary',
    [`${GEN}\nsteps = {'a': gen}`, 'for name, s in steps.items():\n    context.run(s)'],
    [`${GEN_LINE} >c2`]
  ],
  ['a type annotation', ["gen: object = tfx.components.CsvExampleGen('d')"], [GEN_LINE]],
  ['a walrus', ["context.run(gen := tfx.components.CsvExampleGen('d'))"], [`${GEN_LINE} >c1`]]
];

const DYNAMIC: Row[] = [
  [
    'in a function',
    ["def make():\n    gen = tfx.components.CsvExampleGen('d')\n    return [gen]"],
    ['CsvExampleGen: CsvExampleGen - @c1 dynamic']
  ],
  [
    'in a loop',
    [
      'for name in names:\n    g = tfx.components.CsvExampleGen(name).with_id(name)\n    context.run(g)'
    ],
    ['CsvExampleGen: CsvExampleGen - @c1 >c1 dynamic']
  ],
  [
    'in a while loop',
    ["while more():\n    context.run(tfx.components.CsvExampleGen('d'))"],
    ['CsvExampleGen: CsvExampleGen - @c1 >c1 dynamic']
  ],
  [
    'in a comprehension',
    ['gens = [tfx.components.CsvExampleGen(p) for p in paths]'],
    ['CsvExampleGen: CsvExampleGen - @c1 dynamic']
  ],
  [
    'in a function that makes a whole pipeline, beside the same at the top',
    [
      GEN,
      "def create_pipeline():\n    gen = tfx.components.CsvExampleGen('d')\n    return tfx.dsl.Pipeline(pipeline_name='p', pipeline_root='r', components=[gen])"
    ],
    [GEN_LINE]
  ],
  [
    'in a method of a class',
    ["class Maker:\n    def gen(self):\n        return tfx.components.CsvExampleGen('d')"],
    ['CsvExampleGen: CsvExampleGen - @c1 dynamic']
  ],
  [
    'in a loop over components: one for each',
    [
      "a = tfx.components.CsvExampleGen('a').with_id('a')\nb = tfx.components.CsvExampleGen('b').with_id('b')\nfor i, g in enumerate([a, b]):\n    s = tfx.components.StatisticsGen(g.outputs['examples'])\n    context.run(s)"
    ],
    [
      'a: CsvExampleGen a @c1',
      'b: CsvExampleGen b @c1',
      'StatisticsGen: StatisticsGen - @c1 >c1 dynamic',
      'StatisticsGen:2: StatisticsGen - @c1 >c1 dynamic',
      'a.examples -> StatisticsGen.examples',
      'b.examples -> StatisticsGen:2.examples'
    ]
  ],
  [
    "a function's own names do not leak",
    [`${GEN}\ndef f():\n    gen = None\n`, STATS],
    [GEN_LINE, 'StatisticsGen: StatisticsGen stats @c2', STATS_EDGE]
  ]
];

describe.each([
  ['configuration', CONFIGURED],
  ['names that are bound again', REBOUND],
  ['declarations that run many times, or never', DYNAMIC]
])('%s', (_, rows) => {
  it.each(rows)('%s', (_what, cells, expected) => {
    expect(outline(parseAfterHead(...cells))).toEqual(expected);
  });
});
