/**
 * Which folder of `src/` may import from which: the layer table of the design, lowest layer first.
 * A folder may always import from itself; whatever a row does not name is forbidden.
 */
import { readdirSync } from 'node:fs';

const files = ['tokens.ts', 'commands.ts'];

/** Folder of `src/` → what it may import, as folders or files of `src/`. */
export const mayImport = {
  // 0: nothing of ours
  protocol: [],
  proto: [],
  charts: [],
  // 1: the other two processes
  kernel: ['protocol'],
  server: ['protocol'],
  // 2: state and computing
  pipeline: ['protocol', 'kernel', 'server', 'tokens.ts'],
  launcher: [],
  // Of a model's predictions, in a worker.
  metrics: [],
  // The evaluated model itself, in a worker.
  'what-if': ['metrics'],
  // 3: what is seen; never another feature's widgets
  states: ['protocol', 'pipeline'],
  graph: ['protocol', 'charts', 'pipeline', 'states', ...files],
  panel: ['protocol', 'charts', 'pipeline', 'states', ...files],
  // Its decode.ts files know no page: see `headlessFiles`.
  artifacts: ['protocol', 'proto', 'charts', 'metrics', 'what-if'],
  // Its models are state and signals; its widgets get them from a plugin.
  tensorboard: ['protocol', 'server'],
  export: ['protocol', 'server'],
  beam: ['protocol', 'states'],
  runs: ['protocol', 'server', 'pipeline', 'states'],
  // 3½: glue to JupyterLab's notebooks and kernels, for plugins alone
  notebook: [
    'protocol',
    'kernel',
    'server',
    'pipeline',
    'states',
    'panel/panel-model.ts',
    ...files
  ],
  // 4: everything but the entry; the last row of the zones below sees to that
  plugins: null
};

/** Folders that know no page: neither Lumino's widgets, nor React, nor d3, nor `document`. */
export const headless = [
  'protocol',
  'proto',
  'kernel',
  'server',
  'pipeline',
  'launcher',
  'metrics',
  'what-if'
];

/** Files that know no page either, in folders that have views too. */
export const headlessFiles = [
  'src/artifacts/**/decode*.ts',
  'src/artifacts/**/compute-*.ts',
  'src/artifacts/**/edit*.ts'
];

/** Zones for `import-x/no-restricted-paths`. */
export function zones() {
  const unlisted = readdirSync('src', { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !(entry.name in mayImport))
    .map(entry => entry.name);
  if (unlisted.length > 0) {
    throw new Error(`src/${unlisted[0]} has no layer: give it a row in scripts/lint/layers.mjs.`);
  }
  const rows = Object.entries(mayImport)
    .filter(([, allowed]) => allowed !== null)
    .map(([folder, allowed]) => ({
      target: `./src/${folder}`,
      from: './src',
      except: [folder, ...allowed].map(name => `./${name}`),
      message: `src/${folder} may import only: ${allowed.join(', ') || 'nothing of ours'}.`
    }));
  return [
    ...rows,
    { target: './src', from: './src/index.ts', message: 'Nothing imports the entry.' },
    {
      target: ['./src/tokens.ts', './src/commands.ts'],
      from: './src',
      except: ['./protocol', './pipeline', './artifacts/artifact-view.ts'],
      message: 'Tokens and commands are types and names.'
    }
  ];
}
