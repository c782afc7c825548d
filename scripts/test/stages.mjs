/** What `npm test` runs, in order: the quickest to fail first. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { cacheDir, inVenv, root } from '../setup/paths.mjs';

const reports = cacheDir('tests');
const jestReport = join(reports, 'jest.json');
const pytestReport = join(reports, 'pytest.xml');
const playwrightReport = join(reports, 'playwright.json');
const local = name => join(root, 'node_modules', '.bin', name);
const npm = word => ['npm', 'run', '--silent', word];

/**
 * @typedef {object} Stage
 * @property {string} part - The word of `--only`.
 * @property {string} name - As the table names it.
 * @property {string[]} command
 * @property {string} [cwd]
 * @property {Record<string, string>} [env]
 * @property {(since: number) => Counts | null} [count] - Reads the runner's own report; null where
 *   it wrote none since that time. Without it the stage counts as one test.
 *
 * @typedef {{ passed: number, failed: number, skipped?: number }} Counts
 */

/** @type {Stage[]} */
export const stages = [
  { part: 'lint', name: 'eslint', command: npm('lint:ts') },
  { part: 'lint', name: 'stylelint', command: npm('lint:css') },
  { part: 'lint', name: 'prettier', command: npm('lint:format') },
  { part: 'lint', name: 'generated types', command: npm('lint:protocol') },
  { part: 'lint', name: 'ruff check', command: [inVenv('ruff'), 'check', '.'] },
  { part: 'lint', name: 'ruff format', command: [inVenv('ruff'), 'format', '--check', '.'] },
  { part: 'lint', name: 'mypy', command: [inVenv('mypy')] },
  { part: 'lint', name: 'types', command: npm('types') },
  {
    part: 'unit',
    name: 'jest',
    command: [local('jest'), '--ci', '--json', `--outputFile=${jestReport}`],
    count: since => {
      const report = json(jestReport, since);
      return (
        report && {
          passed: report.numPassedTests,
          failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
          skipped: report.numPendingTests + report.numTodoTests
        }
      );
    }
  },
  {
    part: 'python',
    name: 'pytest',
    command: [inVenv('python'), '-m', 'pytest', `--junitxml=${pytestReport}`],
    count: since => {
      const suite = text(pytestReport, since)?.match(/<testsuite\b[^>]*>/)?.[0];
      if (!suite) {
        return null;
      }
      const number = name => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
      const failed = number('failures') + number('errors');
      const skipped = number('skipped');
      return { passed: number('tests') - failed - skipped, failed, skipped };
    }
  },
  {
    part: 'browser',
    name: 'playwright',
    command: [local('playwright'), 'test'],
    cwd: join(root, 'ui-tests'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    count: since => {
      const stats = json(playwrightReport, since)?.stats;
      return (
        stats && {
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected,
          skipped: stats.skipped
        }
      );
    }
  }
];

/** A report, where it was written since then. */
function text(path, since) {
  return existsSync(path) && statSync(path).mtimeMs >= since ? readFileSync(path, 'utf8') : null;
}

function json(path, since) {
  const read = text(path, since);
  return read === null ? null : JSON.parse(read);
}
