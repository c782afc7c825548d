/** Builds the gallery: a static page with every view and chart, for a browser. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { bundle } from '../bench/bundle.mjs';
import { cache, root, venv } from '../scripts/setup/paths.mjs';

const themes = join(venv, 'share/jupyter/lab/themes/@jupyterlab');

/**
 * Writes `.cache/gallery`, which any web server can serve.
 *
 * @returns {Promise<string>} The folder.
 */
export async function buildGallery() {
  const folder = join(cache, 'gallery');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // As for development: React says what is wrong with a view on the console.
  const outDir = join(folder, 'script');
  await bundle('gallery/page.mjs', { target: 'web', minify: false, outDir });
  cpSync(join(root, 'fixtures/artifacts'), join(folder, 'artifacts'), { recursive: true });
  cpSync(join(root, 'fixtures/predictions'), join(folder, 'predictions'), { recursive: true });
  cpSync(join(root, 'fixtures/what-if'), join(folder, 'what-if'), { recursive: true });
  for (const theme of ['light', 'dark']) {
    cpSync(join(themes, `theme-${theme}-extension/index.css`), join(folder, `${theme}.css`));
  }
  const lab = ['ui-components', 'apputils', 'application'].map(name =>
    styles(join(root, 'node_modules/@jupyterlab', name, 'style/base.css'))
  );
  writeFileSync(join(folder, 'lab.css'), lab.join('\n'));
  writeFileSync(join(folder, 'own.css'), styles(join(root, 'style/index.css')));
  for (const file of ['index.html', 'page.html']) {
    cpSync(join(root, 'gallery', file), join(folder, file));
  }
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages(), null, 1));
  writeFileSync(join(folder, 'uris.json'), JSON.stringify(uris(), null, 1));
  return folder;
}

/** What is behind a press: where, and a text that is there. */
const ROW = '.jp-TfxTable-row [role=rowheader], .jp-TfxTable-row .jp-TfxSchema-name';
const opened = [
  {
    id: 'opened/anomaly',
    artifacts: ['ExampleAnomalies/curated'],
    press: [
      [ROW, 'species'],
      ['.jp-TfxAnomalies-accept button', 'Accept…']
    ]
  },
  {
    id: 'opened/drift',
    artifacts: ['ExampleAnomalies/distribution'],
    press: [
      ['.jp-TfxAnomalies-verdicts button', 'eval_train'],
      [ROW, 'species']
    ]
  },
  {
    id: 'opened/feature',
    artifacts: ['ExampleStatistics/penguins'],
    press: [[ROW, 'bill_length_mm']]
  },
  {
    id: 'opened/what-if',
    artifacts: ['ModelEvaluation/penguins'],
    press: [
      ['.jp-TfxEvaluation-tabs button', 'What-if'],
      ['.jp-TfxWhatIf button', 'Nearest with Another Outcome']
    ]
  },
  {
    id: 'opened/what-if-kernel',
    artifacts: ['ModelEvaluation/two-classes'],
    press: [['.jp-TfxEvaluation-tabs button', 'What-if']]
  },
  {
    id: 'opened/what-if-outputs',
    artifacts: ['ModelEvaluation/outputs'],
    press: [['.jp-TfxEvaluation-tabs button', 'What-if']]
  },
  ...['Fairness', 'Validation'].map(name => ({
    id: `opened/evaluation-${name.toLowerCase()}`,
    artifacts: [`ModelEvaluation/${name === 'Fairness' ? 'fairness' : 'outputs'}`],
    press: [['.jp-TfxEvaluation-tabs button', name]]
  })),
  ...['ROC', 'Calibration', 'Confusion of classes'].map(name => ({
    id: `opened/plots-${name.toLowerCase().replaceAll(' ', '-')}`,
    artifacts: ['ModelEvaluation/outputs'],
    press: [
      ['.jp-TfxEvaluation-tabs button', 'Plots'],
      ['.jp-TfxEvaluation-kinds button', name]
    ]
  })),
  { id: 'opened/schema', artifacts: ['Schema/penguins'], press: [[ROW, 'species']] }
];

/** What there is to see: an artifact of every fixture, two of a type, what is behind a press, and the pages of their own. */
function pages() {
  const folder = join(root, 'fixtures/artifacts');
  const artifacts = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name: type }) => [
      type,
      readdirSync(join(folder, type))
        .filter(file => file.endsWith('.document.json'))
        .map(file => file.replace('.document.json', ''))
        .sort()
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const alone = artifacts.flatMap(([type, cases]) =>
    cases.map(name => ({ id: `${type}/${name}`, artifacts: [`${type}/${name}`] }))
  );
  const compared = artifacts
    .filter(([, cases]) => cases.length > 1)
    .map(([type, cases]) => ({
      id: `compared/${type}`,
      artifacts: cases.slice(0, 2).map(name => `${type}/${name}`)
    }));
  const own = [
    'pipeline/states',
    'pipeline/graph',
    'runs/section',
    'export/tab',
    'tensorboard/cards',
    'tensorboard/training-runs'
  ];
  return [...alone, ...compared, ...opened, ...explored(), ...own.map(id => ({ id }))];
}

/** Slices of predictions: what is pressed to see them. */
function explored() {
  const page = (name, ...press) => ({
    id: `explore/${[name, ...press].join(' ').toLowerCase().replaceAll(' ', '-')}`,
    artifacts: [`ModelEvaluation/${name}`],
    press: [['button', 'Explore slices'], ...press.map(word => ['.jp-TfxExplore button', word])]
  });
  return [
    page('two-classes'),
    page('two-classes', 'Plots'),
    page('two-classes', 'Find bad slices'),
    page('two-classes', 'Thresholds'),
    page('classes'),
    page('classes', 'Plots'),
    page('regression'),
    page('labels', 'Plots', 'Confusion of labels'),
    page('outputs'),
    page('fairness')
  ];
}

/** Artifacts by URI, for views that show something of another one. */
function uris() {
  return Object.fromEntries(
    pages().flatMap(({ id, artifacts = [] }) =>
      artifacts[0] === id
        ? [[JSON.parse(readFileSync(join(root, `fixtures/artifacts/${id}.document.json`))).uri, id]]
        : []
    )
  );
}

/** A style sheet with those that it imports in their places, and no pictures. */
function styles(file) {
  return readFileSync(file, 'utf8').replace(/@import (?:url\()?'([^']+)'\)?;/g, (_, path) =>
    /^[a-z-@]+\//.test(path) ? '' : styles(join(dirname(file), path))
  );
}
