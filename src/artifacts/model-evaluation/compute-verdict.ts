/** What the thresholds say of the figures: as TFMA decides it (`evaluators/metrics_validator.py`), and why. */
import type {
  CrossSlicingSpec,
  EvalConfig,
  SlicingSpec
} from '../../proto/generated/eval_config_pb';
import type { IBound } from './compute-thresholds';
import { baselineOf, boundsOf, holdsFor, isAbout } from './compute-thresholds';
import type { MetricTable } from './decode-metrics';
import type { IFigureKey } from './figure-key';

/** A figure of a slice, held against a bound. */
export interface ICheck {
  readonly bound: IBound;
  /** Of the table of metrics; -1 for a metric that the slice does not have. */
  readonly row: number;
  readonly column: number;
  /** What is compared: the figure, its change, or its change as a share of the baseline's. */
  readonly value: number;
  /** How far it is on the right side; negative on the wrong one; NaN where there is no number. */
  readonly margin: number;
  readonly passes: boolean;
  /** How much the figure changed against the baseline; NaN where nobody knows. */
  readonly change: number;
}

/** All checks, and what decides besides them. */
export interface IVerdict {
  readonly passes: boolean;
  readonly bounds: readonly IBound[];
  readonly checks: readonly ICheck[];
  /** Slices that thresholds are about, and that the data do not have. */
  readonly missing: readonly (SlicingSpec | CrossSlicingSpec)[];
  /** Bounds on metrics that were not computed. */
  readonly unknown: readonly IBound[];
}

/** The verdict by a configuration, which need not be the one that the Evaluator had. */
export function verdictOf(table: MetricTable, config: EvalConfig): IVerdict {
  const bounds = boundsOf(config);
  const checks: ICheck[] = [];
  const unknown: IBound[] = [];
  const missing: (SlicingSpec | CrossSlicingSpec)[] = [];
  for (const bound of bounds) {
    const columns = table.columns.flatMap((key, column) =>
      isAbout(bound, key, config) ? [column] : []
    );
    if (columns.length === 0) {
      unknown.push(bound);
      continue;
    }
    const rows: number[] = [];
    for (let row = 0; row < table.rowCount; row++) {
      if (holdsFor(bound, table.slice(row))) {
        rows.push(row);
      }
    }
    for (const row of rows) {
      for (const column of columns) {
        if (table.has(row, column)) {
          checks.push(check(table, bound, row, column, config));
        }
      }
    }
    for (const spec of bound.pairs ?? bound.slices ?? []) {
      const alone: IBound =
        bound.pairs === null
          ? { ...bound, slices: [spec as SlicingSpec] }
          : { ...bound, pairs: [spec as CrossSlicingSpec] };
      if (!rows.some(row => holdsFor(alone, table.slice(row)))) {
        missing.push(spec);
      }
    }
  }
  const passes =
    bounds.length > 0 &&
    missing.length === 0 &&
    unknown.length === 0 &&
    checks.every(each => each.passes);
  return { passes, bounds, checks, missing: unique(missing), unknown };
}

function unique<T>(specs: readonly T[]): readonly T[] {
  return [...new Map(specs.map(spec => [JSON.stringify(spec), spec])).values()];
}

function check(
  table: MetricTable,
  bound: IBound,
  row: number,
  column: number,
  config: EvalConfig
): ICheck {
  const { kind, value: wanted, up } = bound;
  const key = table.columns[column];
  const baseline = baselineOf(config);
  const number = table.number(row, column);
  const value =
    kind === 'relative'
      ? ratio(number, otherFigure(table, row, { ...key, diff: false, model: baseline ?? '' }))
      : number;
  const margin = up === null ? NaN : up ? value - wanted : wanted - value;
  const change = key.diff ? number : otherFigure(table, row, { ...key, diff: true });
  return { bound, row, column, value, margin, passes: margin >= 0, change };
}

/** As TFMA: of nothing there is no share. */
function ratio(change: number, before: number): number {
  return Math.abs(before) < 1e-300 ? NaN : change / before;
}

/** The figure of another key in the same slice; NaN where there is none. */
export function otherFigure(table: MetricTable, row: number, key: IFigureKey): number {
  const column = columnOf(table.columns, key);
  return column < 0 ? NaN : table.number(row, column);
}

/** The column of a key; -1 where there is none. */
export function columnOf(columns: readonly IFigureKey[], key: IFigureKey): number {
  return columns.findIndex(
    each =>
      each.name === key.name &&
      each.model === key.model &&
      each.output === key.output &&
      each.classId === key.classId &&
      each.k === key.k &&
      each.topK === key.topK &&
      each.diff === key.diff &&
      each.aggregation === key.aggregation &&
      (each.weighted ?? false) === (key.weighted ?? false)
  );
}
