import { nullTranslator } from '@jupyterlab/translation';

import { FakeNotebook } from '../../pipeline/__tests__/fake-notebook';
import { statusWords, type IStatusFacts } from '../status-words';

const trans = nullTranslator.load('jupyterlab_tfx');

/** A pipeline of two that ran; the second one is stale where the constant is another one. */
function facts(more: Partial<IStatusFacts> = {}, constant = 1): IStatusFacts {
  const notebook = new FakeNotebook({
    imports:
      'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
    gen: "gen = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen)",
    constant: 'N = 1',
    stats:
      "stats = tfx.components.StatisticsGen(examples=gen.outputs['out'], n=N)\ncontext.run(stats)"
  });
  notebook.kernel.disk.set('/w/data', 'rows');
  notebook.runAll();
  notebook.edit('constant', `N = ${constant}`);
  return { active: true, pipeline: notebook.model.pipeline, runningPlan: null, ...more };
}

/** The same with the first one running. */
function running(given: IStatusFacts): IStatusFacts {
  const nodes = given.pipeline.nodes.map((node, i) =>
    i === 0 ? { ...node, state: 'running' as const } : node
  );
  return { ...given, pipeline: { nodes } };
}

describe('statusWords', () => {
  const runningPlan = {
    step: 1,
    plan: {
      targets: [],
      problem: null,
      steps: ['a', 'b', 'c'].map(cellId => ({
        cellId,
        nodes: [],
        provides: [],
        lastDuration: null
      }))
    }
  };

  it.each<[string, IStatusFacts, string]>([
    ['nothing of what is up to date', facts(), ''],
    ['how many are stale', facts({}, 2), 'TFX: 1 stale'],
    ['nothing while nobody looks', facts({ active: false }, 2), ''],
    ['what is running', running(facts({}, 2)), 'TFX: CsvExampleGen running'],
    [
      'where a plan is, also in a cell that only prepares',
      facts({ runningPlan }),
      'TFX: step 2 of 3'
    ],
    [
      'where a plan is, and what it runs',
      running(facts({ runningPlan })),
      'TFX: step 2 of 3, CsvExampleGen running'
    ],
    [
      'where a plan is while the panel is closed',
      facts({ runningPlan, active: false }),
      'TFX: step 2 of 3'
    ]
  ])('says %s', (_, given, words) => expect(statusWords(given, trans)).toBe(words));
});
