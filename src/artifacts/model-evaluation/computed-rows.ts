/** Figures that the page reckoned of predictions, as the tables take them. */
import type { IMetric } from '../../metrics/compute-figures';
import type { IFigures } from '../../metrics/questions';
import type { ISliceValue } from '../../metrics/slicing';
import type { IFigureKey, ISliceKey } from './figure-key';
import type { IInterval, IMetricRows } from './metric-rows';

/** An answer, as rows. */
export class ComputedRows implements IMetricRows {
  readonly columns: readonly IFigureKey[];
  readonly rowCount: number;

  constructor(
    private readonly _figures: IFigures,
    weighted: boolean
  ) {
    this.rowCount = _figures.slices.length;
    this.columns = _figures.metrics.map(metric => keyOf(metric, weighted));
  }

  slice(row: number): ISliceKey {
    return { slice: sliceOf(this._figures.slices[row]), against: null };
  }

  number(row: number, column: number): number {
    return this._figures.numbers[row * this.columns.length + column] ?? NaN;
  }

  numbers(column: number): Float64Array {
    return (this._numbers[column] ??= Float64Array.from({ length: this.rowCount }, (_, row) =>
      this.number(row, column)
    ));
  }

  has(row: number): boolean {
    return row < this.rowCount;
  }

  value(): null {
    return null;
  }

  interval(row: number, column: number): IInterval | null {
    const half = this._figures.halves?.[row * this.columns.length + column] ?? NaN;
    const value = this.number(row, column);
    return Number.isNaN(half) ? null : { lower: value - half, upper: value + half };
  }

  private readonly _numbers: (Float64Array | undefined)[] = [];
}

/** A metric as an evaluation has it. */
export function keyOf(metric: IMetric, weighted: boolean): IFigureKey {
  return { ...metric, weighted, model: '', output: '', k: null, topK: null, diff: false };
}

/** Values as slices of an evaluation have them: a bin is its bounds in words. */
export function sliceOf(values: readonly ISliceValue[]): ISliceKey['slice'] {
  return values.map(({ feature, value, bin }) => ({
    ...{ column: feature, value },
    isRange: bin !== null
  }));
}
