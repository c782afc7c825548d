/** Staleness, case by case, over a kernel in memory. */
import { FakeNotebook } from './fake-notebook';

const CELLS = {
  imports:
    'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
  constants: 'EPOCHS = 3\nUNUSED = 1',
  gen: "gen = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen)",
  stats: "stats = tfx.components.StatisticsGen(examples=gen.outputs['out'])",
  'run-stats': 'context.run(stats)',
  module: '%%writefile m.py\nRATE = 1',
  trainer:
    "trainer = tfx.components.Trainer(module_file='m.py', examples=gen.outputs['out'], epochs=EPOCHS)\ncontext.run(trainer)",
  pusher: "pusher = tfx.components.Pusher(model=trainer.outputs['out'])\ncontext.run(pusher)"
};
const ALL_DONE = { CsvExampleGen: 'done', StatisticsGen: 'done', Trainer: 'done', Pusher: 'done' };

function ranNotebook(): FakeNotebook {
  const notebook = new FakeNotebook(CELLS);
  notebook.kernel.disk.set('/w/data', 'rows');
  expect(notebook.runAll()).toBe(true);
  expect(notebook.states()).toEqual(ALL_DONE);
  return notebook;
}

describe('a pipeline that ran', () => {
  it('is not run before', () => {
    expect(new Set(Object.values(new FakeNotebook(CELLS).states()))).toEqual(new Set(['not-run']));
  });

  it('is stale where code was edited, and up to date again where that is undone', () => {
    const notebook = ranNotebook();
    notebook.edit('constants', 'EPOCHS = 4\nUNUSED = 1');
    expect(notebook.states()).toEqual({ ...ALL_DONE, Trainer: 'stale', Pusher: 'stale' });
    expect(notebook.causes('Trainer')).toEqual(['code-edited EPOCHS']);
    expect(notebook.causes('Pusher')).toEqual(['upstream-stale Trainer']);
    expect(notebook.node('Trainer').causes[0].cellId).toBe('constants');
    notebook.edit('constants', CELLS.constants);
    expect(notebook.states()).toEqual(ALL_DONE);
  });

  it.each([
    ['a comment', 'constants', '# how often\nEPOCHS = 3  # times\nUNUSED = 1'],
    ['layout', 'constants', '\n\nEPOCHS   =   3\n\nUNUSED = 1\n'],
    ['what nobody uses', 'constants', 'EPOCHS = 3\nUNUSED = 2'],
    ['a new statement', 'constants', 'NEW = 1\nEPOCHS = 3\nUNUSED = 1'],
    ['a run call that is gone', 'run-stats', ''],
    ['a run call that is doubled', 'run-stats', 'context.run(stats)\ncontext.run(stats)']
  ])('is not stale for %s', (_, cell, source) => {
    const notebook = ranNotebook();
    notebook.edit(cell, source);
    expect(notebook.states()).toEqual(ALL_DONE);
  });

  it('is not stale for code that is half typed, and is for what was typed', () => {
    const notebook = ranNotebook();
    notebook.edit('constants', 'EPOCHS = (');
    expect(notebook.states()).toEqual(ALL_DONE);
    expect(notebook.model.pipeline.problems).toMatchObject([{ cellId: 'constants', line: 1 }]);
    notebook.edit('constants', 'EPOCHS = (5)');
    expect(notebook.states().Trainer).toBe('stale');
  });

  it('is stale behind a producer that made other artifacts', () => {
    const notebook = ranNotebook();
    notebook.kernel.disk.set('/w/data', 'more rows');
    notebook.run('gen');
    expect(notebook.states()).toEqual({
      CsvExampleGen: 'done',
      StatisticsGen: 'stale',
      Trainer: 'stale',
      Pusher: 'stale'
    });
    expect(notebook.causes('StatisticsGen')).toEqual(['upstream-reran CsvExampleGen']);
  });

  it('is not stale behind a producer that was answered from the cache', () => {
    const notebook = ranNotebook();
    notebook.run('gen');
    expect(notebook.states()).toEqual({ ...ALL_DONE, CsvExampleGen: 'cached' });
  });

  it('is stale where its data changed, once that was seen', () => {
    const notebook = ranNotebook();
    notebook.kernel.disk.set('/w/data', 'more rows');
    notebook.kernel.checkFiles();
    expect(notebook.causes('CsvExampleGen')).toEqual(['data-changed /w/data']);
    notebook.kernel.disk.set('/w/data', 'rows');
    notebook.kernel.checkFiles();
    expect(notebook.states()).toEqual(ALL_DONE);
  });

  it('is stale where its module file changed: in its cell, then on the disk', () => {
    const notebook = ranNotebook();
    notebook.edit('module', '%%writefile m.py\nRATE = 2');
    expect(notebook.causes('Trainer')).toEqual(['module-changed m.py']);
    expect(notebook.node('Trainer').causes[0].cellId).toBe('module');
    notebook.run('module');
    expect(notebook.node('Trainer').causes).toHaveLength(1);
    expect(notebook.node('Trainer').causes[0]).toMatchObject({
      kind: 'module-changed',
      cellId: 'module'
    });
    notebook.run('trainer');
    expect(notebook.states()).toEqual({ ...ALL_DONE, Pusher: 'stale' });
    expect(notebook.causes('Pusher')).toEqual(['upstream-reran Trainer']);
  });

  it('is stale where an object that had run answered with its old module', () => {
    const notebook = ranNotebook();
    notebook.edit('module', '%%writefile m.py\nRATE = 2');
    notebook.run('module');
    notebook.edit('pusher', 'context.run(trainer)');
    notebook.run('pusher');
    expect(notebook.causes('Trainer')[0]).toBe('old-code /w/m.py');
  });

  it('stays as it is where cells are put in another order', () => {
    const notebook = ranNotebook();
    notebook.move('constants', 0);
    notebook.move('module', 1);
    expect(notebook.states()).toEqual(ALL_DONE);
    notebook.move('pusher', 0);
    expect(notebook.states().CsvExampleGen).toBe('done');
  });

  it('is stale where cells ran in another order than they stand in, until they run in theirs', () => {
    const notebook = new FakeNotebook({
      imports: CELLS.imports,
      above: 'EPOCHS = 3',
      below: 'EPOCHS = 5',
      gen: CELLS.gen,
      module: CELLS.module,
      trainer: CELLS.trainer
    });
    notebook.kernel.disk.set('/w/data', 'rows');
    for (const cell of ['imports', 'below', 'above', 'gen', 'module', 'trainer']) {
      expect(notebook.run(cell)).toBe(true);
    }
    expect(notebook.causes('Trainer')).toEqual(['code-edited EPOCHS']);
    expect(notebook.node('Trainer').causes[0].cellId).toBe('below');
    expect(notebook.planned({ kind: 'to', node: 'Trainer' })).toEqual(['below', 'trainer']);
    notebook.run('below', 'trainer');
    expect(notebook.states()).toMatchObject({ Trainer: 'done' });
    notebook.run('above');
    expect(notebook.states()).toMatchObject({ Trainer: 'done' });
  });

  it('is not run after a restart of the kernel, and cached after the same run', () => {
    const notebook = ranNotebook();
    notebook.restart();
    expect(new Set(Object.values(notebook.states()))).toEqual(new Set(['not-run']));
    notebook.runAll();
    expect(new Set(Object.values(notebook.states()))).toEqual(new Set(['cached']));
  });

  it('is stale after a restart where the metadata store has its results', () => {
    const notebook = ranNotebook();
    notebook.restart();
    notebook.model.setExecutions([
      {
        id: 1,
        componentId: 'CsvExampleGen',
        type: 'tfx.CsvExampleGen',
        state: 'done',
        runId: 'r',
        startedAt: 1,
        endedAt: 2,
        inputs: {},
        outputs: {},
        execProperties: {},
        error: null,
        pipelineName: 'p'
      }
    ]);
    expect(notebook.causes('CsvExampleGen')).toEqual(['kernel-restarted CsvExampleGen']);
  });

  it('is stale where its input now comes from a component that never ran', () => {
    const notebook = new FakeNotebook({ ...CELLS, import: '', more: '' });
    notebook.kernel.disk.set('/w/data', 'rows');
    notebook.runAll();
    expect(notebook.states().StatisticsGen).toBe('done');
    // As a curated schema takes the place of the one that was made.
    notebook.edit(
      'import',
      "gen = tfx.components.ImportExampleGen(input_base='data')\ncontext.run(gen)"
    );
    notebook.move('import', notebook.cells.findIndex(({ id }) => id === 'gen') + 1);
    expect(notebook.causes('StatisticsGen')).toEqual(['input-changed ImportExampleGen']);
    expect(notebook.planned({ kind: 'to', node: 'StatisticsGen' })).toEqual([
      'import',
      'stats',
      'run-stats'
    ]);
    notebook.carryOut(notebook.plan({ kind: 'to', node: 'StatisticsGen' }));
    expect(notebook.states()).toMatchObject({ ImportExampleGen: 'done', StatisticsGen: 'done' });
  });

  it('fails and says what did not run before it', () => {
    const notebook = new FakeNotebook(CELLS);
    notebook.kernel.disk.set('/w/data', 'rows');
    notebook.edit('gen', "gen = tfx.components.CsvExampleGen(input_base='data')");
    expect(notebook.run('imports', 'gen', 'stats', 'run-stats')).toBe(false);
    expect(notebook.states().StatisticsGen).toBe('failed');
    expect(notebook.node('StatisticsGen').notices).toMatchObject([
      { kind: 'upstream-not-run', what: 'CsvExampleGen' }
    ]);
  });

  it('names what has to run before it, before it runs', () => {
    const notebook = new FakeNotebook(CELLS);
    const named = (id: string): string[] =>
      notebook.node(id).notices.map(notice => `${notice.kind} ${notice.what}`);
    expect(named('CsvExampleGen')).toEqual([]);
    expect(named('Trainer')).toEqual(['upstream-not-run CsvExampleGen']);
    expect(named('Pusher')).toEqual(['upstream-not-run Trainer']);
    notebook.kernel.disk.set('/w/data', 'rows');
    notebook.run('imports', 'constants', 'gen');
    expect(named('Trainer')).toEqual([]);
    notebook.model.setQueue(['trainer']);
    expect(named('Pusher')).toEqual([]);
  });

  it('is queued while its cell waits', () => {
    const notebook = ranNotebook();
    notebook.model.setQueue(['run-stats']);
    expect(notebook.states()).toEqual({ ...ALL_DONE, StatisticsGen: 'queued' });
    notebook.model.setQueue([]);
    expect(notebook.states()).toEqual(ALL_DONE);
  });

  it('keeps its results where another window reads the same kernel', () => {
    const notebook = ranNotebook();
    notebook.model.setKernel(null);
    notebook.model.setKernel(notebook.kernel.snapshot());
    expect(notebook.states()).toEqual(ALL_DONE);
    notebook.edit('constants', 'EPOCHS = 4\nUNUSED = 1');
    expect(notebook.causes('Trainer')).toEqual(['code-edited EPOCHS']);
  });
});
