/** What a pipeline's states look like: as icons with words, and in the graph. */
import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { GraphWidget } from '../src/graph/graph-widget.ts';
import { stateIcons, stateWord } from '../src/states/state-icons.ts';

const trans = nullTranslator.load('jupyterlab_tfx');
const states = Object.keys(stateIcons);

/** Every state's icon and word. */
export function showStates(main) {
  const table = document.createElement('table');
  for (const state of states) {
    const row = table.insertRow();
    stateIcons[state].element({ container: row.insertCell() });
    row.insertCell().textContent = stateWord(state, trans);
  }
  main.append(table);
  return () => {};
}

const nodes = [
  ['CsvExampleGen', 'done'],
  ['StatisticsGen', 'cached'],
  ['SchemaGen', 'done'],
  ['ExampleValidator', 'failed'],
  ['Transform', 'stale'],
  ['Trainer', 'running'],
  ['Evaluator', 'queued'],
  ['Pusher', 'not-run']
];
const edges = [
  ['CsvExampleGen', 'StatisticsGen', 'examples'],
  ['StatisticsGen', 'SchemaGen', 'statistics'],
  ['StatisticsGen', 'ExampleValidator', 'statistics'],
  ['SchemaGen', 'ExampleValidator', 'schema'],
  ['CsvExampleGen', 'Transform', 'examples'],
  ['SchemaGen', 'Transform', 'schema'],
  ['Transform', 'Trainer', 'transform_graph'],
  ['CsvExampleGen', 'Evaluator', 'examples'],
  ['Trainer', 'Evaluator', 'model'],
  ['Trainer', 'Pusher', 'model'],
  ['Evaluator', 'Pusher', 'blessing']
];

/** A pipeline with a component in every state. */
export function showGraph(main) {
  const widget = new GraphWidget({
    trans,
    direction: 'right',
    hasFitButton: true,
    onSelect: id => (widget.selected = id),
    onOpen: () => {}
  });
  widget.pipeline = {
    usesTfx: true,
    contexts: [],
    problems: [],
    nodes: nodes.map(([id, state]) => ({
      ...{ id, componentId: id, type: id, kind: 'component', state },
      ...{ causes: [], progress: null, dynamic: false }
    })),
    edges: edges.map(([from, to, output]) => ({ from, to, output, input: output }))
  };
  Widget.attach(widget, main);
  MessageLoop.sendMessage(widget, Widget.Msg.UpdateRequest);
  return () => widget.dispose();
}
