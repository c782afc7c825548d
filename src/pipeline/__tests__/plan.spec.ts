/** Plans, case by case, over a kernel in memory. */
import { FakeNotebook } from './fake-notebook';

const CELLS = {
  imports:
    'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
  constants: 'EPOCHS = 3',
  gen: "gen = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen)",
  stats: "stats = tfx.components.StatisticsGen(examples=gen.outputs['out'])",
  'run-stats': 'context.run(stats)',
  module: '%%writefile m.py\nRATE = 1',
  trainer:
    "trainer = tfx.components.Trainer(module_file='m.py', examples=gen.outputs['out'], epochs=EPOCHS)\ncontext.run(trainer)",
  other: 'print(1)'
};

function notebook(ran = true): FakeNotebook {
  const made = new FakeNotebook(CELLS);
  made.kernel.disk.set('/w/data', 'rows');
  if (ran) {
    made.runAll();
  }
  return made;
}

describe('a plan', () => {
  it('has the cells that are needed and no other ones, each with its reason', () => {
    const plan = notebook(false).plan({ kind: 'to', node: 'Trainer' });
    expect(plan.steps).toEqual([
      { cellId: 'imports', nodes: [], provides: ['context', 'tfx'], lastDuration: null },
      { cellId: 'constants', nodes: [], provides: ['EPOCHS'], lastDuration: null },
      { cellId: 'gen', nodes: ['CsvExampleGen'], provides: ['gen'], lastDuration: null },
      { cellId: 'module', nodes: [], provides: ['m.py'], lastDuration: null },
      { cellId: 'trainer', nodes: ['Trainer'], provides: [], lastDuration: null }
    ]);
    expect(plan).toMatchObject({ targets: ['Trainer'], problem: null });
  });

  it('binds a name again that another cell has bound since', () => {
    const made = new FakeNotebook({
      imports: CELLS.imports,
      gen: CELLS.gen,
      first: 'EPOCHS = 3',
      module: CELLS.module,
      trainer: CELLS.trainer,
      second: 'EPOCHS = 5',
      other: 'print(EPOCHS)'
    });
    made.kernel.disk.set('/w/data', 'rows');
    made.runAll();
    expect(made.states().Trainer).toBe('done');
    made.edit('trainer', CELLS.trainer.replace('epochs=EPOCHS', 'epochs=EPOCHS, more=1'));
    expect(made.planned({ kind: 'to', node: 'Trainer' })).toEqual(['first', 'trainer']);
  });

  it('steps to the next component in order', () => {
    const made = notebook(false);
    expect(made.planned({ kind: 'step' })).toEqual(['imports', 'gen']);
    made.carryOut(made.plan({ kind: 'step' }));
    expect(made.planned({ kind: 'step' })).toEqual(['stats', 'run-stats']);
  });

  it('steps past a component that its cell left out', () => {
    const made = new FakeNotebook({ ...CELLS, 'run-stats': 'if False:\n    context.run(stats)' });
    made.kernel.disk.set('/w/data', 'rows');
    expect(made.planned({ kind: 'to', node: 'StatisticsGen' })).toContain('run-stats');
    made.runAll();
    expect(made.planned({ kind: 'step' })).toEqual([]);
  });

  it('has nothing to do where all is up to date', () => {
    const made = notebook();
    expect(made.planned({ kind: 'step' })).toEqual([]);
    expect(made.planned({ kind: 'stale' })).toEqual([]);
    expect(made.planned({ kind: 'to', node: 'Trainer' })).toEqual([]);
    expect(made.planned({ kind: 'to', node: 'Gone' })).toEqual([]);
  });

  it('runs a component again and what hangs on it', () => {
    expect(notebook().planned({ kind: 'from', node: 'CsvExampleGen' })).toEqual([
      'gen',
      'stats',
      'run-stats',
      'trainer'
    ]);
    expect(notebook().planned({ kind: 'from', node: 'StatisticsGen' })).toEqual(['run-stats']);
  });

  it('runs the cells whose code was edited', () => {
    const made = notebook();
    made.edit('constants', 'EPOCHS = 4');
    expect(made.planned({ kind: 'stale' })).toEqual(['constants', 'trainer']);
    made.edit('module', '%%writefile m.py\nRATE = 2');
    expect(made.planned({ kind: 'stale' })).toEqual(['constants', 'module', 'trainer']);
  });

  it('declares anew what hangs on an object that is another one', () => {
    const made = notebook();
    made.kernel.disk.set('/w/data', 'more rows');
    made.run('gen');
    expect(made.planned({ kind: 'to', node: 'StatisticsGen' })).toEqual(['stats', 'run-stats']);
    made.carryOut(made.plan({ kind: 'to', node: 'StatisticsGen' }));
    expect(made.states()).toMatchObject({ CsvExampleGen: 'done', StatisticsGen: 'done' });
  });

  it('declares anew where the module file changed outside of the notebook', () => {
    const made = notebook();
    made.kernel.disk.set('/w/m.py', 'RATE = 5');
    made.kernel.checkFiles();
    expect(made.planned({ kind: 'stale' })).toEqual(['trainer']);
    made.carryOut(made.plan({ kind: 'stale' }));
    expect(made.states().Trainer).toBe('done');
    expect(made.kernel.disk.get('/w/m.py')).toBe('RATE = 5');
  });

  it('begins at the start after a restart', () => {
    const made = notebook();
    made.restart();
    expect(made.planned({ kind: 'to', node: 'StatisticsGen' })).toEqual([
      'imports',
      'gen',
      'stats',
      'run-stats'
    ]);
  });

  it('says which components no cell runs, and runs what it can', () => {
    const made = notebook(false);
    made.edit('gen', "gen = tfx.components.CsvExampleGen(input_base='data')");
    const plan = made.plan({ kind: 'to', node: 'StatisticsGen' });
    expect(plan.problem).toBe('cannot run CsvExampleGen');
  });

  it('tells how long a cell took', () => {
    const made = notebook();
    made.model.setDuration('gen', 1234);
    const plan = made.plan({ kind: 'from', node: 'CsvExampleGen' });
    expect(plan.steps.map(step => step.lastDuration)).toEqual([1234, null, 0, 0]);
  });

  it('tells how long components took that ran by hand, or in another kernel', () => {
    const made = notebook(false);
    made.run('imports', 'gen');
    const [run] = made.kernel.runs;
    made.model.setKernel({
      ...made.kernel.snapshot(),
      runs: [{ ...run, startedAt: 1000, endedAt: 3500 }]
    });
    const plan = made.plan({ kind: 'from', node: 'CsvExampleGen' });
    expect(plan.steps.find(step => step.cellId === 'gen')?.lastDuration).toBe(2500);
    expect(plan.steps.filter(step => step.lastDuration !== null)).toHaveLength(1);
  });

  it('runs a cell again that had failed', () => {
    const made = new FakeNotebook(CELLS);
    expect(made.run('imports', 'gen')).toBe(false);
    expect(made.states().CsvExampleGen).toBe('failed');
    made.kernel.disk.set('/w/data', 'rows');
    expect(made.carryOut(made.plan({ kind: 'step' }))).toBe(true);
    expect(made.states().CsvExampleGen).toBe('done');
  });

  it('is ready for a notebook whose cells stand in another order', () => {
    const made = notebook(false);
    made.move('imports', 7);
    made.move('gen', 6);
    expect(made.carryOut(made.plan({ kind: 'to', node: 'Trainer' }))).toBe(true);
    expect(made.states().Trainer).toBe('done');
  });

  describe('while cells wait or run', () => {
    const BEHIND = {
      ...CELLS,
      pusher: "pusher = tfx.components.Pusher(model=trainer.outputs['out'])\ncontext.run(pusher)"
    };
    /** All but the trainer and what is behind it has run. */
    function waiting(...queue: string[]): FakeNotebook {
      const made = new FakeNotebook(BEHIND);
      made.kernel.disk.set('/w/data', 'rows');
      made.run('imports', 'constants', 'gen', 'stats', 'run-stats', 'module');
      made.model.setQueue(queue);
      return made;
    }

    it('leaves out what will have run by then', () => {
      const made = waiting('trainer');
      expect(made.states().Trainer).toBe('queued');
      expect(made.planned({ kind: 'to', node: 'Pusher' })).toEqual(['pusher']);
      expect(made.planned({ kind: 'step' })).toEqual(['pusher']);
      made.model.setQueue([]);
      expect(made.planned({ kind: 'to', node: 'Pusher' })).toEqual(['trainer', 'pusher']);
    });

    it('leaves out cells that wait and run nothing', () => {
      const made = new FakeNotebook(BEHIND);
      made.model.setQueue(['imports', 'constants']);
      expect(made.planned({ kind: 'to', node: 'Trainer' })).toEqual(['gen', 'module', 'trainer']);
    });

    it('has nothing to do for what waits or runs', () => {
      expect(waiting('trainer').planned({ kind: 'to', node: 'Trainer' })).toEqual([]);
    });

    it('runs again what waits where it needs what is to be run', () => {
      const made = waiting('trainer');
      made.edit('constants', 'EPOCHS = 4');
      expect(made.planned({ kind: 'from', node: 'CsvExampleGen' })).toEqual([
        'constants',
        'gen',
        'stats',
        'run-stats',
        'trainer',
        'pusher'
      ]);
    });

    it('makes anew what was made of an object that will be another one', () => {
      const made = new FakeNotebook({ ...BEHIND, pusher: 'MODEL = 1', rest: BEHIND.pusher });
      made.edit('pusher', "pusher = tfx.components.Pusher(model=trainer.outputs['out'])");
      made.edit('rest', 'context.run(pusher)');
      made.kernel.disk.set('/w/data', 'rows');
      made.runAll();
      made.model.setQueue(['trainer']);
      made.edit('pusher', "pusher = tfx.components.Pusher(model=trainer.outputs['out'], n=1)");
      expect(made.planned({ kind: 'to', node: 'Pusher' })).toEqual(['pusher', 'rest']);
    });
  });
});
