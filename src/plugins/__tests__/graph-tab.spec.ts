/** The graph in a tab, with the states of a run elsewhere and with the notebook's own. */
import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';
import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import type { GraphTab, IGraphModel } from '../../graph/graph-tab';
import type { NotebookPipeline } from '../../notebook/notebook-pipeline';
import type { PipelineTracker } from '../../notebook/pipeline-tracker';
import { FakeNotebook } from '../../pipeline/__tests__/fake-notebook';
import { withTasks } from '../../runs/run-states';
import { task } from '../../runs/__tests__/runs-server';
import { makeGraphTab } from '../make-graph-tab';
import { type IRunPlace, RunsOnGraph } from '../runs-on-graph';

const trans = nullTranslator.load('jupyterlab_tfx');
const SOURCE = {
  imports:
    'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext\ncontext = InteractiveContext()',
  gen: "gen = tfx.components.CsvExampleGen(input_base='data')",
  trainer: "trainer = tfx.components.Trainer(examples=gen.outputs['examples'])"
};

/** A notebook's pipeline, of which nothing was run. */
function notebook(): IGraphModel {
  const { model } = new FakeNotebook(SOURCE);
  const made: IGraphModel = {
    ...{ pipeline: model.pipeline, selected: null, atCursor: [] },
    get changed() {
      return changed;
    }
  };
  const changed = new Signal<IGraphModel, void>(made);
  return made;
}

/** A place that has a run with a Trainer that failed. */
function place(name: string) {
  const opened: string[] = [];
  const selected: string[] = [];
  const changed = new Signal<object, void>({});
  let title: string | null = null;
  const show = (next: string | null): void => {
    if (next !== title) {
      title = next;
      changed.emit();
    }
  };
  const made: IRunPlace = {
    select: node => selected.push(node),
    openNode: node => {
      opened.push(node);
      return node === 'CsvExampleGen';
    },
    overlay: {
      changed,
      get title() {
        return title;
      },
      apply: pipeline =>
        withTasks(pipeline, [task('CsvExampleGen', 'success'), task('Trainer', 'failed')]),
      stateWords: ({ id }) => `in ${name}: ${id}`,
      leave: () => show(null)
    }
  };
  return { ...made, show, opened, selected };
}

let tab: GraphTab;
let other: GraphTab;
let current: IGraphModel | null;
let currentChanged: Signal<PipelineTracker, NotebookPipeline | null>;
let runs: RunsOnGraph;
let shownInPanel: number;

beforeEach(() => {
  currentChanged = new Signal({} as PipelineTracker);
  runs = new RunsOnGraph({ currentChanged });
  shownInPanel = 0;
  [tab, other] = ['a.ipynb', 'b.ipynb'].map(path => {
    const made: GraphTab = makeGraphTab({
      ...{ path, trans, runs, isCurrent: () => made.model === current },
      showInPanel: () => (shownInPanel += 1)
    });
    made.model = notebook();
    Widget.attach(made, document.body);
    return made;
  });
  current = tab.model;
});
afterEach(() => [tab, other].forEach(each => each.dispose()));

/** What a tab draws. */
function drawn(of: GraphTab = tab) {
  MessageLoop.sendMessage(of.content, Widget.Msg.UpdateRequest);
  const { node } = of.content;
  const nodes = [...node.querySelectorAll<SVGElement>('.jp-TfxGraph-node')];
  return {
    line: node.querySelector('[role="status"]')!.textContent,
    states: nodes.map(each => each.dataset.tfxState),
    labels: nodes.map(each => each.getAttribute('aria-label')),
    leave: node.querySelector<HTMLButtonElement>('.jp-TfxGraph-leave')!,
    card: (index: number) => nodes[index]
  };
}

it('shows the states of a run and which it is, and the notebook’s own when it is left', () => {
  const airflow = place('Airflow');
  runs.add([airflow]);
  expect(drawn()).toMatchObject({
    line: '',
    states: ['not-run', 'not-run'],
    leave: { hidden: true }
  });
  airflow.show('penguins in Airflow: running');
  expect(drawn()).toMatchObject({
    line: 'penguins in Airflow: running',
    states: ['done', 'failed'],
    labels: ['CsvExampleGen, in Airflow: CsvExampleGen', 'Trainer, in Airflow: Trainer'],
    leave: { hidden: false }
  });
  drawn().leave.click();
  expect(drawn()).toMatchObject({
    line: '',
    states: ['not-run', 'not-run'],
    leave: { hidden: true }
  });
  expect(drawn().labels).toEqual(['CsvExampleGen, not run', 'Trainer, not run']);
});

it('shows nothing of it over another notebook, and leaves it for another one', () => {
  const airflow = place('Airflow');
  runs.add([airflow]);
  airflow.show('penguins in Airflow: running');
  expect(drawn(other)).toMatchObject({ line: '', states: ['not-run', 'not-run'] });
  current = other.model;
  currentChanged.emit(null);
  expect(drawn()).toMatchObject({ line: '', states: ['not-run', 'not-run'] });
  expect(drawn(other)).toMatchObject({ line: '', states: ['not-run', 'not-run'] });
});

it('shows one run at a time', () => {
  const [airflow, background] = [place('Airflow'), place('the background')];
  runs.add([airflow, background]);
  airflow.show('penguins in Airflow: running');
  background.show('In the background: running');
  expect(drawn().line).toBe('In the background: running');
  expect(airflow.overlay.title).toBeNull();
  background.overlay.leave();
  expect(drawn().line).toBe('');
});

it('leads to what a node has made in the run, else to the panel', () => {
  const airflow = place('Airflow');
  runs.add([airflow]);
  airflow.show('penguins in Airflow: failed');
  drawn()
    .card(0)
    .dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  expect([airflow.opened, shownInPanel]).toEqual([['CsvExampleGen'], 0]);
  drawn()
    .card(1)
    .dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  expect(shownInPanel).toBe(1);
  drawn()
    .card(1)
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(airflow.selected).toEqual(['Trainer']);
  current = other.model;
  drawn()
    .card(0)
    .dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  expect([airflow.opened.length, shownInPanel]).toEqual([2, 2]);
});
