/** The values of one scalar of one run, as many as a chart can show. */

/** A value that was logged. */
export interface IScalarPoint {
  readonly step: number;
  readonly value: number;
  /** Seconds since 1970. */
  readonly time: number;
}

/** A scalar of a run. */
export interface IScalarSeries {
  /** The run's folder, `.` for the log's own. */
  readonly run: string;
  readonly tag: string;
  /** By step; of very many, every second, fourth and so on, and the last. */
  readonly points: readonly IScalarPoint[];
  /** All values that were logged. */
  readonly count: number;
  /** Of all that are numbers; null where none is. */
  readonly lowest: IScalarPoint | null;
  readonly highest: IScalarPoint | null;
}

/** Points that are kept, at most: more than a chart has pixels. */
const MOST = 4096;

/** Gathers them; memory does not grow with their number. */
export class ScalarSeries {
  constructor(
    readonly run: string,
    readonly tag: string
  ) {}

  add(step: number, value: number, time: number): void {
    const point = { step, value, time };
    if (this._count % this._stride === 0) {
      this._points.push(point);
      if (this._points.length > MOST) {
        this._points = this._points.filter((_, index) => index % 2 === 0);
        this._stride *= 2;
      }
    }
    this._count += 1;
    this._last = point;
    this._extend(point);
  }

  /** Forget what is at a step or after it. */
  dropFrom(step: number): void {
    const kept = this._points.filter(point => point.step < step);
    if (kept.length === this._points.length && (this._last?.step ?? -1) < step) {
      return;
    }
    this._count -= (this._points.length - kept.length) * this._stride;
    this._points = kept;
    this._last = kept.at(-1) ?? null;
    this._lowest = null;
    this._highest = null;
    kept.forEach(point => this._extend(point));
  }

  finish(): IScalarSeries {
    const { run, tag, _last: last } = this;
    const points = [...this._points];
    if (last && points.at(-1) !== last) {
      points.push(last);
    }
    return {
      run,
      tag,
      points: points.sort((a, b) => a.step - b.step || a.time - b.time),
      count: Math.max(this._count, points.length),
      lowest: this._lowest,
      highest: this._highest
    };
  }

  private _extend(point: IScalarPoint): void {
    if (Number.isNaN(point.value)) {
      return;
    }
    if (this._lowest === null || point.value < this._lowest.value) {
      this._lowest = point;
    }
    if (this._highest === null || point.value > this._highest.value) {
      this._highest = point;
    }
  }

  private _points: IScalarPoint[] = [];
  private _stride = 1;
  private _count = 0;
  private _last: IScalarPoint | null = null;
  private _lowest: IScalarPoint | null = null;
  private _highest: IScalarPoint | null = null;
}
