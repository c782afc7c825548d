/**
 * `npm run bench`: every benchmark, as a table; `-- --json` as a list, `-- --only <id>` those whose id
 * begins so. Figures are ratios within one run; a goal that is missed is said, and fails nothing.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { setUp } from '../scripts/setup/index.mjs';
import { reportFailure } from '../scripts/setup/steps.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Module → the part of an id, before the dot, that its lines have. */
const suites = {
  'source.mjs': ['source'],
  'graph.mjs': ['graph'],
  'layouts.mjs': ['layout'],
  'examples.mjs': ['examples'],
  'kernel.mjs': ['kernel'],
  'statistics.mjs': ['statistics'],
  'schema.mjs': ['schema'],
  'evaluation.mjs': ['evaluation'],
  'metrics.mjs': ['metrics'],
  'what-if.mjs': ['what-if'],
  'airflow.mjs': ['airflow', 'node'],
  'export.mjs': ['export'],
  'tensorboard.mjs': ['tensorboard'],
  'lab.mjs': ['lab', 'bundle']
};

process.exit(await main(process.argv.slice(2)).catch(reportFailure));

async function main(args) {
  const json = args.includes('--json');
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
  const log = console.log;
  if (json) {
    // Standard output is the list, and nothing else.
    console.log = console.error;
  }
  await setUp({ browser: true });
  const lines = [];
  for (const [file, parts] of Object.entries(suites)) {
    const wanted = parts.some(part => part.startsWith(only) || only.startsWith(part));
    if (wanted && readdirSync(folder).includes(file)) {
      const { run } = await import(pathToFileURL(join(folder, file)).href);
      lines.push(...(await run()).filter(line => line.id.startsWith(only)));
    }
  }
  log(json ? JSON.stringify(lines, null, 2) : table(lines));
  return 0;
}

function table(lines) {
  const rows = [
    ['id', 'value', 'against', 'ratio', 'goal', 'met', 'what'],
    ...lines.map(({ id, value, unit, against, ratio, goal, met, what }) => [
      id,
      `${value} ${unit}`,
      String(against),
      String(ratio),
      goal,
      met ? 'yes' : 'NO',
      what
    ])
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}
