/** Plans with a cell of their own, over a kernel in memory. */
import { nullTranslator } from '@jupyterlab/translation';

import { FakeNotebook } from '../../pipeline/__tests__/fake-notebook';
import type { IPlan } from '../../pipeline/pipeline';
import { planUseOf, planWithoutCache } from '../cell-plans';

const trans = nullTranslator.load('jupyterlab_tfx');
const CELLS = {
  imports:
    'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
  gen: "gen = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen)",
  stats: "stats = tfx.components.StatisticsGen(examples=gen.outputs['out'])",
  'run-stats': 'context.run(stats)',
  nameless: "context.run(tfx.components.SchemaGen(statistics=stats.outputs['out']))"
};

function notebook(): FakeNotebook {
  const made = new FakeNotebook(CELLS);
  made.kernel.disk.set('/w/data', 'rows');
  return made;
}

/** Cells of a plan; a new one by its text. */
const cells = ({ steps }: IPlan): string[] =>
  steps.map(step => step.newCell?.source ?? step.cellId);

describe('running without the cache', () => {
  it('is a new cell below the one that runs it, and that alone where it is up to date', () => {
    const made = notebook();
    made.run('imports', 'gen', 'stats', 'run-stats');
    const plan = planWithoutCache(made.model, 'StatisticsGen', trans);
    expect(plan.targets).toEqual(['StatisticsGen']);
    expect(plan.steps).toEqual([
      {
        cellId: '',
        newCell: { below: 'run-stats', source: 'context.run(stats, enable_cache=False)' },
        nodes: ['StatisticsGen'],
        provides: [],
        lastDuration: null
      }
    ]);
  });

  it('puts nothing in before it is accepted', () => {
    const made = notebook();
    planWithoutCache(made.model, 'StatisticsGen', trans);
    expect(made.cells.map(cell => cell.id)).toEqual(Object.keys(CELLS));
  });

  it('does not run it twice where a cell of its own would', () => {
    expect(cells(planWithoutCache(notebook().model, 'StatisticsGen', trans))).toEqual([
      'imports',
      'gen',
      'stats',
      'context.run(stats, enable_cache=False)'
    ]);
    const made = notebook();
    made.run('imports', 'gen', 'stats', 'run-stats');
    made.edit('stats', `${CELLS.stats.slice(0, -1)}, n=1)`);
    expect(cells(planWithoutCache(made.model, 'StatisticsGen', trans))).toEqual([
      'stats',
      'context.run(stats, enable_cache=False)'
    ]);
  });

  it('runs it once where it is declared and run in one cell', () => {
    const made = notebook();
    const [, , last] = planWithoutCache(made.model, 'CsvExampleGen', trans).steps;
    // What the first of them made anew is not made again.
    expect(last).toMatchObject({ onlyIfCached: true, nodes: ['CsvExampleGen'] });
  });

  it('leaves the cell out that declares it, where it is what runs again before', () => {
    const made = new FakeNotebook({
      imports: CELLS.imports,
      gen: CELLS.gen,
      again: 'context.run(gen)',
      stats: `${CELLS.stats}\ncontext.run(stats)`
    });
    made.kernel.disk.set('/w/data', 'rows');
    made.runAll();
    made.kernel.disk.set('/w/data', 'more rows');
    made.run('again');
    expect(made.node('StatisticsGen').causes.map(({ kind }) => kind)).toEqual(['upstream-reran']);
    expect(cells(planWithoutCache(made.model, 'StatisticsGen', trans))).toEqual([
      'context.run(stats, enable_cache=False)'
    ]);
  });

  it('keeps a cell that runs it and makes something that is needed', () => {
    const made = notebook();
    made.edit('gen', "gen = tfx.components.CsvExampleGen(input_base='data')");
    made.edit(
      'stats',
      "context.run(gen)\nstats = tfx.components.StatisticsGen(examples=gen.outputs['out'])"
    );
    expect(cells(planWithoutCache(made.model, 'StatisticsGen', trans))).toContain('stats');
  });

  it('says so where no cell could name it', () => {
    const plan = planWithoutCache(notebook().model, 'SchemaGen', trans);
    expect(plan).toMatchObject({ steps: [], problem: expect.stringMatching(/no variable/) });
  });
});

describe('using another execution', () => {
  it('is a new cell', () => {
    const plan = planUseOf(notebook().model, 'StatisticsGen', 7, trans);
    expect(cells(plan)).toEqual([
      'from jupyterlab_tfx.kernel import use_execution\n\nuse_execution(stats, 7)'
    ]);
    expect(plan.steps[0].newCell?.below).toBe('run-stats');
  });

  it('says so where no cell could name the component', () => {
    expect(planUseOf(notebook().model, 'SchemaGen', 7, trans).problem).toMatch(/no variable/);
  });
});
