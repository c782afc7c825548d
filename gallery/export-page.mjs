/** What an export's tab says: at the first look, with something in the way, changed, proven and not. */
import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { ExportModel } from '../src/export/export-model.ts';
import { ExportWidget } from '../src/export/export-widget.tsx';

const trans = nullTranslator.load('jupyterlab_tfx');
const before = `"""The pipeline of penguins.ipynb."""

import os

from tfx import v1 as tfx

HERE = os.path.dirname(os.path.abspath(__file__))
BASE_FOLDER = os.path.normpath(os.path.join(HERE, '..'))
MODULES_FOLDER = os.path.join(HERE, 'modules')

STEPS = 300


def create_pipeline():
    """The components, from the data to the pushed model."""
    example_gen = tfx.components.CsvExampleGen(input_base=os.path.join(BASE_FOLDER, 'data/penguins'))
    trainer = tfx.components.Trainer(
        module_file=os.path.join(MODULES_FOLDER, 'penguin_trainer.py'),
        examples=example_gen.outputs['examples'],
        train_args=tfx.proto.TrainArgs(num_steps=STEPS),
    )
    return tfx.dsl.Pipeline(pipeline_name='penguins', components=[example_gen, trainer])
`;
const after = before.replace('STEPS = 300', 'STEPS = 400').replace("'penguins', ", "'birds', ");
const files = [
  { path: 'README.md', text: '# The pipeline penguins\n', before: null },
  { path: 'local_runner.py', text: 'import pipeline\n', before: null },
  { path: 'modules/penguin_trainer.py', text: 'def run_fn(fn_args):\n    ...\n', before: null },
  { path: 'pipeline.py', text: before, before: null }
];
const reply = {
  ...{ protocol: 1, folder: 'penguins-pipeline', absoluteFolder: '/home/ada/penguins-pipeline' },
  ...{ base: '/home/ada', refused: null, contexts: ['context'], names: [], written: [] },
  ...{ name: 'penguins', root: "os.path.join(BASE_FOLDER, 'runs/penguins')", files, problems: [] },
  targets: [
    { name: 'local', title: 'TFX LocalDagRunner' },
    { name: 'airflow', title: 'Apache Airflow' },
    { name: 'kubeflow', title: 'Kubeflow Pipelines and Vertex AI Pipelines' }
  ],
  beam: {
    chosen: true,
    arguments: ['--runner=FnApiRunner'],
    components: [
      {
        id: 'StatisticsGen',
        arguments: [
          ...['--runner=PortableRunner', '--job_endpoint=localhost:8099'],
          ...['--environment_type=LOOPBACK', '--sdk_container_image=none']
        ]
      }
    ]
  },
  arguments: [
    { argument: 'example_gen.input_base', text: "'data/penguins'", chosen: true },
    { argument: 'trainer.train_args', text: 'tfx.proto.TrainArgs(num_steps=STEPS)', chosen: false }
  ]
};
const problem = (severity, cell, line, message, more = {}) => ({
  ...{ code: '', severity, message, cellId: `c${cell}`, cell, line, name: null, offer: null },
  ...more
});
const warning = problem(
  'warning',
  3,
  1,
  "'data/penguins' is a path beside the notebook: the exported pipeline looks for it there, and another machine needs another one."
);
const troubled = {
  ...reply,
  problems: [
    problem('error', 7, 12, 'STEPS has a value in the kernel, but no cell that gives it one.', {
      name: 'STEPS',
      offer: '400'
    }),
    problem(
      'error',
      9,
      2,
      "password looks like a secret, and would be written into the file. Read it from the environment: os.environ['…']."
    ),
    warning
  ]
};
const written = {
  ...reply,
  files: files.map(file => ({ ...file, before: file.text })),
  problems: [warning]
};
const changed = {
  ...reply,
  files: files
    .map(file => ({ ...file, before: file.text }))
    .with(3, {
      ...files[3],
      text: after,
      before
    })
};
const proof = (state, more = {}) => ({
  ...{ proof: 'p', state, against: 'kernel', nodes: 8, differences: [], missing: [] },
  ...{ message: null, ...more }
});

/** Answers of the server, and the proof, by what is to be seen. */
const cases = {
  'The first look': { reply },
  'Something in the way': { reply: troubled },
  'What changes': { reply: changed },
  Proven: { reply: written, proof: proof('same', { missing: ['Pusher'] }) },
  'Another pipeline': {
    reply: written,
    proof: proof('different', {
      differences: [
        'The property train_args of Trainer is {"num_steps": 400} in the notebook, and {"num_steps": 300} in the exported pipeline.'
      ]
    })
  },
  Refused: {
    reply: {
      ...reply,
      ...{ files: [], arguments: [], name: '', root: '' },
      refused:
        'No cell of the notebook declares a component of TFX at its top level: there is no pipeline to export.'
    }
  },
  'No server': { error: 'The server answered 503.' }
};

/** Every case, one below the other. */
export function showExport(main) {
  const widgets = Object.entries(cases).map(([name, shown]) => {
    const model = new ExportModel({
      notebook: { path: 'penguins.ipynb', content: () => '{}' },
      kernel: { values: async () => ({}), prove: async () => shown.proof },
      post: async () => {
        if (shown.error) {
          throw new Error(shown.error);
        }
        return shown.reply;
      },
      targets: ['local'],
      onWritten: () => {}
    });
    const widget = new ExportWidget(model, trans, () => {}, null);
    const place = document.createElement('section');
    place.setAttribute('aria-label', name);
    Object.assign(place.style, { height: '620px', marginBottom: '24px', display: 'grid' });
    main.append(place);
    Widget.attach(widget, place);
    MessageLoop.sendMessage(widget, Widget.Msg.UpdateRequest);
    void model.refresh().then(() => shown.proof && model.prove());
    return widget;
  });
  return () => widgets.forEach(widget => widget.dispose());
}
