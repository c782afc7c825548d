import { FolderSource, pythonReads } from '../../__tests__/folder-source';
import { correlations } from '../compute-correlations';
import { nameDatasets } from '../compute-datasets';
import { distance, infinityDistance, jensenShannon } from '../compute-distance';
import { distributionOf, nonUniformity } from '../compute-distribution';
import { featureFlags, rowFlags } from '../compute-flags';
import { filterRows, readPattern, rowDistance } from '../compute-order';
import { orderedBy } from './ordered-by';
import { featureRows, typesOf } from '../compute-rows';
import { decodeStatistics } from '../decode';
import type { IFeatureStatistics } from '../statistics';
import measured from './tfdv-distances.json';

const { signal } = new AbortController();
const read = (folder: string) =>
  decodeStatistics(new FolderSource(folder, 'ExampleStatistics'), signal);

/** Datasets `eval` and `train`, in this order. */
async function penguins() {
  const datasets = nameDatasets([{ label: 'a', data: await read('statistics') }]);
  return { datasets, rows: featureRows(datasets), shown: [0, 1] };
}

async function rich() {
  const datasets = nameDatasets([{ label: 'a', data: await read('statistics-rich') }]);
  return { datasets, rows: featureRows(datasets), shown: datasets.map((_, index) => index) };
}

/** A feature with these figures. */
function feature(figures: Partial<IFeatureStatistics['figures']>): IFeatureStatistics {
  const none = {
    numNonMissing: 100,
    numMissing: 0,
    totNumValues: 100,
    minNumValues: 1,
    maxNumValues: 1
  };
  const numbers = { numZeros: NaN, numNaN: NaN, min: NaN, max: NaN, unique: NaN };
  return {
    ...{ name: 'x', path: ['x'], type: 'INT', custom: [], derivedBy: null, problem: null },
    ...{ common: null, numeric: null, string: null, bytes: null },
    figures: { ...none, ...numbers, ...figures }
  };
}

describe('distance', () => {
  it('is what TFDV measures of the penguins', async () => {
    const { rows } = await penguins();
    const between = (name: string) => {
      const row = rows.find(each => each.name === name);
      const [a, b] = (row?.features ?? []).map(each => each && distributionOf(each, false));
      return a && b ? distance(a, b) : NaN;
    };
    const found = pythonReads('anomalies') as {
      eval: { driftSkewInfo: Record<string, { value: number }[]>[] };
    };
    const [skew, drift] = found.eval.driftSkewInfo;
    expect(between('bill_depth_mm')).toBeCloseTo(skew.skewMeasurements[0].value, 12);
    expect(between('island')).toBeCloseTo(drift.driftMeasurements[0].value, 12);
  });

  it.each(Object.entries(measured))(
    'is what TFDV measures, of %s',
    (_, { measured: value, control, test }) => {
      const numbers = ({ numNaN, buckets }: typeof control) => ({
        kind: 'numbers' as const,
        numNaN,
        buckets: buckets.map(([low, high, count]) => ({
          lowValue: Number(low),
          highValue: Number(high),
          sampleCount: Number(count)
        }))
      });
      expect(jensenShannon(numbers(control), numbers(test))).toBeCloseTo(value, 10);
    }
  );

  it('is NaN where there is nothing to compare', () => {
    expect(infinityDistance(new Map(), new Map([['a', 1]]))).toBeNaN();
    expect(
      distance(
        { kind: 'labels', counts: new Map([['a', 1]]) },
        { kind: 'numbers', numNaN: 0, buckets: [] }
      )
    ).toBeNaN();
  });
});

describe('nonUniformity', () => {
  const labels = (...counts: number[]) =>
    nonUniformity({
      kind: 'labels',
      counts: new Map(counts.map((count, index) => [String(index), count]))
    });

  it('is 0 for even counts and 1 for a single one', () => {
    expect(labels(5, 5, 5)).toBeCloseTo(0, 12);
    expect(labels(5, 0, 0)).toBe(1);
    expect(labels(5)).toBe(1);
    expect(labels(0, 0)).toBeNaN();
    expect(labels(9, 1)).toBeCloseTo(0.531, 3);
  });
});

describe('flags', () => {
  it.each([
    [{}, []],
    [{ numNonMissing: 0 }, ['empty']],
    [{ numNonMissing: 97, numMissing: 3 }, ['missing']],
    [{ numNonMissing: 98, numMissing: 2 }, []],
    [{ minNumValues: 0, totNumValues: 97 }, ['hollow']],
    [{ minNumValues: 0, maxNumValues: 5, totNumValues: 97 }, []],
    [{ numZeros: 11 }, ['zeros']],
    [{ min: 3, max: 3 }, ['constant']],
    [{ unique: 1 }, ['constant']],
    [{ unique: 100 }, ['unique']],
    [{ min: -Infinity, max: 3, numNaN: 1 }, ['nan', 'infinite']]
  ])('of %j are %j', (figures, flags) => {
    expect(featureFlags(feature(figures))).toEqual(flags);
  });

  it('of a damaged feature say that it is damaged', () => {
    const damaged = { ...feature({ numNonMissing: NaN }), problem: 'x cannot be read.' };
    expect(featureFlags(damaged)).toEqual(['damaged']);
  });

  it('tell what is between datasets', () => {
    const row = {
      ...{ key: 'x', order: 0, name: 'x', path: ['x'], kind: 'numeric' as const },
      features: [feature({}), null, { ...feature({}), type: 'FLOAT' as const }]
    };
    expect(rowFlags(row, [0, 1])).toEqual(['absent', 'types']);
    expect(typesOf(row)).toEqual(['INT', 'FLOAT']);
  });
});

describe('rows', () => {
  it('have a feature of each dataset', async () => {
    const { rows, datasets } = await penguins();
    expect(datasets.map(({ label, color }) => [label, color])).toEqual([
      ['eval', 1],
      ['train', 2]
    ]);
    expect(datasets.map(({ dataset }) => dataset.features.length)).toEqual([8, 8]);
    const alone = rows.filter(({ features }) => features.includes(null));
    expect([rows.length, alone.length]).toEqual([9, 2]);
    for (const { name, features } of rows) {
      expect(new Set(features.map(each => each?.name ?? name))).toEqual(new Set([name]));
    }
    const byDistance = orderedBy(rows, 'distance', [0, 1], false);
    expect(byDistance.slice(-2)).toEqual(alone);
  });

  it('know a nested feature by its path, not by its name', async () => {
    const { rows, datasets } = await rich();
    expect(datasets.map(({ label }) => label)).toEqual(['All Examples', 'label_yes']);
    expect(rows.find(({ key }) => key === 'pets\0name')?.path).toEqual(['pets', 'name']);
    expect(rows.find(({ key }) => key === 'old.style')?.path).toEqual(['old.style']);
  });

  it('of compared artifacts are told apart by artifact and split', async () => {
    const data = await read('statistics');
    const labels = nameDatasets([
      { label: 'one', data },
      { label: 'two', data }
    ]).map(({ label }) => label);
    expect(labels).toEqual(['one · eval', 'one · train', 'two · eval', 'two · train']);
  });
});

describe('order and filter', () => {
  it('sorts by distance as it is measured', async () => {
    const { rows, shown } = await penguins();
    const distances = orderedBy(rows, 'distance', shown, false)
      .map(row => rowDistance(row, shown, false))
      .filter(value => !Number.isNaN(value));
    expect(distances.length).toBe(7);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
    expect(distances[0]).toBeGreaterThan(0.05);
  });

  it('sorts by name, and puts what has no figure last', async () => {
    const { rows, shown } = await rich();
    const zeros = orderedBy(rows, 'zeros', shown, false).map(({ features }) =>
      features.some(each => each !== null && each.figures.numZeros >= 0)
    );
    expect(zeros.indexOf(false)).toBe(zeros.lastIndexOf(true) + 1);
    const names = orderedBy(rows, 'name', shown, false).map(({ name }) => name);
    expect(names[0]).toBe('count');
    expect(orderedBy(rows, 'order', shown, false)).toBe(rows);
  });

  it('lists what matches, is of a kind and shown', async () => {
    const { rows, shown } = await rich();
    const names = (filter: Partial<Parameters<typeof filterRows>[1]>, of = shown) =>
      filterRows(rows, { name: null, kinds: [], flagged: false, ...filter }, of).map(
        ({ name }) => name
      );
    expect(names({ name: /^pets\./ })).toEqual(['pets.legs', 'pets.name']);
    expect(names({ kinds: ['struct'] })).toEqual(['pets']);
    expect(names({}, [])).toEqual([]);
    const flagged = names({ flagged: true });
    expect(flagged).toContain('score');
    expect(flagged.length).toBeLessThan(rows.length);
  });

  it('says what is wrong with an expression', () => {
    expect(readPattern('')).toBeNull();
    expect(readPattern('A.c')).toEqual(/A.c/i);
    expect(readPattern('(')).toContain('Invalid regular expression');
  });
});

describe('correlations', () => {
  const cross = (x: string, y: string, correlation: number) => ({
    ...{ pathX: [x], pathY: [y], count: 1, lift: [], weightedLift: [] },
    numeric: { correlation, covariance: 0 }
  });

  it('are a square with the strongest features', () => {
    const found = correlations([cross('a', 'b', 0.1), cross('b', 'c', -0.9)], 2);
    expect(found).toEqual({
      names: ['b', 'c'],
      values: [
        [1, -0.9],
        [-0.9, 1]
      ],
      left: 1
    });
    expect(correlations([cross('a', 'b', NaN)], 5)?.values[0]).toEqual([1, NaN]);
    expect(correlations([], 5)).toBeNull();
  });
});
