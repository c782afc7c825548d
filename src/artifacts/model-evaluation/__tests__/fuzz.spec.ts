/**
 * Evaluations whose records are broken, behind checksums that are right: every page's figures are reckoned, or refused
 * with a sentence. `FUZZ_CASES=1000000 npx jest fuzz` tries more, `FUZZ_SEED=7` others.
 */
import { nullTranslator } from '@jupyterlab/translation';

import { mutate, pick, seeded } from '../../../proto/__tests__/mutate';
import { writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { recordsOf } from '../../decode-records';
import { compareSlices, sharedMetrics } from '../compute-compare';
import { csvOf, pythonOf } from '../compute-copy';
import { classConfusions, labelConfusions } from '../compute-confusion';
import { ratesOfMetrics, ratesOfPlots } from '../compute-fairness';
import { orderOf, sortByNumber } from '../compute-order';
import { spreadOf } from '../compute-spread';
import { withBounds } from '../compute-thresholds';
import { slicesOver } from '../compute-time';
import { verdictOf } from '../compute-verdict';
import { decodeEvaluation } from '../decode';
import { loadPlots } from '../decode-plots';
import { plotCurves } from '../plot-curves';
import { kindsOf } from '../plot-kinds';
import { valueWords } from '../value-words';

const CASES = Math.ceil(Number(process.env.FUZZ_CASES ?? 100_000) / 400);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const trans = nullTranslator.load('jupyterlab_tfx');
const { signal } = new AbortController();
const fixtures = readFixtures().filter(({ type }) => type === 'ModelEvaluation');

it(`figures are reckoned, or refused with a sentence (${CASES} cases from seed ${SEED})`, async () => {
  const random = seeded(SEED);
  let reckoned = 0;
  for (let number = 0; number < CASES; number++) {
    const fixture = pick(fixtures, random);
    const path = pick([...fixture.files.keys()], random);
    const whole = fixture.files.get(path) ?? new Uint8Array(0);
    const records = path.endsWith('.json') ? null : await recordsOf(whole, path);
    const broken = records?.length
      ? writeTFRecord(
          records.map(record => (random() < 2 / records.length ? mutate(record, random) : record))
        )
      : mutate(whole, random);
    try {
      await reckon(new FixtureSource(fixture, new Map([...fixture.files, [path, broken]])));
      reckoned++;
    } catch (error) {
      const sentence = error instanceof Error ? error.message : '';
      if (!/^["“A-Za-z][\s\S]{10,700}[.)]$/.test(sentence)) {
        throw new Error(`Case ${number}, ${fixture.name}/${path}: ${String(error)}`, {
          cause: error
        });
      }
    }
  }
  expect(reckoned).toBeGreaterThan(CASES / 10);
}, 600_000);

/** What all pages do together. */
async function reckon(source: FixtureSource): Promise<void> {
  const { metrics, run, plots } = await decodeEvaluation(source, signal);
  const rows = [...Array(metrics.rowCount).keys()];
  const columns = metrics.columns.map((_key, column) => column);
  const copied = { table: metrics, rows, columns, headers: ['', ...columns.map(String)] };
  csvOf({ ...copied, nameOf: row => JSON.stringify(metrics.slice(row).slice.length) });
  pythonOf({ ...copied, nameOf: String });
  for (const column of columns.slice(0, 50)) {
    const numbers = metrics.numbers(column);
    sortByNumber(rows, orderOf(numbers), numbers, true);
    spreadOf(metrics, rows, column, 20);
    for (const row of rows.slice(0, 20)) {
      valueWords(metrics.value(row, column), trans);
      metrics.interval(row, column);
    }
  }
  if (run) {
    const { bounds } = verdictOf(metrics, run.config);
    withBounds(run.config, new Map(bounds.map(({ id }) => [id, 0.5])));
  }
  slicesOver([metrics]);
  const side = { table: metrics, model: null };
  sharedMetrics(side, side)
    .slice(0, 5)
    .forEach(key => compareSlices(side, side, key, false));
  ratesOfMetrics(metrics);
  const table = await loadPlots(source, plots, signal);
  ratesOfPlots(table);
  for (const { data } of table.slices.flatMap((_slice, index) => table.plots(index))) {
    const series = [{ name: 'one', color: 1, data }];
    kindsOf(data).forEach(kind => plotCurves(kind, series, 'f1', trans));
    classConfusions(data.multiClassConfusionMatrixAtThresholds);
    labelConfusions(data.multiLabelConfusionMatrixAtThresholds, 'truePositives');
  }
}
