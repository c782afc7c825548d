import { cumulative } from '../cumulative';
import { histogram } from '../histogram';
import { histogramLayout } from '../histogram-layout';
import { matrix } from '../matrix';
import { linearTicks, numberScale, shareText, tickText } from '../number-scale';
import { quantiles } from '../quantiles';
import { quantilesLayout } from '../quantiles-layout';
import { shareBars } from '../share-bars';
import { valueBars } from '../value-bars';
import { valueLabels } from '../value-bars-layout';

/** Buckets between bounds, with these counts. */
const buckets = (bounds: readonly number[], counts: readonly number[]) =>
  counts.map((sampleCount, i) => ({
    lowValue: bounds[i],
    highValue: bounds[i + 1],
    sampleCount
  }));

const train = { name: 'train', color: 1, buckets: buckets([0, 10, 20, 30], [4, 0, 16]) };
const evaluation = { name: 'eval', color: 2, buckets: buckets([5, 10, 15, 20], [2, 8, 2]) };
const size = { width: 200, height: 80, axes: false, log: false, share: false };

describe('numberScale', () => {
  it('has round ticks within its domain', () => {
    expect(linearTicks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(linearTicks(0.03, 0.31, 3)).toEqual([0.1, 0.2, 0.3]);
    expect(linearTicks(-7, 4000, 2)).toEqual([0, 2000, 4000]);
    expect(linearTicks(3, 3, 4)).toEqual([3]);
    expect(linearTicks(0, Infinity, 4)).toEqual([0]);
  });

  it('bends around zero where it is logarithmic', () => {
    const scale = numberScale({ domain: [-1000, 1000], range: [0, 100], count: 4, log: 1 });
    expect(scale(0)).toBe(50);
    expect(scale(-1000)).toBe(0);
    expect(scale(10) - scale(0)).toBeGreaterThan(10);
    expect(scale(5000)).toBe(100);
    expect(scale.ticks).toEqual([-1000, -100, -10, -1, 0, 1, 10, 100, 1000]);
  });

  it('writes numbers in few characters', () => {
    expect([0, 1200, -0.5, 3.14159, 2e-7, 4e18].map(tickText)).toEqual([
      ...['0', '1.2K', '−0.5', '3.142', '2e-7', '4e18']
    ]);
    expect([0, 0.123456, 1].map(shareText)).toEqual(['0%', '12.3%', '100%']);
  });
});

describe('histogramLayout', () => {
  const heights = (layout: ReturnType<typeof histogramLayout>) =>
    layout.bars.map(bars => bars.map(({ height }) => Math.round(height)));

  it('has one height per count', () => {
    const layout = histogramLayout([train], size);
    expect(heights(layout)).toEqual([[20, 0, 78]]);
    expect(layout.bars[0].map(({ x }) => Math.round(x))).toEqual([1, 67, 133]);
  });

  it('compares series by density where their buckets differ, and by share where that is asked', () => {
    expect(heights(histogramLayout([train, evaluation], size))).toEqual([
      [20, 0, 78],
      [20, 78, 20]
    ]);
    const shares = histogramLayout([train, evaluation], { ...size, share: true });
    expect(heights(shares)[1]).toEqual([20, 78, 20]);
    expect(heights(shares)[0]).toEqual([12, 0, 47]);
  });

  it('keeps small counts in view on a logarithmic scale', () => {
    const few = { ...train, buckets: buckets([0, 1, 2], [1, 100_000]) };
    expect(heights(histogramLayout([few], size))).toEqual([[2, 78]]);
    expect(heights(histogramLayout([few], { ...size, log: true }))).toEqual([[5, 78]]);
  });

  it.each([
    ['nothing', []],
    ['one value', [{ lowValue: 3, highValue: 3, sampleCount: 5 }]],
    ['no end', buckets([-Infinity, 0, 1, Infinity], [1, 2, 3])],
    ['nothing finite', [{ lowValue: -Infinity, highValue: Infinity, sampleCount: 2 }]],
    ['no counts', buckets([0, 1, 2], [0, 0])],
    ['huge values', buckets([-1e308, 0, 1e308], [1, 1])]
  ])('stays in its box for %s', (_, odd) => {
    for (const { x, y, width, height } of histogramLayout([{ ...train, buckets: odd }], size)
      .bars[0]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(202);
      expect(y + height).toBeCloseTo(79, 6);
      expect(height).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('quantilesLayout', () => {
  it('has a lane per series, with its median', () => {
    const { lanes } = quantilesLayout(
      [{ ...train, buckets: buckets([0, 10, 20, 40, 100], [5, 5, 5, 5]) }, evaluation],
      size
    );
    expect(lanes.map(({ boxes }) => boxes.map(({ x }) => Math.round(x)))).toEqual([
      [1, 21, 41, 80],
      [11, 21, 31]
    ]);
    expect(Math.round(lanes[0].median?.x ?? 0)).toBe(40);
    expect(lanes[0].boxes[0].y).toBeLessThan(lanes[1].boxes[0].y);
  });
});

describe('valueLabels', () => {
  const values = (...counts: readonly [string, number][]) =>
    counts.map(([label, count]) => ({ label, count }));

  it('takes what is frequent in any series, in the order of the first', () => {
    const one = { ...train, values: values(['a', 50], ['b', 40], ['c', 10]), total: 100 };
    const two = { ...train, values: values(['d', 9], ['a', 1]), total: 10 };
    expect(valueLabels([one, two], 3)).toEqual(['a', 'b', 'd']);
    expect(valueLabels([], 3)).toEqual([]);
  });
});

describe('pictures', () => {
  const options = { label: 'What it shows', width: 160, height: 60 };
  const values = (...labels: readonly string[]) => ({
    values: labels.map((label, index) => ({ label, count: 30 - 10 * index })),
    total: 60
  });

  it.each([
    ['histogram of a row', () => histogram([train, evaluation], options)],
    ['histogram', () => histogram([train], { ...options, axes: true, height: 100 })],
    ['quantiles of a row', () => quantiles([train, evaluation], options)],
    ['quantiles', () => quantiles([train], { ...options, axes: true, height: 80 })],
    [
      'cumulative',
      () =>
        cumulative(
          [
            {
              ...train,
              points: [
                { x: 0, share: 0 },
                { x: 5, share: 0.8 },
                { x: Infinity, share: 1 }
              ]
            }
          ],
          { ...options, axes: true, height: 100 }
        )
    ],
    ['values of a row', () => valueBars([{ ...train, ...values('a', 'b', 'c') }], options)],
    [
      'values',
      () =>
        valueBars(
          [
            { ...train, ...values('<b>a</b>', '', 'a very long value that does not fit') },
            { ...evaluation, ...values('') }
          ],
          { ...options, axes: true }
        )
    ],
    [
      'shares',
      () =>
        shareBars(
          [
            {
              ...train,
              parts: [
                { name: 'there', share: 0.75, look: 'full' },
                { name: 'missing', share: 0.25, look: 'none' }
              ]
            }
          ],
          options
        )
    ],
    [
      'matrix',
      () =>
        matrix(
          {
            names: ['a', 'b'],
            values: [
              [1, -0.5],
              [-0.5, NaN]
            ]
          },
          { label: 'What it shows' }
        )
    ]
  ])('%s', (_, draw) => {
    expect(draw()).toMatchSnapshot();
  });
});
