/** Where the metrics of each slice are in the bytes of its record, and the plain numbers among them. */
import { decodeMessage } from '../../proto/decode-message';
import { MetricKeySchema, MetricValueSchema } from '../../proto/generated/metrics_pb';
import { numberOf } from './decode-number';
import { plainMetricKey } from './decode-slice';
import type { IFigureKey } from './figure-key';
import { FieldScanner, LENGTH_DELIMITED } from './field-scanner';

/** Different metrics, at most. */
const MOST_COLUMNS = 5000;

/** Cells of the figures of a slice that are kept: column, value's start and end, interval's start and end. */
export const CELL = 5;
/** Of a row's slice: the field that it is (1 a slice, 3 two of them, 0 none), its start and its end. */
export const SLICE = 3;

/** Fields of MetricsForSlice, and of its metrics. */
const FIELD = { slice: 1, legacy: 2, crossSlice: 3, metric: 51, key: 1, value: 2, interval: 3 };

/** What goes through the records once, one after the other. */
export class MetricScan {
  readonly columns: IFigureKey[] = [];
  readonly starts: Uint32Array;
  readonly slices: Uint32Array;
  cells = new Uint32Array(0);
  numbers = new Float64Array(0);

  constructor(private readonly _records: readonly Uint8Array[]) {
    this.starts = new Uint32Array(_records.length + 1);
    this.slices = new Uint32Array(_records.length * SLICE);
  }

  /**
   * Goes through a record: the one after that of the last call.
   *
   * @throws MessageError where it is no MetricsForSlice.
   */
  add(row: number): void {
    const records = this._records;
    this._add(records[row], row);
    if (row === 0) {
      // Nearly all rows have as many metrics as the first one; a metric takes some thirty bytes.
      const bytes = records.reduce((sum, { length }) => sum + length, 0);
      this._grow(Math.ceil(Math.min(this._count * records.length, bytes / 16) + 64));
    }
    this.starts[row + 1] = this._count;
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
