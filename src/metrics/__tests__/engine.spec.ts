/** Intervals cover as they claim; curves, thresholds and the finder say what is so. */
import { Chance, Spread, drawPoisson } from '../bootstrap';
import { chooseThresholds } from '../choose-thresholds';
import { DEFAULT_OPTIONS, FigureMaker } from '../compute-figures';
import { classConfusion, labelConfusion } from '../compute-plots';
import { codedBy, slicesOf } from '../compute-slices';
import { curvesOf, plotCounts } from '../curves';
import { cellsOf, reordered } from '../find-cells';
import type { IComparer } from '../find-comparer';
import { comparerOf } from '../find-measures';
import { findSlices } from '../find-slices';
import { discoveryRates, normalTail, studentQuantile } from '../significance';
import type { IPredictionTable } from '../prediction-table';
import { Rankings } from '../ranking';
import type { IRowFilter, ISliceValue } from '../slicing';
import { evaluationFiles, evaluationOf, predictions } from './fixture';
import type { IPlot } from '../../artifacts/model-evaluation/decode-plots';
import { loadPlots } from '../../artifacts/model-evaluation/decode-plots';

const all = { by: [], filters: [] };

/** Rows of a model whose scores are chances: labels are drawn by them. */
function drawn(rows: number, chance: Chance): IPredictionTable {
  const share = (): number => (chance.word() >>> 0) / 2 ** 32;
  const predictions = Float32Array.from({ length: rows }, share);
  return {
    ...{ task: 'binary', rows, predictions, classes: [], weights: null, leftOut: 0, places: null },
    ...{ output: '', outputs: [] },
    about: { labelKey: '', weightKey: null, predictionKey: '' },
    labels: Float64Array.from(predictions, score => Number(share() < score)),
    features: [
      {
        ...{ kind: 'category', name: 'group', values: ['a', 'b'], starts: null },
        codes: Int32Array.from({ length: rows }, (_, row) => row % 2)
      }
    ]
  };
}

describe('intervals', () => {
  it('have the quantiles of tables', () => {
    const table = [1, 2, 10, 19, 99].map(freedom => studentQuantile(0.975, freedom));
    const known = [12.7062, 4.30265, 2.22814, 2.09302, 1.98422];
    table.forEach((value, at) => expect(value).toBeCloseTo(known[at], 3));
    expect(normalTail(1.959964)).toBeCloseTo(0.025, 6);
    expect(normalTail(-1)).toBeCloseTo(0.841345, 5);
  });

  it('draw by Poisson of mean 1', () => {
    const draws = new Uint8Array(200_000);
    drawPoisson(draws, new Chance(5));
    const of = (times: number): number =>
      draws.reduce((sum, each) => sum + Number(each === times), 0) / draws.length;
    [0.36788, 0.36788, 0.18394, 0.06131, 0.01533].forEach((share, times) =>
      expect(of(times)).toBeCloseTo(share, 2)
    );
  });

  it('cover what is true in 95 of 100 cases', async () => {
    const chance = new Chance(11);
    // Of scores that are evenly spread chances: E[2 p (1 - p)] and the like.
    const truths = { auc: 5 / 6, binary_accuracy: 0.75, precision: 0.75, mean_label: 0.5 };
    const names = Object.keys(truths) as readonly (keyof typeof truths)[];
    const covered = new Map(names.map(name => [name, 0]));
    const repeats = 300;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const table = drawn(400, chance);
      const maker = new FigureMaker(table, DEFAULT_OPTIONS);
      const prepared = maker.prepare(slicesOf(table, all));
      const figures = maker.figures(prepared, null);
      const spread = new Spread(figures.length);
      const draws = new Uint8Array(table.rows);
      for (let round = 0; round < 60; round++) {
        drawPoisson(draws, chance);
        spread.add(maker.figures(prepared, draws));
      }
      const half = spread.halfWidths();
      for (const name of names) {
        const at = maker.metrics.findIndex(metric => metric.name === name);
        const hit = Math.abs(figures[at] - truths[name]) <= half[at];
        covered.set(name, (covered.get(name) ?? 0) + Number(hit));
      }
    }
    for (const name of names) {
      // Three standard errors of such a simulation.
      expect(Math.abs((covered.get(name) ?? 0) / repeats - 0.95)).toBeLessThan(0.04);
    }
  });
});

describe('curves', () => {
  it('are those of the plot that TFMA wrote', async () => {
    const table = predictions('two-classes');
    const maker = new FigureMaker(table, { ...DEFAULT_OPTIONS, weighted: true });
    const slices = slicesOf(table, { by: [{ feature: 'island', edges: null }], filters: [] });
    const curves = curvesOf(maker.prepare(slices).ranked[0], DEFAULT_OPTIONS.thresholds);
    const evaluation = await evaluationOf('artifacts/ModelEvaluation/two-classes');
    const plots = await loadPlots(
      evaluationFiles('artifacts/ModelEvaluation/two-classes'),
      evaluation.plots,
      new AbortController().signal
    );
    const at = plots.slices.findIndex(({ slice }) => slice.some(({ value }) => value === 'Dream'));
    const theirs = plots
      .plots(at)
      .find(
        ({ key, data }) =>
          key.model === 'candidate' && key.weighted && data.confusionMatrixAtThresholds
      );
    const matrices = theirs?.data.confusionMatrixAtThresholds?.matrices ?? [];
    expect(matrices).toHaveLength(52);
    const place = slices.slices.findIndex(([{ value }]) => value === 'Dream');
    plotCounts(curves, place, 50).forEach((counts, index) => {
      expect(counts.threshold).toBeCloseTo(matrices[index].threshold, 6);
      expect(counts.truePositives).toBeCloseTo(matrices[index].truePositives, 9);
      expect(counts.falsePositives).toBeCloseTo(matrices[index].falsePositives, 9);
      expect(counts.falseNegatives).toBeCloseTo(matrices[index].falseNegatives, 9);
    });
  });
});

describe('confusion', () => {
  /** TFMA's plots of all examples, and of an island. */
  async function theirs(path: string): Promise<readonly (readonly [string, readonly IPlot[]])[]> {
    const { plots: files } = await evaluationOf(path);
    const { signal } = new AbortController();
    const table = await loadPlots(evaluationFiles(path), files, signal);
    return table.slices.flatMap(({ slice, against }, at) =>
      against === null && slice.length < 2 && slice.every(({ column }) => column === 'island')
        ? [[slice.map(({ value }) => String(value)).join(), table.plots(at)] as const]
        : []
    );
  }

  const island = { by: [{ feature: 'island', edges: null }], filters: [] };

  it('of labels is that of TFMA', async () => {
    const table = predictions('labels');
    let compared = 0;
    for (const [name, plots] of await theirs('predictions/labels')) {
      const slices = slicesOf(table, name === '' ? all : island);
      const place = name === '' ? 0 : slices.slices.findIndex(([{ value }]) => value === name);
      for (const { key, data } of plots) {
        const ours = labelConfusion(table, slices, place, key.weighted === true);
        for (const matrix of data.multiLabelConfusionMatrixAtThresholds?.matrices ?? []) {
          const own = ours.find(({ threshold }) => threshold === matrix.threshold);
          for (const { actualClassId, predictedClassId, ...entry } of matrix.entries) {
            const counts = own?.counts[actualClassId][predictedClassId];
            expect(counts?.truePositives).toBeCloseTo(entry.truePositives, 6);
            expect(counts?.falsePositives).toBeCloseTo(entry.falsePositives, 6);
            expect(counts?.trueNegatives).toBeCloseTo(entry.trueNegatives, 6);
            expect(counts?.falseNegatives).toBeCloseTo(entry.falseNegatives, 6);
            compared++;
          }
        }
      }
    }
    // Of all examples and three islands, weighted and not, two thresholds.
    expect(compared).toBe(120);
  });

  it('of classes is that of TFMA', async () => {
    const table = predictions('outputs', 'species');
    let compared = 0;
    for (const [name, plots] of await theirs('artifacts/ModelEvaluation/outputs')) {
      const slices = slicesOf(table, name === '' ? all : island);
      const place = name === '' ? 0 : slices.slices.findIndex(([{ value }]) => value === name);
      const ours = classConfusion(table, slices, place, true);
      for (const { data } of plots) {
        for (const matrix of data.multiClassConfusionMatrixAtThresholds?.matrices ?? []) {
          const own = ours.find(({ threshold }) => threshold === matrix.threshold)?.weights ?? [];
          const sums = own.map(row => row.map(() => 0));
          for (const { actualClassId, predictedClassId, numWeightedExamples } of matrix.entries) {
            sums[actualClassId][predictedClassId < 0 ? 3 : predictedClassId] = numWeightedExamples;
          }
          own.flat().forEach((weight, at) => expect(weight).toBeCloseTo(sums.flat()[at], 6));
          compared += own.length;
        }
      }
    }
    expect(compared).toBe(4 * 3 * 3);
  });
});

describe('thresholds', () => {
  const table = predictions('carriers');
  const maker = new FigureMaker(table, DEFAULT_OPTIONS);
  const slices = slicesOf(table, { by: [{ feature: 'origin', edges: null }], filters: [] });
  const curves = curvesOf(maker.prepare(slices).ranked[0], DEFAULT_OPTIONS.thresholds);

  it('cost least of all thresholds that there are', () => {
    const [one, each] = chooseThresholds(curves, [0, 1, 2], 3);
    const cost = (slice: number, threshold: number): number => {
      let sum = 0;
      for (let row = 0; row < table.rows; row++) {
        if (slices.codes[row] === slice) {
          const above = table.predictions[row] > threshold;
          sum += above ? 1 - table.labels[row] : 3 * table.labels[row];
        }
      }
      return sum;
    };
    const places = [0, 1, 2];
    const tried = Array.from({ length: 200 }, (_, at) => at / 200);
    const least = places.map(slice => Math.min(...tried.map(at => cost(slice, at))));
    const together = Math.min(
      ...tried.map(at => places.reduce((sum, slice) => sum + cost(slice, at), 0))
    );
    expect(one.cost).toBeLessThanOrEqual(together);
    expect(each.cost).toBeLessThanOrEqual(least.reduce((sum, every) => sum + every));
    expect(each.cost).toBeLessThanOrEqual(one.cost);
    // What a threshold is said to cost is what it costs.
    const said = one.counts.reduce((sum, { threshold }, slice) => sum + cost(slice, threshold), 0);
    expect(said).toBeCloseTo(one.cost, 6);
  });

  it('make rates equal where that is asked for', () => {
    const [, , opportunity, parity] = chooseThresholds(curves, [0, 1, 2], 3);
    const rates = opportunity.counts.map(
      ({ truePositives: tp, falseNegatives: fn }) => tp / (tp + fn)
    );
    rates.forEach(rate => expect(Math.abs(rate - (opportunity.rate ?? NaN))).toBeLessThan(0.05));
    parity.counts.forEach(each => {
      const positive = each.truePositives + each.falsePositives;
      const whole = positive + each.trueNegatives + each.falseNegatives;
      expect(Math.abs(positive / whole - (parity.rate ?? NaN))).toBeLessThan(0.05);
    });
  });
});

describe('the finder', () => {
  const step = async (): Promise<void> => {};
  const comparer = (table: IPredictionTable, name: string, weighted = false): IComparer => {
    const options = { ...DEFAULT_OPTIONS, weighted };
    const measure = { name, classId: null, aggregation: null };
    return comparerOf(table, measure, options, new Rankings(table, options));
  };

  it.each([false, true])('has areas of a slice and of all others, weighted: %s', weighted => {
    const table = predictions('carriers');
    const area = comparer(table, 'auc', weighted);
    const hours = codedBy(table, { feature: 'hour', edges: [9, 17] });
    const alerts = codedBy(table, { feature: 'alerts', edges: null });
    const order = area.order ?? new Uint32Array(0);
    const maker = new FigureMaker(table, { ...DEFAULT_OPTIONS, weighted });
    const auc = maker.metrics.findIndex(({ name }) => name === 'auc');
    let compared = 0;
    for (const coded of [[hours], [hours, alerts]]) {
      const cells = cellsOf(
        table.rows,
        coded.map(each => reordered(each, order)),
        30
      );
      area.compare(cells).forEach((found, cell) => {
        if (found === null) {
          return;
        }
        const id = cells.ids[cell];
        const wanted = coded.length === 1 ? [id] : [Math.floor(id / 3), id % 3];
        const has = (row: number): boolean =>
          coded.every(({ codes, starts }, at) =>
            starts === null
              ? codes[row] === wanted[at]
              : codes.subarray(starts[row], starts[row + 1]).includes(wanted[at])
          );
        const inside = Int32Array.from({ length: table.rows }, (_, row) => (has(row) ? 0 : 1));
        // The engine that TFMA's figures are held against.
        const figures = maker.figures(
          maker.prepare({ slices: [[], []], codes: inside, rows: null }),
          null
        );
        expect(found.value).toBeCloseTo(figures[auc], 10);
        expect(found.rest).toBeCloseTo(figures[maker.metrics.length + auc], 10);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('knows how certain a difference of areas is', () => {
    const chance = new Chance(17);
    const repeats = 400;
    let covered = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const table = drawn(1000, chance);
      const [feature] = table.features;
      const area = comparer(table, 'auc');
      const coded = codedBy(table, { feature: feature.name, edges: null });
      const cells = cellsOf(table.rows, [reordered(coded, area.order ?? new Uint32Array(0))], 30);
      const [found] = area.compare(cells);
      // Both halves are of the same kind.
      covered += Number(
        found !== null && Math.abs(found.value - found.rest) <= 1.959964 * found.error
      );
    }
    expect(Math.abs(covered / repeats - 0.95)).toBeLessThan(0.033);
  });

  it('finds where scores tell nothing, by the area', async () => {
    const table = drawn(6000, new Chance(23));
    const chance = new Chance(24);
    const codes = Int32Array.from({ length: table.rows }, () => chance.word() & 7);
    const scores = table.predictions.map((score, row) =>
      codes[row] === 5 ? (chance.word() >>> 0) / 2 ** 32 : score
    );
    const feature = {
      ...{ kind: 'category' as const, name: 'x', codes, starts: null },
      values: Array.from({ length: 8 }, (_, at) => `x${at}`)
    };
    const spoiled = { ...table, predictions: scores, features: [...table.features, feature] };
    const { found } = await findSlices(
      spoiled,
      comparer(spoiled, 'auc'),
      { least: 50, without: [] },
      step
    );
    expect(found[0].slice.map(({ value }) => value)).toEqual(['x5']);
    expect(found[0].value).toBeCloseTo(0.5, 1);
    expect(found[0].rest).toBeCloseTo(5 / 6, 1);
  });

  it('finds what is wrong with a model, and not what is chance', async () => {
    const table = drawn(6000, new Chance(3));
    const chance = new Chance(4);
    const codes = Int32Array.from({ length: table.rows }, () => chance.word() & 7);
    const other = Int32Array.from({ length: table.rows }, () => chance.word() & 3);
    const labels = table.labels.map((label, row) =>
      codes[row] === 2 && other[row] === 1 ? 1 - label : label
    );
    const feature = (name: string, of: Int32Array, values: number) => ({
      ...{ kind: 'category' as const, name, codes: of, starts: null },
      values: Array.from({ length: values }, (_, at) => `${name}${at}`)
    });
    const features = [feature('x', codes, 8), feature('y', other, 4), feature('again', codes, 8)];
    const spoiled = { ...table, labels, features: [...table.features, ...features] };
    const { found, tested } = await findSlices(
      spoiled,
      comparer(spoiled, 'binary_accuracy'),
      { least: 50, without: [] },
      step
    );
    expect(tested).toBeGreaterThan(100);
    const values = (slice: readonly ISliceValue[]): string =>
      slice.map(({ value }) => value).join();
    // It harms as much as what it is a part of.
    const pair = found.slice(0, 5).find(({ slice }) => values(slice) === 'x2,y1');
    expect(pair?.gap).toBeGreaterThan(0.3);
    expect(pair?.low).toBeLessThan(pair?.gap ?? NaN);
    expect(pair?.alike.map(values)).toContain('y1,again2');
    const innocent = await findSlices(
      table,
      comparer(table, 'binary_accuracy'),
      { least: 50, without: [] },
      step
    );
    expect(innocent.found).toEqual([]);
  });

  it('corrects as Benjamini and Hochberg do', () => {
    const rates = discoveryRates([0.01, 0.04, 0.03, 0.5]);
    expect([0.01, 0.03, 0.04, 0.5].map(rates)).toEqual([0.04, 0.16 / 3, 0.16 / 3, 0.5]);
  });
});

describe('filters and bins', () => {
  it('take the rows that they say', () => {
    const table = predictions('carriers');
    const filter = (feature: string, more: Partial<IRowFilter>): IRowFilter => ({
      ...{ feature, values: null, low: -Infinity, high: Infinity },
      ...more
    });
    const { slices, codes } = slicesOf(table, {
      by: [{ feature: 'hour', edges: [9, 17] }],
      filters: [filter('carrier', { values: ['UA', 'AA'] }), filter('distance', { low: 500 })]
    });
    expect(slices.map(([{ value }]) => value)).toEqual(['< 9', 'in [9, 17)', '≥ 17']);
    const of = (name: string) => table.features.find(each => each.name === name);
    const [carrier, hour, distance] = ['carrier', 'hour', 'distance'].map(of);
    codes.forEach((code, row) => {
      const here =
        carrier?.kind === 'category' &&
        ['UA', 'AA'].includes(carrier.values[carrier.codes[row]]) &&
        distance?.kind === 'number' &&
        distance.numbers[row] >= 500;
      const at = hour?.kind === 'number' ? hour.numbers[row] : NaN;
      expect(code).toBe(here ? Number(at >= 9) + Number(at >= 17) : -1);
    });
  });
});
