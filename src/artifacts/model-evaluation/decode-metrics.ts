/**
 * Metrics by slice, in columns. A file may hold 100,000 slices with ten metrics each: a message of protobuf for each of
 * them takes seconds to make, so that plain numbers are picked out of the bytes, and all else is read when it is asked
 * for.
 */
import { decodeMessage } from '../../proto/decode-message';
import type { ConfidenceInterval, MetricValue } from '../../proto/generated/metrics_pb';
import {
  ConfidenceIntervalSchema,
  CrossSliceKeySchema,
  MetricValueSchema,
  SliceKeySchema
} from '../../proto/generated/metrics_pb';
import { Pauses } from '../../metrics/pause';
import { numberOf } from './decode-number';
import { OVERALL, plainSliceKey } from './decode-slice';
import type { IFigureKey, ISliceKey } from './figure-key';
import type { IInterval, IMetricRows } from './metric-rows';
import { CELL, MetricScan, SLICE } from './scan-metrics';

/** Where a value is in the bytes of its record. */
interface IPlace {
  readonly record: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** The first byte of a MetricValue that is a bounded one. */
const BOUNDED = 0x12;

/** Milliseconds at a time, and rows between two looks at the clock. */
const TURN = 8;
const ROWS = 100;

/** What the metrics files hold: a row per record, a column per metric. */
export class MetricTable implements IMetricRows {
  /** By order of appearance. */
  readonly columns: readonly IFigureKey[];
  readonly rowCount: number;

  /**
   * Goes through the records, and lets others have the thread in between.
   *
   * @throws MessageError where a record is no MetricsForSlice; an `AbortError` after the signal.
   */
  static async read(records: readonly Uint8Array[], signal: AbortSignal): Promise<MetricTable> {
    const scan = new MetricScan(records);
    const pauses = new Pauses(TURN);
    for (let row = 0; row < records.length; row++) {
      scan.add(row);
      if (row % ROWS === ROWS - 1) {
        await pauses.pause(signal);
      }
    }
    return new MetricTable(records, scan);
  }

  /** @param scan - Of all of the records. */
  constructor(records: readonly Uint8Array[], scan: MetricScan) {
    this._records = records;
    this.rowCount = records.length;
    this.columns = scan.columns;
    this._starts = scan.starts;
    this._cells = scan.cells;
    this._numbers = scan.numbers;
    this._slices = scan.slices;
  }

  /** Which slice a row is; read at the first call. */
  slice(row: number): ISliceKey {
    return (this._keys[row] ??= this._readSlice(row));
  }

  /** A plain number, or the middle of a bounded one; NaN where there is none. */
  number(row: number, column: number): number {
    const cell = this._cell(row, column);
    return cell < 0 ? NaN : this._numbers[cell];
  }

  /** What {@link number} says of a column, for all rows: quick to go through. Made at the first call. */
  numbers(column: number): Float64Array {
    return (this._columnNumbers[column] ??= this._readColumn(column));
  }

  /** Whether a row has a metric. */
  has(row: number, column: number): boolean {
    return this._cell(row, column) >= 0;
  }

  /** A value of whatever kind; null where there is none. */
  value(row: number, column: number): MetricValue | null {
    const place = this._place(row, column, 1);
    return place && decodeMessage(MetricValueSchema, bytesOf(place), 'A metric');
  }

  /** How certain a number is; null where nobody said. */
  interval(row: number, column: number): IInterval | null {
    const confidence = this.confidence(row, column);
    if (confidence) {
      const lower = numberOf(confidence.lowerBound);
      const upper = numberOf(confidence.upperBound);
      return Number.isNaN(lower) || Number.isNaN(upper) ? null : { lower, upper };
    }
    const place = this._place(row, column, 1);
    if (place === null || place.record[place.start] !== BOUNDED) {
      return null;
    }
    const { type } = decodeMessage(MetricValueSchema, bytesOf(place), 'A metric');
    if (type.case !== 'boundedValue') {
      return null;
    }
    const { lowerBound, upperBound } = type.value;
    return lowerBound === undefined || upperBound === undefined
      ? null
      : { lower: lowerBound, upper: upperBound };
  }

  /** The interval as it was written. */
  confidence(row: number, column: number): ConfidenceInterval | null {
    const place = this._place(row, column, 3);
    return place && decodeMessage(ConfidenceIntervalSchema, bytesOf(place), 'An interval');
  }

  private _readColumn(column: number): Float64Array {
    // In a loop: ten times as quick as Float64Array.from.
    const all = new Float64Array(this.rowCount);
    for (let row = 0; row < all.length; row++) {
      all[row] = this.number(row, column);
    }
    return all;
  }

  private _readSlice(row: number): ISliceKey {
    const at = row * SLICE;
    const bytes = this._records[row].subarray(this._slices[at + 1], this._slices[at + 2]);
    switch (this._slices[at]) {
      case 1:
        return plainSliceKey({
          case: 'sliceKey',
          value: decodeMessage(SliceKeySchema, bytes, 'A slice')
        });
      case 3:
        return plainSliceKey({
          case: 'crossSliceKey',
          value: decodeMessage(CrossSliceKeySchema, bytes, 'Two slices')
        });
      default:
        return OVERALL;
    }
  }

  private _place(row: number, column: number, at: 1 | 3): IPlace | null {
    const cell = this._cell(row, column);
    const end = cell < 0 ? 0 : this._cells[cell * CELL + at + 1];
    return end === 0
      ? null
      : { record: this._records[row], start: this._cells[cell * CELL + at], end };
  }

  /** Where a metric of a row is; -1 where the row has none. */
  private _cell(row: number, column: number): number {
    const first = this._starts[row] ?? 0;
    const end = this._starts[row + 1] ?? 0;
    // Nearly all rows have all metrics in the same order.
    if (first + column < end && this._cells[(first + column) * CELL] === column) {
      return first + column;
    }
    for (let cell = first; cell < end; cell++) {
      if (this._cells[cell * CELL] === column) {
        return cell;
      }
    }
    return -1;
  }

  private readonly _records: readonly Uint8Array[];
  /** By row, its first cell; one more than there are rows. */
  private readonly _starts: Uint32Array;
  private readonly _cells: Uint32Array;
  private readonly _numbers: Float64Array;
  private readonly _slices: Uint32Array;
  private readonly _keys: (ISliceKey | undefined)[] = [];
  private readonly _columnNumbers: (Float64Array | undefined)[] = [];
}

function bytesOf({ record, start, end }: IPlace): Uint8Array {
  return record.subarray(start, end);
}
