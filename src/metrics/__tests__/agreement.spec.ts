/** Every figure that we reckon is TFMA's own, for all slices of the fixtures, weighted and not. */
import type { IFigureKey, ISliceKey } from '../../artifacts/model-evaluation/figure-key';
import type { MetricTable } from '../../artifacts/model-evaluation/decode-metrics';
import type { Average, IMetric } from '../compute-figures';
import { DEFAULT_OPTIONS, FigureMaker } from '../compute-figures';
import { slicesOf } from '../compute-slices';
import type { IPredictionTable } from '../prediction-table';
import { evaluationOf, predictionBytes, predictions } from './fixture';
import { startWorker } from './same-thread';

/** Figures by slice and metric: TFMA's, and ours of the same. */
function compared(
  theirs: MetricTable,
  table: IPredictionTable,
  thresholds: number,
  model: string,
  macro: Average
): { readonly figures: number; readonly differing: readonly string[] } {
  const differing: string[] = [];
  let figures = 0;
  for (const weighted of [false, true]) {
    const maker = new FigureMaker(table, { ...DEFAULT_OPTIONS, weighted, thresholds });
    const ours = new Map<string, Float64Array>();
    for (let row = 0; row < theirs.rowCount; row++) {
      const key = theirs.slice(row);
      if (key.against !== null) {
        continue;
      }
      const names = key.slice.map(({ column }) => column);
      const found = ours.get(sliceId(key)) ?? add(names)?.get(sliceId(key));
      theirs.columns.forEach((column, at) => {
        const place = maker.metrics.findIndex(metric => isSame(metric, column, macro));
        const known = theirs.has(row, at) && (column.weighted ?? false) === weighted;
        // Two values are no number: TFMA multiplies 0 by the logarithm of 0.
        const value = theirs.number(row, at);
        if (
          place >= 0 &&
          known &&
          column.model === model &&
          column.output === table.output &&
          !column.diff &&
          !Number.isNaN(value)
        ) {
          figures++;
          const own = found?.[place] ?? NaN;
          if (!(Math.abs(own - value) <= tolerance(column) * Math.max(1e-9, Math.abs(value)))) {
            differing.push(
              `${sliceId(key)} ${column.name} ${String(weighted)}: ${value}, not ${own}`
            );
          }
        }
      });
    }
    function add(names: readonly string[]): ReadonlyMap<string, Float64Array> {
      const by = names.map(feature => ({ feature, edges: null }));
      const slices = slicesOf(table, { by, filters: [] });
      const numbers = maker.figures(maker.prepare(slices), null);
      const width = maker.metrics.length;
      slices.slices.forEach((slice, index) =>
        ours.set(
          idOf(slice.map(({ feature, value }) => [feature, value])),
          numbers.subarray(index * width, (index + 1) * width)
        )
      );
      return ours;
    }
  }
  return { figures, differing };
}

function sliceId({ slice }: ISliceKey): string {
  return idOf(slice.map(({ column, value }) => [column, String(value)]));
}

function idOf(pairs: readonly (readonly string[])[]): string {
  return JSON.stringify([...pairs].sort());
}

function isSame({ name, classId, aggregation }: IMetric, key: IFigureKey, macro: Average): boolean {
  return (
    name === (key.name === 'example_count' && key.weighted ? 'weighted_example_count' : key.name) &&
    classId === key.classId &&
    aggregation === (key.aggregation === 'macro' ? macro : key.aggregation) &&
    key.topK === null &&
    key.k === null
  );
}

/** These TFMA and Keras reckon with 32 bits. */
const SHORT = /^sparse_categorical|crossentropy$|percentage|logarithmic/;

function tolerance({ name }: IFigureKey): number {
  return SHORT.test(name) ? 1e-6 : 1e-9;
}

describe('figures are those of TFMA', () => {
  it.each<readonly [string, string, string | undefined, number, string, Average, number]>([
    // Carriers crossed with hours, a feature with several values, scores of 0, 0.5 and 1; areas at 10,000 thresholds.
    ['predictions/carriers', 'carriers', undefined, 10_000, '', 'macro', 5500],
    ['predictions/classes', 'classes', undefined, 10_000, '', 'macro', 2700],
    ['predictions/classes-weighted-macro', 'classes', undefined, 10_000, '', 'weighted-macro', 100],
    ['predictions/labels', 'labels', undefined, 10_000, '', 'macro', 980],
    ['predictions/outputs', 'outputs', 'species', 10_000, '', 'macro', 370],
    ['predictions/outputs', 'outputs', 'heavy', 10_000, '', 'macro', 24],
    ['predictions/outputs', 'outputs', 'mass', 10_000, '', 'macro', 50],
    ['predictions/regression', 'regression', undefined, 10_000, '', 'macro', 180],
    [
      'artifacts/ModelEvaluation/two-classes',
      'two-classes',
      undefined,
      100,
      'candidate',
      'macro',
      80
    ],
    ['artifacts/ModelEvaluation/classes', 'classes', undefined, 50, '', 'macro', 130]
  ])('%s of %s %s', async (path, name, output, thresholds, model, macro, least) => {
    const { metrics } = await evaluationOf(path);
    const table = predictions(name, output);
    const { figures, differing } = compared(metrics, table, thresholds, model, macro);
    expect(differing.slice(0, 10)).toEqual([]);
    expect(figures).toBeGreaterThan(least);
  });

  it('averages over outputs, in any slice', async () => {
    const { metrics: theirs, run } = await evaluationOf('predictions/outputs');
    const weights = run?.config.metricsSpecs.at(-1)?.outputWeights ?? {};
    expect(weights).toEqual({ heavy: 1, mass: 3 });
    const client = startWorker();
    await client.ask('open', { bytes: predictionBytes('outputs'), outputWeights: weights });
    let figures = 0;
    for (const output of ['species', 'mass']) {
      await client.ask('choose', { output });
      for (const weighted of [false, true]) {
        const answer = await client.ask('figures', {
          slicing: { by: [{ feature: 'island', edges: null }], filters: [] },
          options: { ...DEFAULT_OPTIONS, weighted },
          rounds: 10
        });
        const averages = answer.metrics.flatMap(({ name, aggregation }, at) =>
          aggregation === 'outputs' ? [{ name, at }] : []
        );
        expect(averages.map(({ name }) => name)).toEqual([
          ...['mean_label', 'mean_prediction', 'calibration']
        ]);
        for (const { name, at } of averages) {
          const column = theirs.columns.findIndex(
            key => key.output === '' && key.name === name && key.weighted === weighted
          );
          for (let row = 0; row < theirs.rowCount; row++) {
            const [only] = theirs.slice(row).slice;
            const slice = answer.slices.findIndex(each => each.at(0)?.value === only?.value);
            const place = slice * answer.metrics.length + at;
            expect(answer.numbers[place]).toBeCloseTo(theirs.number(row, column), 9);
            expect(answer.halves?.[place]).toBeGreaterThan(0);
            figures++;
          }
        }
      }
    }
    expect(figures).toBe(2 * 2 * 3 * 4);
    client.dispose();
  });
});
