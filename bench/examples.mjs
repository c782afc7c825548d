/** Benchmarks of the view of examples: a shard of a million rows, in a real Chromium. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

import { create, toBinary } from '@bufbuild/protobuf';
import {
  documentOf,
  firstPaint,
  inPages,
  launch,
  median,
  PAGES,
  scrolled,
  scrollLine,
  timeLine
} from './artifact-pages.mjs';
import { load } from './bundle.mjs';
import { writtenOnce } from './large-file.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const ROWS = 1_000_000;
const LIMIT = 300;

/**
 * Time from the request to the first rows on the screen, and how the table scrolls.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const folder = join(root, '.cache/bench/examples');
  const path = 'Split-train/data_tfrecord-00000-of-00001.gz';
  const gzip = createGzip({ level: 1 });
  const size = await writtenOnce(join(folder, path), shard(), gzip);
  const document = documentOf('Examples', [{ path, size }], ['train']);
  const times = [];
  let moves = null;
  let rows = 0;
  const browser = await launch();
  try {
    await inPages(browser, folder, async page => {
      times.push(await firstPaint(page, document, '.jp-TfxTable-row'));
      if (moves === null) {
        moves = await scrolled(page, 300);
        rows = await page.evaluate(() =>
          Number(document.querySelector('.jp-TfxTable').getAttribute('aria-rowcount'))
        );
      }
    });
  } finally {
    await browser.close();
  }
  return [
    timeLine(
      'examples.first-rows',
      `First rows of a gzip shard of ${ROWS.toLocaleString('en')} rows (${Math.round(size / 1e6)} MB), ` +
        `the view's code included (median of ${PAGES} fresh pages)`,
      median(times),
      LIMIT
    ),
    scrollLine('examples.scroll', `${rows - 1} rows`, moves)
  ];
}

/** Records of all rows. */
async function* shard() {
  const { writeTFRecord } = await load('src/proto/__tests__/write-tfrecord.ts');
  const { ExampleSchema: schema } = await load('src/proto/generated/example_pb.ts');
  for (let at = 0; at < ROWS; at += 1000) {
    yield writeTFRecord(
      Array.from({ length: 1000 }, (_, i) => toBinary(schema, create(schema, example(at + i))))
    );
  }
}

/** A flight. */
function example(i) {
  const int64 = value => ({ kind: { case: 'int64List', value: { value: [BigInt(value)] } } });
  const float = value => ({ kind: { case: 'floatList', value: { value: [value] } } });
  const bytes = text => ({
    kind: { case: 'bytesList', value: { value: [new TextEncoder().encode(text)] } }
  });
  return {
    features: {
      feature: {
        month: int64(1 + (i % 12)),
        day: int64(1 + (i % 28)),
        hour: int64((i * 7) % 24),
        distance: float(200 + ((i * 37) % 2500)),
        temp: float(30 + ((i * 13) % 600) / 10),
        wind_speed: float(((i * 29) % 300) / 10),
        dep_delay: float(((i * 101) % 900) / 7 - 20),
        carrier: bytes(['UA', 'B6', 'EV', 'DL', 'AA'][i % 5]),
        origin: bytes(['EWR', 'JFK', 'LGA'][i % 3]),
        dest: bytes(`D${(i * 17) % 105}`),
        tailnum: bytes(`N${10000 + ((i * 7919) % 4000)}`),
        late: int64(i % 4 === 0 ? 1 : 0)
      }
    }
  };
}
