import * as fc from 'fast-check';

import { csvOf, pythonOf } from '../compute-copy';
import { orderOf, pinnedFirst, sortByName, sortByNumber } from '../compute-order';
import { MetricTable } from '../decode-metrics';
import { MetricScan } from '../scan-metrics';

const all = (numbers: Float64Array) => [...numbers.keys()];

describe('sortByNumber', () => {
  it('sorts as comparing does, with what is no number last', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 60 }), fc.boolean(), (values, down) => {
        const numbers = Float64Array.from(values);
        const rows = sortByNumber(all(numbers), orderOf(numbers), numbers, down);
        expect([...rows].sort((a, b) => a - b)).toEqual(all(numbers));
        const known = rows.map(row => numbers[row]).filter(value => !Number.isNaN(value));
        const expected = values
          .filter(value => !Number.isNaN(value))
          .sort((a, b) => (down ? (a > b ? -1 : Number(a < b)) : a < b ? -1 : Number(a > b)));
        expect(known.map(value => value + 0)).toEqual(expected.map(value => value + 0));
        expect(rows.slice(known.length).every(row => Number.isNaN(numbers[row]))).toBe(true);
      })
    );
  });

  it('has the rows that it was given, and no others', () => {
    const numbers = Float64Array.of(3, NaN, 1, 2, 1);
    expect(sortByNumber([0, 1, 4, 2], orderOf(numbers), numbers, false)).toEqual([2, 4, 0, 1]);
    expect(sortByNumber([1, 3, 0], orderOf(numbers), numbers, true)).toEqual([0, 3, 1]);
  });
});

it('rows are sorted by name, and pinned ones come first', () => {
  const names = ['b', 'a', 'c'];
  expect(sortByName([0, 1, 2], row => names[row], true)).toEqual([2, 0, 1]);
  expect(pinnedFirst([0, 1, 2], new Set([2]))).toEqual([2, 0, 1]);
});

describe('a copied table', () => {
  const copied = {
    ...{ table: new MetricTable([], new MetricScan([])), rows: [0, 1], columns: [0] },
    headers: ['Slice', 'auc, "all"'],
    nameOf: (row: number) => ['=cmd()', 'island = Dream'][row]
  };

  it('is CSV that a spreadsheet takes for no formula', () => {
    expect(csvOf(copied).split('\r\n')).toEqual([
      'Slice,"auc, ""all"""',
      "'=cmd(),",
      'island = Dream,',
      ''
    ]);
  });

  it('is a line of Python', () => {
    const nan = "float('nan')";
    expect(pythonOf(copied)).toBe(
      `pd.DataFrame({"auc, \\"all\\"": [${nan}, ${nan}]}, index=pd.Index(["=cmd()", "island = Dream"], name="Slice"))\n`
    );
  });
});
