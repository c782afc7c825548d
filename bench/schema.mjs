/** Benchmarks of the view of schemas, in a real Chromium. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { documentOf, PAGES, timeLine } from './artifact-pages.mjs';
import { againstFrames, frameLine } from './frames.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../.cache/bench/schema');
const FEATURES = 5000;
/** Milliseconds. */
const GOAL = 200;

/**
 * From the bytes to the first rows.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const text = schema();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'schema.pbtxt'), text);
  const files = [{ path: 'schema.pbtxt', size: text.length }];
  const document = documentOf('Schema', files);
  const { paint: value, frames } = await againstFrames('schema', {
    ...{ folder, document, path: join(folder, 'schema.pbtxt') },
    shown: ['.jp-TfxTable-row']
  });
  return [
    timeLine(
      'schema.first-paint',
      `Bytes of a schema of ${FEATURES.toLocaleString('en')} features (${(text.length / 1e6).toFixed(1)} MB of ` +
        `text) to rows (median of ${PAGES} fresh pages that have the view's code)`,
      value,
      GOAL
    ),
    frameLine(
      'schema.frames',
      'The same: ours against the data frames of tfdv.utils.display_util as HTML, imports apart',
      value,
      frames
    )
  ];
}

/** As SchemaGen writes it. */
function schema() {
  const parts = [];
  for (let i = 0; i < FEATURES; i++) {
    const rest =
      i % 5 === 0
        ? `type: BYTES\n  domain: "feature_${i}"`
        : i % 5 === 1
          ? 'type: INT\n  int_domain {\n    min: 0\n    max: 24\n    is_categorical: true\n  }'
          : 'type: FLOAT';
    parts.push(
      `feature {\n  name: "feature_${i}"\n  value_count {\n    min: 1\n    max: 1\n  }\n  ${rest}\n` +
        '  presence {\n    min_fraction: 1.0\n    min_count: 1\n  }\n}\n'
    );
  }
  for (let i = 0; i < FEATURES; i += 5) {
    const values = Array.from({ length: 5 }, (_, at) => `  value: "value ${i} ${at}"\n`).join('');
    parts.push(`string_domain {\n  name: "feature_${i}"\n${values}}\n`);
  }
  return parts.join('');
}
