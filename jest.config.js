const jestJupyterLab = require('@jupyterlab/testing/lib/jest-config');

// Packages that ship ES modules only: babel turns them into CommonJS for Jest.
const esModules = [
  '@codemirror',
  '@jupyter/react-components',
  '@jupyter/web-components',
  '@jupyter/ydoc',
  '@jupyterlab',
  '@lezer',
  '@marijn',
  '@microsoft',
  'color',
  'd3-[a-z-]+',
  'exenv-es6',
  'hyparquet',
  'lib0',
  'marked',
  'nanoid',
  'vscode-ws-jsonrpc',
  'y-protocols',
  'y-websocket',
  'yjs'
].join('|');

const base = jestJupyterLab(__dirname);

module.exports = {
  ...base,
  setupFiles: [...base.setupFiles, './scripts/test/one-realm.js'],
  reporters: ['default'],
  modulePathIgnorePatterns: [
    '<rootDir>/jupyterlab_tfx/labextension',
    '<rootDir>/examples/delay-report-view',
    '<rootDir>/ui-tests',
    '<rootDir>/lib',
    '<rootDir>/.venv',
    '<rootDir>/.cache'
  ],
  testRegex: 'src/.*/__tests__/.*\\.spec\\.tsx?$',
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/).+`]
};
