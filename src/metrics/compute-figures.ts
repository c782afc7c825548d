/** All metrics of all slices of a question. */
import { BINARY_METRICS, binaryFigures } from './compute-binary';
import type { ISummands } from './compute-sums';
import { summandsOf, summedFigures } from './compute-sums';
import type { IPredictionTable } from './prediction-table';
import type { IRanking } from './ranking';
import { TFMA_THRESHOLDS, ranked } from './ranking';
import type { ISequence } from './sequence';
import { sequenceOf } from './sequence';
import type { ISlices } from './slicing';

/** How metrics are reckoned. */
export interface IMetricOptions {
  /** Whether rows count by their weight. */
  readonly weighted: boolean;
  /** A score above it is a positive prediction. */
  readonly threshold: number;
  /** Of areas below curves: 2 to 65,535. TFMA's default is {@link TFMA_THRESHOLDS}. */
  readonly thresholds: number;
}

/** TFMA's own. */
export const DEFAULT_OPTIONS: IMetricOptions = {
  weighted: false,
  threshold: 0.5,
  thresholds: TFMA_THRESHOLDS
};

/** A metric; of a class, where it is one against the others. */
export interface IMetric {
  readonly name: string;
  readonly classId: number | null;
}

/** Classes whose metrics are reckoned one by one, at most. */
const MOST_CLASSES = 10;

/** Of one class against the others, these are shown. */
const OF_CLASS = ['auc', 'auc_precision_recall', 'precision', 'recall', 'f1_score'];

/** Reckons metrics of a table: what does not depend on the slices is kept. */
export class FigureMaker {
  readonly metrics: readonly IMetric[];

  constructor(
    private readonly _table: IPredictionTable,
    private readonly _options: IMetricOptions
  ) {
    this._summands = _table.task === 'binary' ? null : summandsOf(_table, _options.weighted);
    const classes =
      _table.task === 'binary'
        ? [0]
        : _table.task === 'multiclass'
          ? _table.classes.slice(0, MOST_CLASSES).map((_name, id) => id)
          : [];
    this._rankings = classes.map(classId => ranked(_table, { classId, ..._options }));
    this.metrics = [
      ...(this._summands?.metrics ?? []).map(name => ({ name, classId: null })),
      ...(_table.task === 'binary'
        ? BINARY_METRICS.map(name => ({ name, classId: null }))
        : classes.flatMap(classId => OF_CLASS.map(name => ({ name, classId }))))
    ];
  }

  /** The ranking of a class; of the only one without it. */
  ranking(classId = 0): IRanking {
    return this._rankings[classId];
  }

  /** What of a question is the same for all passes over it. */
  prepare(slices: ISlices): IPreparedSlices {
    return {
      slices: slices.slices.length,
      summed: this._summands && sequenceOf(slices, null),
      ranked: this._rankings.map(({ rows }) => sequenceOf(slices, rows))
    };
  }

  /**
   * Metrics slice by slice, in the order of {@link metrics}.
   *
   * @param draws - How often each row counts; null for once.
   */
  figures(prepared: IPreparedSlices, draws: Uint8Array | null): Float64Array {
    const { threshold } = this._options;
    const parts = [
      ...(this._summands && prepared.summed
        ? [
            {
              width: this._summands.metrics.length,
              wanted: null,
              numbers: summedFigures(this._summands, prepared.summed, draws)
            }
          ]
        : []),
      ...this._rankings.map((ranking, index) => ({
        width: BINARY_METRICS.length,
        wanted: this._table.task === 'binary' ? null : CLASS_COLUMNS,
        numbers: binaryFigures(
          ranking,
          prepared.ranked[index],
          threshold,
          // Chance knows no order: where there is one ranking, draws are in its own.
          draws && this._table.task !== 'binary' ? ordered(draws, ranking.rows) : draws
        )
      }))
    ];
    if (parts.length === 1 && parts[0].wanted === null) {
      return parts[0].numbers;
    }
    const all = new Float64Array(prepared.slices * this.metrics.length);
    let column = 0;
    for (const { width, wanted, numbers } of parts) {
      const columns = wanted ?? Array.from({ length: width }, (_, at) => at);
      for (const from of columns) {
        for (let slice = 0; slice < prepared.slices; slice++) {
          all[slice * this.metrics.length + column] = numbers[slice * width + from];
        }
        column++;
      }
    }
    return all;
  }

  private readonly _summands: ISummands | null;
  private readonly _rankings: readonly IRanking[];
}

/** Slices, in the orders of the passes. */
export interface IPreparedSlices {
  readonly slices: number;
  readonly summed: ISequence | null;
  readonly ranked: readonly ISequence[];
}

const CLASS_COLUMNS = OF_CLASS.map(name => BINARY_METRICS.findIndex(each => each === name));

function ordered(draws: Uint8Array, rows: Uint32Array): Uint8Array {
  const all = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    all[at] = draws[rows[at]];
  }
  return all;
}
