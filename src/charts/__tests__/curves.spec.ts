/** Curves in a plane, and bars of a measure: where they are, and how they are read. */
import { curves } from '../curves';
import { curvesLayout, nearestPoint } from '../curves-layout';
import { measureBars } from '../measure-bars';
import { measureLayout } from '../measure-bars-layout';

const plane = {
  ...{ width: 300, height: 200 },
  x: { name: 'x', low: 0, high: 1 },
  y: { name: 'y', low: 0, high: 1 }
};
const points = (name: string, ...ys: number[]) =>
  ys.map((y, index) => ({ x: index / Math.max(1, ys.length - 1), y, said: `${name}${index}` }));
const series = [
  { name: 'a', color: 1, points: points('a', 0, 0.5, 1) },
  { name: 'b', color: 2, points: points('b', 1, NaN, 0) }
];

describe('curves', () => {
  it('are within the area, without what is no finite number', () => {
    const { area, curves: placed } = curvesLayout(series, plane);
    expect(placed.map(each => each.length)).toEqual([3, 2]);
    expect(placed[0][0]).toMatchObject({ left: area.left, top: area.bottom });
    expect(placed[0][2]).toMatchObject({ left: area.right, top: area.top });
  });

  it('have a nearest point', () => {
    const { area, curves: placed } = curvesLayout(series, plane);
    expect(nearestPoint(placed, area.right, area.bottom)).toEqual({ curve: 1, index: 1 });
    expect(nearestPoint([], 0, 0)).toBeNull();
  });

  it('are read with the arrow keys', () => {
    const told: (string | null)[] = [];
    const svg = curves(series, { ...plane, label: 'both', onTell: said => told.push(said) });
    for (const key of ['ArrowRight', 'End', 'ArrowDown', 'Home', 'Tab']) {
      svg.dispatchEvent(new KeyboardEvent('keydown', { key }));
    }
    svg.dispatchEvent(new FocusEvent('blur'));
    expect(told).toEqual(['a: a1', 'a: a2', 'b: b2', 'b: b0', null]);
    expect(svg.getAttribute('aria-label')).toBe('both');
  });
});

describe('bars of a measure', () => {
  const measures = [
    { name: 'one', value: 0.5, interval: { lower: 0.2, upper: 0.9 } },
    { name: 'two', value: -0.25, interval: null }
  ];

  it('begin at zero, and have room for intervals', () => {
    const { scale, zero, left, right } = measureLayout(measures, { width: 400, mark: null });
    expect(scale(-0.25)).toBe(left);
    expect(scale(0.9)).toBe(right);
    expect(zero).toBe(scale(0));
  });

  it('say their value and interval', () => {
    const svg = measureBars(measures, { label: 'all', width: 400, mark: 0.1, figure: String });
    expect([...svg.querySelectorAll('title')].map(each => each.textContent)).toEqual([
      'one: 0.5 (0.2 – 0.9)',
      'two: -0.25'
    ]);
    expect(svg.querySelectorAll('.jp-TfxChart-whisker, .jp-TfxChart-mark')).toHaveLength(2);
  });

  it('have finite places, whatever is measured', () => {
    for (const value of [0, 1e308, -1e308, 1e-320]) {
      const { scale } = measureLayout([{ name: '', value, interval: null }], {
        ...{ width: 300, mark: null }
      });
      expect(Number.isFinite(scale(value))).toBe(true);
    }
  });
});
