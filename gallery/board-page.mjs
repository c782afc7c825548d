/** What TensorBoard's tab says in place of a board, and the training runs of the panel. */
import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { createRoot } from 'react-dom/client';

import { TrainingRuns } from '../src/panel/training-runs.tsx';
import { BoardCard } from '../src/tensorboard/board-card.tsx';

const trans = nullTranslator.load('jupyterlab_tfx');

const running = {
  ...{ state: 'running', doing: '', message: '', detail: '', missing: false, withoutEvents: [] }
};
const failed = (message, more = {}) => ({
  state: 'failed',
  message,
  board: { ...running, state: 'failed', message, ...more }
});

/** State of the model by what is to be seen. */
const states = {
  Asked: { state: 'asking', board: null },
  Starting: {
    state: 'starting',
    board: { ...running, doing: 'importing TensorFlow and TensorBoard' }
  },
  'No events': { state: 'running', board: { ...running, withoutEvents: ['Trainer 12'] } },
  'No events in several runs': {
    state: 'running',
    board: { ...running, withoutEvents: ['Trainer 12', 'a-run-of-a-very-long-name-'.repeat(4)] }
  },
  'Not installed': failed(
    'TensorBoard is not installed, neither in the kernel’s environment nor in the Jupyter server’s. Install it, ' +
      'then start the board again.',
    { missing: true, detail: "No module named 'tensorboard'" }
  ),
  'Ended by itself': failed(
    'TensorBoard has ended by itself (killed by SIGKILL). Start it again.',
    {
      detail: `Traceback (most recent call last):\n  File "program.py", line 1\n${'x'.repeat(300)}\nMemoryError`
    }
  ),
  'No answer': { state: 'failed', board: null, message: '' },
  Stopped: { state: 'ended', board: running }
};

/** Every card, one below the other. */
export function showCards(main) {
  const cards = Object.entries(states).map(([name, state]) => {
    const model = { message: '', ...state, start: async () => {}, stop: async () => {} };
    return React.createElement(
      'section',
      { key: name, 'aria-label': name },
      React.createElement(BoardCard, { model, trans })
    );
  });
  return draw(main, React.createElement('div', null, cards));
}

const figures = {
  11: [
    { name: 'loss', value: '0.1023', title: 'epoch_loss of validation at step 19' },
    { name: 'sparse_categorical_accuracy', value: '0.9688', title: '' }
  ],
  10: [{ name: 'loss', value: '1.41e+12', title: 'epoch_loss of validation at step 3' }],
  9: []
};

/** The panel's section: runs with figures, with none, one that cannot be read, and one that is still read. */
export function showTrainingRuns(main) {
  const runs = [11, 10, 9, 8, 7].map(id => ({
    artifact: { id, uri: `/pipelines/penguins/Trainer/model_run/${id}`, type: 'ModelRun' },
    node: id === 10 ? 'Trainer.a_component_of_a_very_long_name' : 'Trainer',
    madeAt: Date.now() - (12 - id) * 3_600_000
  }));
  const artifacts = {
    made: () => runs,
    openTensorBoard: () => {},
    figures: async ({ id }) => {
      if (id === 8) {
        throw new Error(
          'There are no event files in this artifact: give the model a TensorBoard callback that writes into model_run_dir.'
        );
      }
      return id === 7 ? new Promise(() => {}) : figures[id];
    }
  };
  const model = { pipeline: { nodes: [] } };
  const list = React.createElement(TrainingRuns, { model, artifacts, trans });
  return draw(main, React.createElement('div', { className: 'jp-TfxPanel' }, list));
}

function draw(main, element) {
  const root = createRoot(main);
  root.render(element);
  return () => root.unmount();
}
