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
  MetricKeySchema,
  MetricValueSchema,
  SliceKeySchema
} from '../../proto/generated/metrics_pb';
import { OVERALL, plainMetricKey, plainSliceKey } from './decode-slice';
import type { IFigureKey, ISliceKey } from './figure-key';
import { FieldScanner, LENGTH_DELIMITED } from './field-scanner';
import type { IInterval, IMetricRows } from './metric-rows';

/** Different metrics, at most. */
const MOST_COLUMNS = 5000;

/** Where a value is in the bytes of its record. */
interface IPlace {
  readonly record: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Cells of the figures of a slice that are kept: column, value's start and end, interval's start and end. */
const CELL = 5;
/** Of a row's slice: the field that it is (1 a slice, 3 two of them, 0 none), its start and its end. */
const SLICE = 3;

/** The first byte of a MetricValue that is a bounded one. */
const BOUNDED = 0x12;

/** What the metrics files hold: a row per record, a column per metric. */
export class MetricTable implements IMetricRows {
  /** By order of appearance. */
  readonly columns: readonly IFigureKey[];
  readonly rowCount: number;

  /** @throws MessageError where a record is no MetricsForSlice. */
  constructor(records: readonly Uint8Array[]) {
    const scan = new Scan(records);
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
    return (this._columnNumbers[column] ??= Float64Array.from({ length: this.rowCount }, (_, row) =>
      this.number(row, column)
    ));
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

/** A value as a number: plain, or the middle of a bounded one; NaN for all other kinds. */
export function numberOf(value: MetricValue | undefined): number {
  switch (value?.type.case) {
    case 'doubleValue':
      return value.type.value.value;
    case 'boundedValue':
      return value.type.value.value ?? NaN;
    case 'tDistributionValue':
      return value.type.value.unsampledValue ?? value.type.value.sampleMean ?? NaN;
    default:
      return NaN;
  }
}

/** Fields of MetricsForSlice, and of its metrics. */
const FIELD = { slice: 1, legacy: 2, crossSlice: 3, metric: 51, key: 1, value: 2, interval: 3 };

/** Goes through the records once. */
class Scan {
  readonly columns: IFigureKey[] = [];
  readonly starts: Uint32Array;
  readonly slices: Uint32Array;
  cells = new Uint32Array(0);
  numbers = new Float64Array(0);

  constructor(records: readonly Uint8Array[]) {
    this.starts = new Uint32Array(records.length + 1);
    this.slices = new Uint32Array(records.length * SLICE);
    records.forEach((record, row) => {
      this._add(record, row);
      if (row === 0) {
        // Nearly all rows have as many metrics as the first one; a metric takes some thirty bytes.
        const bytes = records.reduce((sum, { length }) => sum + length, 0);
        this._grow(Math.ceil(Math.min(this._count * records.length, bytes / 16) + 64));
      }
      this.starts[row + 1] = this._count;
    });
  }

  private _add(record: Uint8Array, row: number): void {
    const scanner = new FieldScanner(record, 'A record of the metrics', 'MetricsForSlice');
    const first = this._count;
    while (scanner.next(record.length)) {
      const { field } = scanner;
      if (scanner.wire !== LENGTH_DELIMITED) {
        continue;
      }
      if (field === FIELD.metric || field === FIELD.legacy) {
        this._metric(scanner, field === FIELD.legacy, this._count - first);
      } else if (field === FIELD.slice || field === FIELD.crossSlice) {
        const at = row * SLICE;
        this.slices[at] = field;
        this.slices[at + 1] = scanner.start;
        this.slices[at + 2] = scanner.end;
      }
    }
  }

  private _metric(scanner: FieldScanner, legacy: boolean, index: number): void {
    if (this._count === this.numbers.length) {
      this._grow(Math.max(64, this._count * 2));
    }
    const { cells } = this;
    const { bytes, end } = scanner;
    const at = this._count * CELL;
    let keyStart = 0;
    let keyEnd = 0;
    scanner.position = scanner.start;
    while (scanner.next(end)) {
      if (scanner.wire === LENGTH_DELIMITED) {
        switch (scanner.field) {
          case FIELD.key:
            keyStart = scanner.start;
            keyEnd = scanner.end;
            break;
          case FIELD.value:
            cells[at + 1] = scanner.start;
            cells[at + 2] = scanner.end;
            break;
          case FIELD.interval:
            cells[at + 3] = scanner.start;
            cells[at + 4] = scanner.end;
            break;
        }
      }
    }
    cells[at] = this._column(bytes, keyStart, keyEnd, legacy, index);
    this.numbers[this._count] = this._number(bytes, cells[at + 1], cells[at + 2]);
    this._count++;
  }

  private _grow(size: number): void {
    const cells = new Uint32Array(size * CELL);
    cells.set(this.cells.subarray(0, this._count * CELL));
    this.cells = cells;
    const numbers = new Float64Array(size);
    numbers.set(this.numbers.subarray(0, this._count));
    this.numbers = numbers;
  }

  /** A column by the bytes of its key; the same bytes as at this place in the row before are the usual case. */
  private _column(
    bytes: Uint8Array,
    start: number,
    end: number,
    legacy: boolean,
    at: number
  ): number {
    const usual = this._usual[at];
    if (usual?.legacy === legacy && same(usual.bytes, bytes, start, end)) {
      return usual.column;
    }
    const key = bytes.slice(start, end);
    const text = `${legacy ? 'old ' : ''}${String.fromCharCode(...key.subarray(0, 4096))}`;
    let column = this._byKey.get(text);
    if (column === undefined) {
      column = this.columns.length;
      if (column >= MOST_COLUMNS) {
        throw new Error(
          `There are more than ${MOST_COLUMNS} different metrics in the metrics files, and they are not shown.`
        );
      }
      this.columns.push(
        legacy
          ? { ...plainMetricKey(undefined), name: new TextDecoder().decode(key) }
          : plainMetricKey(decodeMessage(MetricKeySchema, key, 'The key of a metric'))
      );
      this._byKey.set(text, column);
    }
    this._usual[at] = { bytes: key, legacy, column };
    return column;
  }

  /** The number in the bytes of a MetricValue. */
  private _number(bytes: Uint8Array, start: number, end: number): number {
    // A double in its wrapper: 0a 09 09 and eight bytes; zero is an empty wrapper.
    if (bytes[start] === 0x0a) {
      if (end - start === 11 && bytes[start + 1] === 9 && bytes[start + 2] === 9) {
        for (let i = 0; i < 8; i++) {
          this._eight[i] = bytes[start + 3 + i];
        }
        return this._double[0];
      }
      if (end - start === 2 && bytes[start + 1] === 0) {
        return 0;
      }
    }
    // Long ones, such as a confusion matrix at every threshold, are no number.
    return end > start && end - start < 128
      ? numberOf(decodeMessage(MetricValueSchema, bytes.subarray(start, end), 'A metric'))
      : NaN;
  }

  private _count = 0;
  private readonly _byKey = new Map<string, number>();
  private readonly _usual: { bytes: Uint8Array; legacy: boolean; column: number }[] = [];
  private readonly _double = new Float64Array(1);
  private readonly _eight = new Uint8Array(this._double.buffer);
}

function same(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) {
    return false;
  }
  for (let i = 0; i < known.length; i++) {
    if (known[i] !== bytes[start + i]) {
      return false;
    }
  }
  return true;
}
