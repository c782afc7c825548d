/** Rules of the repository; the layers are in scripts/lint/layers.mjs. */
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

import fileName from './scripts/lint/file-name.mjs';
import { headless, headlessFiles, zones } from './scripts/lint/layers.mjs';

const tests = ['src/**/__tests__/**', 'ui-tests/**'];
const d3 = {
  group: ['d3', 'd3-*', '@dagrejs/*'],
  message: 'd3 and the layout stay in src/charts.'
};
const frontEnd = {
  group: ['@jupyterlab/application'],
  message: 'JupyterFrontEnd stops at src/plugins: take what is needed as options.'
};
const page = {
  group: ['react', 'react-dom', '@lumino/widgets', '@jupyterlab/ui-components'],
  message: 'This layer knows no page.'
};
const markup = 'User text is untrusted: use textContent or React text.';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/lib/',
      '**/labextension/',
      '.venv/',
      '.cache/',
      '**/generated/',
      'jupyterlab_tfx/',
      'fixtures/',
      'ui-tests/test-results/',
      'ui-tests/playwright-report/'
    ]
  },
  js.configs.recommended,
  {
    plugins: { tfx: { rules: { 'file-name': fileName } }, 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] }
    },
    rules: {
      'tfx/file-name': 'error',
      curly: 'error',
      eqeqeq: 'error',
      'max-lines': ['error', 500],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'prefer-const': 'error'
    }
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.test.json',
          './ui-tests/tsconfig.json',
          './examples/delay-report-view/tsconfig.json'
        ]
      }
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({
          property,
          message: markup
        })),
        ...['describe', 'it', 'test'].flatMap(object =>
          ['skip', 'only', 'todo'].map(property => ({
            object,
            property,
            message: 'Every test runs.'
          }))
        )
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: markup }
      ]
    }
  },
  {
    files: ['src/**'],
    ignores: tests,
    rules: { 'import-x/no-restricted-paths': ['error', { zones: zones() }] }
  },
  {
    files: ['src/**'],
    ignores: [...tests, 'src/charts/**', 'src/plugins/**', 'src/index.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [d3, frontEnd] }] }
  },
  {
    files: [...headless.map(folder => `src/${folder}/**`), ...headlessFiles],
    ignores: tests,
    rules: {
      'no-restricted-imports': ['error', { patterns: [d3, frontEnd, page] }],
      'no-restricted-globals': ['error', 'document', 'window']
    }
  },
  {
    files: ['src/charts/**'],
    ignores: tests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            page,
            { group: ['@jupyterlab/*', '@lumino/*'], message: 'Charts are d3 only.' }
          ]
        }
      ]
    }
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'process',
            'console',
            'Buffer',
            'URL',
            'AbortController',
            'AbortSignal',
            'fetch',
            'performance'
          ],
          ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'],
          ...['window', 'document', 'module', 'require', '__dirname', 'structuredClone'],
          ...['requestAnimationFrame', 'TextDecoder', 'TextEncoder', 'PerformanceObserver']
        ].map(name => [name, 'readonly'])
      )
    },
    rules: { 'no-console': 'off' }
  }
);
