/** What the parser makes of cells: names, magics, files, contexts, half-typed code. */
import { cellDependencies, executedFacts, SourceParser } from '..';
import type { ISourceNode } from '../../source-graph';
import { codeCells, outline, parseAfterHead, refs } from './outline';

function statement(source: string) {
  return executedFacts(source).statements[0];
}

describe('names of a statement', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    // source, defines, uses, mutates
    ['a = b', ['a'], ['b'], []],
    ['a, (b, *c) = d', ['a', 'b', 'c'], ['d'], []],
    ['a = b = c', ['a', 'b'], ['c'], []],
    ['a: int = b', ['a'], ['int', 'b'], []],
    ['a += b', ['a'], ['a', 'b'], []],
    ['a.b = c', [], ['a', 'c'], ['a']],
    ["a['k'] = c", [], ['a', 'c'], ['a']],
    ['a.append(b)', [], ['a', 'b'], ['a']],
    ['a.set_value(b)', [], ['a', 'b'], ['a']],
    ['del a[0]', [], ['a'], ['a']],
    ['f(a=b)', [], ['f', 'b'], []],
    ['f(a := b)', ['a'], ['f', 'b'], []],
    ['import a.b.c', ['a'], [], []],
    ['import a.b as c', ['c'], [], []],
    ['from a import b as c, d', ['c', 'd'], [], []],
    ['from a import (\n  b,  # why\n  c,\n)', ['b', 'c'], [], []],
    ['from a import *', [], [], []],
    ['def f(x=a):\n    y = x\n    return y + b', ['f'], ['a', 'b'], []],
    ['def f():\n    global g\n    g = 1', ['f'], [], ['g']],
    ['class A(B):\n    c = d', ['A'], ['B', 'd'], []],
    ['@dec\ndef f(): pass', ['f'], ['dec'], []],
    ['[x for x in a if x > b]', [], ['a', 'b'], []],
    ['lambda x: x + a', [], ['a'], []],
    ['for i in a:\n    b = i', ['i', 'b'], ['a'], []],
    ['with a as b:\n    c = b', ['b', 'c'], ['a'], []],
    ['try:\n    a = 1\nexcept E as e:\n    print(e)', ['a', 'e'], ['E', 'print'], []],
    ["f'{a} {b!r:>{c}}'", [], ['a', 'b', 'c'], []],
    ['match a:\n    case [b, *c]:\n        d = b', ['b', 'c', 'd'], ['a'], []]
  ])('%s', (source, defines, uses, mutates) => {
    const found = statement(source);
    expect([...found.defines].sort()).toEqual([...defines].sort());
    expect([...found.uses].sort()).toEqual([...uses].sort());
    expect([...found.mutates].sort()).toEqual([...mutates].sort());
  });
});

describe('fingerprints', () => {
  it.each([
    ['x = 1', 'x  =  1   # one'],
    ['x = [1, 2]', 'x = [\n    1,\n    2]'],
    ['if a:\n    b()', '# why\nif a:\n\n        b()\n'],
    ['x = 1\ny = 2', 'x = 1; y = 2']
  ])('%j is %j', (a, b) => {
    expect(executedFacts(a).fingerprint).toBe(executedFacts(b).fingerprint);
  });

  it.each([
    ['x = 1', 'x = 2'],
    ["x = 'a b'", "x = 'a  b'"],
    ["x = f'{a} b'", "x = f'{a}  b'"],
    ['if a:\n    b()\nc()', 'if a:\n    b()\n    c()'],
    ['x = 1 # a', 'x = "1 # a"'],
    ['ab', 'a; b'],
    ['%%writefile a.py\nx = 1', '%%writefile a.py\nx = 1 # comment'],
    ['%%writefile a.py\nx = 1', '%%writefile b.py\nx = 1']
  ])('%j is not %j', (a, b) => {
    expect(executedFacts(a).fingerprint).not.toBe(executedFacts(b).fingerprint);
  });
});

describe('magics', () => {
  it.each<[string, readonly string[]]>([
    ['!pip install tfx\nx = 1', ['x']],
    ['!pip install \\\n  tfx \\\n  --quiet\nx = 1', ['x']],
    ['%load_ext tensorboard\n%tensorboard --logdir {d}\nx = 1', ['x']],
    ['files = !ls -l\nx = files', ['files', 'x']],
    ['where = %pwd\nx = 1', ['where', 'x']],
    ['%time x = f()', ['x']],
    ['%timeit -n 10 x = f()', ['x']],
    ['x = %time f()', ['x']],
    ['if a:\n    !ls\n    x = 1', ['x']],
    ['if a:\n    !ls\nx = 1', ['x']],
    ['tfx?\nx = 1', ['x']],
    ['?tfx\nx = 1', ['x']],
    ['tfx.components??\nx = 1', ['x']],
    ['s = """\n%not magic\n!not shell\n"""\nx = 1', ['s', 'x']],
    ['y = (10\n  % 3)\nx = 1', ['y', 'x']],
    ['%%time\nx = 1', ['x']],
    ['%%capture\nx = 1', ['x']],
    ['\n\n%%time\nx = 1', ['x']],
    ['%%bash\nx=1', []],
    ['%%html\n<b>(</b>', []],
    ['%%writefile a.py\ndef f(:', []],
    ['%%javascript\nlet x = {', []],
    ['%%skip_for_export\nx = 1', ['x']],
    ['%matplotlib inline', []]
  ])('%j', (source, defines) => {
    const graph = parseAfterHead(source);
    expect(graph.cells[1].problem).toBeNull();
    expect(graph.cells[1].statements.flatMap(found => found.defines)).toEqual(defines);
  });
});

describe('module files', () => {
  const transform = (argument: string): string =>
    `t = tfx.components.Transform(examples=None, schema=None, ${argument})`;

  it.each<[string, readonly string[], ISourceNode['modules']]>([
    [
      'as text',
      ['%%writefile m.py\nX = 1', transform("module_file='m.py'")],
      [{ argument: 'module_file', path: 'm.py', cellId: 'c1' }]
    ],
    [
      'with a path of its own',
      ["M = 'm.py'", '%%writefile {M}\nX = 1', transform('module_file=M')],
      [{ argument: 'module_file', path: 'm.py', cellId: 'c2' }]
    ],
    [
      'with $name',
      ["M = 'm.py'", '%%writefile $M\nX = 1', transform('module_file=M')],
      [{ argument: 'module_file', path: 'm.py', cellId: 'c2' }]
    ],
    [
      'absolute here, relative there',
      [
        "import os\nM = os.path.abspath('m.py')",
        '%%writefile m.py\nX = 1',
        transform('module_file=M')
      ],
      [{ argument: 'module_file', path: 'm.py', cellId: 'c2' }]
    ],
    [
      'through pathlib',
      [
        "from pathlib import Path\nM = Path('modules') / 'm.py'",
        '%%writefile modules/m.py\nX = 1',
        transform('module_file=str(M)')
      ],
      [{ argument: 'module_file', path: 'modules/m.py', cellId: 'c2' }]
    ],
    [
      'appended to by a second cell: the last writer',
      ['%%writefile m.py\nX = 1', '%%writefile -a m.py\nY = 1', transform("module_file='m.py'")],
      [{ argument: 'module_file', path: 'm.py', cellId: 'c2' }]
    ],
    [
      'that no cell writes',
      [transform("module_file='m.py'")],
      [{ argument: 'module_file', path: 'm.py', cellId: null }]
    ],
    [
      'that is not known',
      [transform('module_file=find()')],
      [{ argument: 'module_file', path: null, cellId: null }]
    ],
    [
      'a function in a module',
      ['%%writefile m.py\ndef f(): pass', transform("preprocessing_fn='m.f'")],
      [{ argument: 'preprocessing_fn', path: 'm.py', cellId: 'c1' }]
    ],
    [
      'another file of nearly that name',
      ['%%writefile xm.py\nX = 1', transform("module_file='m.py'")],
      [{ argument: 'module_file', path: 'm.py', cellId: null }]
    ]
  ])('%s', (_, cells, modules) => {
    expect(parseAfterHead(...cells).nodes[0].modules).toEqual(modules);
  });

  it('are in the slice, with all that wrote them', () => {
    const graph = parseAfterHead(
      '%%writefile m.py\nX = 1',
      '%%writefile -a m.py\nY = 1',
      transform("module_file='m.py'")
    );
    expect(refs(graph.nodes[0].slice)).toEqual(['c0.0', 'c1.0', 'c2.0', 'c3.0']);
    expect(graph.cells.map(cell => cell.writesFile)).toEqual([
      null,
      { path: 'm.py', append: false },
      { path: 'm.py', append: true },
      null
    ]);
  });

  it('that cells import are needed by them', () => {
    const graph = parseAfterHead('%%writefile m.py\nX = 1', 'import m\nprint(m.X)');
    expect(cellDependencies(graph, 'c2')).toEqual([{ cellId: 'c1', names: ['m.py'] }]);
  });
});

describe('contexts', () => {
  const of = (...cells: string[]) =>
    new SourceParser()
      .parse(codeCells(cells))
      .contexts.map(({ variable, pipelineName, pipelineRoot, storePath, cellId }) => ({
        variable,
        pipelineName,
        pipelineRoot,
        storePath,
        cellId
      }));
  const IMPORT =
    'from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext';

  it('tell what they are given', () => {
    expect(
      of(
        `${IMPORT}\nimport os\nROOT = os.path.join('a', 'b')`,
        "one = InteractiveContext()\ntwo = InteractiveContext('n', ROOT)\nthree = InteractiveContext(pipeline_name=f'{ROOT}-x', pipeline_root=make())"
      )
    ).toEqual([
      { variable: 'one', pipelineName: null, pipelineRoot: null, storePath: null, cellId: 'c1' },
      { variable: 'two', pipelineName: 'n', pipelineRoot: 'a/b', storePath: null, cellId: 'c1' },
      {
        variable: 'three',
        pipelineName: 'a/b-x',
        pipelineRoot: null,
        storePath: null,
        cellId: 'c1'
      }
    ]);
  });

  it('tell the path of their store', () => {
    expect(
      of(
        `${IMPORT}\nfrom tfx import v1 as tfx\nc = InteractiveContext(metadata_connection_config=tfx.orchestration.metadata.sqlite_metadata_connection_config('m.db'))`
      )
    ).toMatchObject([{ variable: 'c', storePath: 'm.db' }]);
  });

  it.each([
    ['as', `${IMPORT} as IC\nc = IC()`],
    [
      'by its module',
      'from tfx.orchestration.experimental.interactive import interactive_context\nc = interactive_context.InteractiveContext()'
    ],
    [
      'through tfx.v1',
      'from tfx import v1 as tfx\nc = tfx.orchestration.experimental.InteractiveContext()'
    ],
    ['a subclass', `${IMPORT}\nclass Mine(InteractiveContext):\n    pass\nc = Mine()`],
    [
      'a subclass of a subclass',
      `${IMPORT}\nclass A(InteractiveContext):\n    pass\nclass B(A):\n    pass\nc = B()`
    ]
  ])('are known %s', (_, source) => {
    expect(of(source)).toMatchObject([{ variable: 'c' }]);
  });

  it('each run what they run', () => {
    const graph = parseAfterHead(
      "other = InteractiveContext()\ng = tfx.components.CsvExampleGen('d')\ncontext.run(g)\nother.run(g)"
    );
    expect(graph.nodes[0].runIn.map(run => run.context)).toEqual(['context', 'other']);
  });
});

describe('slices', () => {
  it('hold what a declaration depends on, and nothing of other nodes', () => {
    const graph = parseAfterHead(
      "A = 1\nB = 2\nC = A + 1\nunused = 3\ncfg = {}\ncfg['k'] = C",
      "g = tfx.components.CsvExampleGen('d', x=B)\ncontext.run(g)",
      "def helper():\n    return cfg\ns = tfx.components.StatisticsGen(g.outputs['examples'], y=helper())",
      'context.run(s)'
    );
    expect(graph.nodes.map(node => refs(node.slice))).toEqual([
      ['c0.0', 'c0.1', 'c0.2', 'c1.1', 'c2.0'],
      ['c0.0', 'c0.1', 'c0.2', 'c1.0', 'c1.2', 'c1.4', 'c1.5', 'c3.0', 'c3.1']
    ]);
  });

  it('hold what configures, in place or by a method', () => {
    const graph = parseAfterHead(
      "g = tfx.components.CsvExampleGen('d')",
      "ID = 'x'",
      'g.with_id(ID)',
      'g.platform_config = None'
    );
    expect(refs(graph.nodes[0].slice)).toEqual(['c0.0', 'c1.0', 'c2.0', 'c3.0', 'c4.0']);
  });
});

describe('code that is half typed', () => {
  it.each<[string, { line: number; message: string }]>([
    ['x = (', { line: 1, message: '“(” is not closed.' }],
    ['x = 1\ny = [1,\nz = 2', { line: 2, message: '“[” is not closed.' }],
    ["x = '''a\nb", { line: 1, message: "“'''” is not closed." }],
    ['x = 1\ndef f(:\n  pass', { line: 2, message: '“(” is not closed.' }],
    ['x = 1\ny = = 2', { line: 2, message: 'This line cannot be read as Python.' }],
    ['if a\n  b()', { line: 1, message: 'This line cannot be read as Python.' }]
  ])('%j is named', (source, problem) => {
    const graph = parseAfterHead(source);
    expect(graph.cells[1].problem).toEqual(problem);
  });

  it('leaves other cells as they are, and the whole statements of its own', () => {
    const graph = parseAfterHead(
      "g = tfx.components.CsvExampleGen('d')\ns = tfx.components.StatisticsGen(",
      'context.run(g)'
    );
    expect(outline(graph)).toEqual(['CsvExampleGen: CsvExampleGen g @c1 >c2']);
  });

  it('counts as it last was, however long the person types', () => {
    const parser = new SourceParser();
    const text = "g = tfx.components.CsvExampleGen(input_base='d').with_id('mine')\ncontext.run(g)";
    const head = 'from tfx import v1 as tfx\ncontext = None';
    let last = outline(parser.parse(codeCells([head, text])));
    for (let n = 1; n <= text.length; n++) {
      const graph = parser.parse(codeCells([head, text.slice(0, n)]));
      const now = outline(graph);
      if (graph.cells[1].problem !== null) {
        expect([n, now]).toEqual([n, last]);
      }
      last = now;
    }
    expect(last).toEqual(['mine: CsvExampleGen g @c1 >c1']);
  });

  it('gives the same object for the same cells', () => {
    const parser = new SourceParser();
    const cells = codeCells(['x = 1', 'y = x']);
    expect(parser.parse(codeCells(['x = 1', 'y = x']))).toBe(parser.parse(cells));
  });

  it('forgets a cell that is gone', () => {
    const parser = new SourceParser();
    parser.parse(codeCells(['x = 1', 'y = x']));
    const graph = parser.parse(codeCells(['x = 1']));
    expect(graph.cells.map(cell => cell.id)).toEqual(['c0']);
  });
});

describe('hostile input', () => {
  it.each<[string, string]>([
    ['a huge string', `x = '${'a'.repeat(2_000_000)}'`],
    ['a huge line of operators', `x = ${'1 + '.repeat(20_000)}1`],
    ['deep brackets', `x = ${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['deep calls', `x = ${'f('.repeat(5_000)}${')'.repeat(5_000)}`],
    ['a long chain of members', `x = a${'.b'.repeat(20_000)}`],
    ['a long chain of calls', `x = a${'.b()'.repeat(10_000)}`],
    ['deep blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if a:`).join('\n')],
    ['brackets that do not close', '('.repeat(50_000)],
    ['null bytes', 'x = 1\0\0\ny = 2'],
    ['half of a surrogate pair', "x = '\ud800'\ny = '\udc00'"],
    ['names in many scripts', 'ναι = 1\nдa = ναι\n変数 = дa\n𝐱 = 変数'],
    ['directions and joiners', "x = '\u202e\u200d\u2066'\n\u2028y = 1"],
    ['old line ends', 'x = 1\r\ny = 2\r\nz = 3\r'],
    ['tabs and form feeds', 'if a:\n\tx = 1\n\f\ny = 2'],
    [
      'names of the prototype',
      "__proto__ = 1\nconstructor = {'__proto__': 2}\nx = tfx.components.Trainer(__proto__=1, constructor=2, toString=3)"
    ],
    ['percent signs only', '%'.repeat(1000)],
    ['nothing', ''],
    ['spaces', '   \n\t\n'],
    ['comments only', '# a\n# b']
  ])('%s does no harm', (_, source) => {
    const graph = parseAfterHead(source, "g = tfx.components.CsvExampleGen('d')");
    expect(graph.nodes.map(node => node.id)).toContain('CsvExampleGen');
    expect(() => cellDependencies(graph, 'c1')).not.toThrow();
  });

  it('takes a component whose id is a name of the prototype', () => {
    const graph = parseAfterHead(
      "g = tfx.components.CsvExampleGen('d').with_id('__proto__')\ns = tfx.components.StatisticsGen(__proto__=g.outputs['constructor'])"
    );
    expect(outline(graph)).toEqual([
      '__proto__: CsvExampleGen g @c1',
      'StatisticsGen: StatisticsGen s @c1',
      '__proto__.constructor -> StatisticsGen.__proto__'
    ]);
  });

  it('takes a list that is grown without end', () => {
    const graph = parseAfterHead(
      "a = [tfx.components.CsvExampleGen('d')]\na.append(a)\nfor x in a:\n    a.append(x)\n    context.run(x)\ntfx.components.StatisticsGen(examples=a)"
    );
    expect(graph.nodes.map(node => node.id)).toEqual(['CsvExampleGen', 'StatisticsGen']);
  });

  it('reads an argument once, however deep it stands', () => {
    const deep = `${'C(x='.repeat(40)}g.outputs['e']${").outputs['o']".repeat(40)}`;
    const runs = `${'x.run('.repeat(60)}g${')'.repeat(60)}`;
    const graph = parseAfterHead(`g = tfx.components.CsvExampleGen('d')\n${deep}\n${runs}`);
    expect(graph.nodes).toHaveLength(41);
  });

  it('takes lists that double', () => {
    const lines = Array.from({ length: 60 }, () => 'a = a + a\nb = [b, b]');
    const graph = parseAfterHead(
      `g = tfx.components.CsvExampleGen('d')\na = [g]\nb = [g.outputs['x']]\ns = 'x'\n${lines.join('\n')}\n${'s = s + s\n'.repeat(60)}tfx.components.StatisticsGen(examples=b)`
    );
    expect(graph.nodes.map(node => node.id)).toEqual(['CsvExampleGen', 'StatisticsGen']);
  });
});
