import type { IEvaluation } from '../evaluation';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { compareSlices, isLowerBetter, sharedMetrics, sideColumn } from '../compute-compare';
import { FAIR_RATES, ratesOfMetrics, ratesOfPlots } from '../compute-fairness';
import { columnOf } from '../compute-verdict';
import { decodeEvaluation } from '../decode';
import { loadPlots } from '../decode-plots';

const { signal } = new AbortController();
const fixture = readFixtures().find(
  ({ type, name }) => type === 'ModelEvaluation' && name === 'two-classes'
)!;
const source = new FixtureSource(fixture);
let evaluation: IEvaluation;

beforeAll(async () => {
  evaluation = await decodeEvaluation(source, signal);
});

describe('compareSlices', () => {
  it('finds the change of the baseline that TFMA found, the most harm first', () => {
    const { metrics: table } = evaluation;
    const before = { table, model: 'baseline' };
    const after = { table, model: 'candidate' };
    const key = sharedMetrics(before, after).find(
      ({ name, weighted }) => name === 'binary_accuracy' && weighted === true
    )!;
    const compared = compareSlices(before, after, key, false);
    expect(compared).toHaveLength(table.rowCount);
    const diff = columnOf(table.columns, { ...key, diff: true });
    for (const { slice, gain, weight, harm } of compared) {
      const row = [...Array(table.rowCount).keys()].find(
        each => JSON.stringify(table.slice(each)) === JSON.stringify(slice)
      )!;
      expect(gain).toBeCloseTo(table.number(row, diff), 12);
      expect(harm).toBeCloseTo(-gain * weight, 9);
    }
    const harms = compared.map(({ harm }) => harm);
    expect(harms).toEqual([...harms].sort((a, b) => b - a));
    expect(compareSlices(before, after, key, true)[0].gain).toBeCloseTo(-compared.at(-1)!.gain);
  });

  it('takes the only model of each, whatever it is called', () => {
    const { metrics: table } = evaluation;
    const [key] = table.columns;
    expect(sideColumn({ table, model: null }, { ...key, model: 'other' })).toBe(-1);
    expect(sideColumn({ table, model: null }, key)).toBe(0);
  });

  it('knows of most metrics whether less is better', () => {
    const names = ['auc', 'accuracy', 'mean_squared_error', 'binary_crossentropy', 'recall'];
    expect(names.map(isLowerBetter)).toEqual([false, false, true, true, false]);
  });
});

describe('rates of slices', () => {
  it('are the same by plots and by metrics, as TFMA has both', async () => {
    const plots = ratesOfPlots(await loadPlots(source, evaluation.plots, signal));
    const metrics = ratesOfMetrics(evaluation.metrics);
    expect(metrics.map(({ thresholds }) => thresholds)).toEqual(Array(4).fill([0.25, 0.5, 0.75]));
    for (const { key, slices } of metrics) {
      const other = plots.find(
        each => each.key.model === key.model && each.key.weighted === key.weighted
      )!;
      for (const { slice, weight, rate } of slices) {
        const same = other.slices.find(
          each => JSON.stringify(each.slice) === JSON.stringify(slice)
        )!;
        expect(same.weight).toBeCloseTo(weight);
        const rounded = (of: typeof rate) => FAIR_RATES.map(([name]) => of(name, 0.5).toFixed(9));
        expect(rounded(same.rate)).toEqual(rounded(rate));
      }
    }
  });
});
