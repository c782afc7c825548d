/** Every figure that we reckon is TFMA's own, for all slices of the fixtures, weighted and not. */
import type { IFigureKey, ISliceKey } from '../../artifacts/model-evaluation/figure-key';
import type { MetricTable } from '../../artifacts/model-evaluation/decode-metrics';
import { DEFAULT_OPTIONS, FigureMaker } from '../compute-figures';
import { slicesOf } from '../compute-slices';
import type { IPredictionTable } from '../prediction-table';
import { evaluationOf, predictions } from './fixture';

/** Figures by slice and metric: TFMA's, and ours of the same. */
function compared(
  theirs: MetricTable,
  table: IPredictionTable,
  thresholds: number,
  model: string
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
        const place = maker.metrics.findIndex(metric => isSame(metric, column));
        const known = theirs.has(row, at) && (column.weighted ?? false) === weighted;
        // Two values are no number: TFMA multiplies 0 by the logarithm of 0.
        const value = theirs.number(row, at);
        if (place >= 0 && known && column.model === model && !column.diff && !Number.isNaN(value)) {
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

function isSame(
  { name, classId }: { readonly name: string; readonly classId: number | null },
  key: IFigureKey
): boolean {
  return (
    name === (key.name === 'example_count' && key.weighted ? 'weighted_example_count' : key.name) &&
    classId === key.classId &&
    key.aggregation === null &&
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
  it.each([
    // Carriers crossed with hours, a feature with several values, scores of 0, 0.5 and 1; areas at 10,000 thresholds.
    ['predictions/carriers', 'carriers', 10_000, '', 5500],
    ['predictions/classes', 'classes', 10_000, '', 700],
    ['predictions/regression', 'regression', 10_000, '', 180],
    ['artifacts/ModelEvaluation/two-classes', 'two-classes', 100, 'candidate', 80],
    ['artifacts/ModelEvaluation/classes', 'classes', 50, '', 100]
  ])('%s', async (path, name, thresholds, model, least) => {
    const { metrics } = await evaluationOf(path);
    const { figures, differing } = compared(metrics, predictions(name), thresholds, model);
    expect(differing.slice(0, 10)).toEqual([]);
    expect(figures).toBeGreaterThan(least);
  });
});
