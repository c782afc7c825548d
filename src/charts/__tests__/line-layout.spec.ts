/** Lines of values by step. */
import { lineLayout } from '../line-layout';

const box = { width: 300, height: 150, axes: true, log: false };
const series = (...ys: number[]) => [{ name: 'a', color: 1, points: ys.map((y, x) => ({ x, y })) }];

it('puts points in the area, in their order', () => {
  const { area, lines } = lineLayout(series(0, 10, 5), box);
  const [[first, second, third]] = lines[0].map(piece => piece);
  expect(first.left).toBe(area.left);
  expect(third.left).toBe(area.right);
  expect(second.top).toBeLessThan(third.top);
  expect(third.top).toBeLessThan(first.top);
  expect(first.top).toBeLessThan(area.bottom);
});

it('breaks at what is no finite number', () => {
  const { lines } = lineLayout(series(1, NaN, 2, 3, Infinity), box);
  expect(lines[0].map(piece => piece.map(({ y }) => y))).toEqual([[1], [2, 3]]);
});

it.each([[[]], [[5]], [[0, 0]], [[NaN]], [[-1e308, 1e308]], [[1e-320, 2e-320]]])(
  'has finite places for %p',
  ys => {
    for (const log of [false, true]) {
      const { lines, x, y } = lineLayout(series(...ys), { ...box, log });
      const places = lines.flat(2).flatMap(({ left, top }) => [left, top]);
      expect([...places, ...x.scale.ticks, ...y.scale.ticks].every(Number.isFinite)).toBe(true);
    }
  }
);
