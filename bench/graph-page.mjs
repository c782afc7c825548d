/** The page that bench/graph.mjs opens: a pipeline graph in a window of its own, on `window.graph`. */
import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { GraphWidget } from '../src/graph/graph-widget.ts';
import { sampleDag } from './layouts/sample.mjs';

const states = ['done', 'done', 'cached', 'done', 'stale', 'not-run', 'failed', 'queued'];

/** A pipeline of so many components, with states of every kind. */
function pipeline(count) {
  const { nodes, edges } = sampleDag(count);
  return {
    usesTfx: true,
    contexts: [],
    problems: [],
    nodes: nodes.map(({ id }, i) => ({
      id: `Component_${id}`,
      componentId: `Component_${id}`,
      type: 'Transform',
      kind: 'component',
      state: states[i % states.length],
      causes: [],
      progress: null,
      dynamic: false
    })),
    edges: edges.map(({ from, to }) => ({
      from: `Component_${from}`,
      to: `Component_${to}`,
      output: 'examples',
      input: 'examples'
    }))
  };
}

window.graph = {
  pipeline,
  GraphWidget,
  /** Makes a graph that fills the page, and draws it at once. */
  show(data, direction = 'right') {
    const widget = new GraphWidget({
      trans: nullTranslator.load('jupyterlab_tfx'),
      direction,
      onSelect: id => (widget.selected = id),
      onOpen: () => {}
    });
    widget.pipeline = data;
    Widget.attach(widget, document.getElementById('main'));
    MessageLoop.sendMessage(widget, Widget.Msg.UpdateRequest);
    return widget;
  }
};
