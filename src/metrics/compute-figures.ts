/** All metrics of all slices of a question. */
import type { IBySlice } from './by-slice';
import { bySlice } from './by-slice';
import { BINARY_METRICS, binaryFigures } from './compute-binary';
import type { ISummands } from './compute-sums';
import { summandsOf, summedFigures } from './compute-sums';
import type { IPredictionTable } from './prediction-table';
import type { RankedClass } from './ranking';
import { Rankings, TFMA_THRESHOLDS } from './ranking';
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

/** How classes are taken together. */
export type Average = 'micro' | 'macro' | 'weighted-macro';

/** How figures are taken together: those of classes, or those of a model's outputs. */
export type Aggregation = Average | 'outputs';

/** A metric; of several classes or labels it may be that of one against the others, or an average over all. */
export interface IMetric {
  readonly name: string;
  readonly classId: number | null;
  readonly aggregation: Aggregation | null;
}

/** Classes whose metrics are shown one by one, at most. */
const MOST_CLASSES = 10;
/** Scores of all rows and classes, at most, for averages: each takes some 80 bytes. */
const MOST_SCORES = 8_000_000;

/** Of a class, and averaged over all. */
const OF_CLASS: readonly (typeof BINARY_METRICS)[number][] = [
  ...(['auc', 'auc_precision_recall', 'binary_accuracy', 'precision', 'recall'] as const),
  ...(['f1_score', 'fall_out', 'miss_rate', 'mean_label', 'mean_prediction'] as const),
  'calibration'
];
const AVERAGES: readonly Average[] = ['micro', 'macro', 'weighted-macro'];

/** Whether averages over all classes are reckoned: not where there are too many scores. */
export function isAveraged(table: IPredictionTable): boolean {
  return table.classes.length > 0 && table.predictions.length <= MOST_SCORES;
}

/** Reckons metrics of a table: what does not depend on the slices is kept. */
export class FigureMaker {
  readonly metrics: readonly IMetric[];

  /** @param _rankings - Of the same options: they are the same for all thresholds of positive predictions. */
  constructor(
    private readonly _table: IPredictionTable,
    private readonly _options: IMetricOptions,
    private readonly _rankings = new Rankings(_table, _options)
  ) {
    const { task, classes } = _table;
    this._summands = task === 'binary' ? null : summandsOf(_table, _options.weighted);
    this._averages = isAveraged(_table) ? AVERAGES : [];
    const ids = classes.map((_name, id) => id);
    const shown = ids.slice(0, MOST_CLASSES);
    this._ranked =
      task === 'regression'
        ? []
        : task === 'binary'
          ? [0]
          : this._averages.length > 0
            ? ['all', ...ids]
            : shown;
    const plain = { classId: null, aggregation: null };
    this.metrics = [
      ...(this._summands?.metrics ?? []).map(name => ({ name, ...plain })),
      ...(task === 'binary' ? BINARY_METRICS.map(name => ({ name, ...plain })) : []),
      ...this._averages.flatMap(aggregation =>
        OF_CLASS.map(name => ({ name, classId: null, aggregation }))
      ),
      ...shown.flatMap(classId => OF_CLASS.map(name => ({ name, classId, aggregation: null })))
    ];
  }

  /** What of a question is the same for all passes over it. */
  prepare(slices: ISlices): IPreparedSlices {
    const together = this._ranked.length > 1;
    return {
      slices: slices.slices.length,
      outputs: [],
      summed: this._summands && sequenceOf(slices, null),
      ranked: this._ranked.map(classId => bySlice(this._rankings.of(classId), slices, together))
    };
  }

  /**
   * Metrics slice by slice, in the order of {@link metrics}.
   *
   * @param draws - How often each row counts; null for once.
   */
  figures(prepared: IPreparedSlices, draws: Uint8Array | null): Float64Array {
    const passes = prepared.ranked.map(each => binaryFigures(each, this._options.threshold, draws));
    if (this._table.task === 'binary') {
      return passes[0];
    }
    const width = this.metrics.length;
    const all = new Float64Array(prepared.slices * width);
    const put = (column: number, of: (slice: number) => number): void => {
      for (let slice = 0; slice < prepared.slices; slice++) {
        all[slice * width + column] = of(slice);
      }
    };
    let column = 0;
    if (this._summands && prepared.summed) {
      const sums = summedFigures(this._summands, prepared.summed, draws);
      const own = this._summands.metrics.length;
      for (let at = 0; at < own; at++) {
        put(column++, slice => sums[slice * own + at]);
      }
    }
    const classes = this._averages.length > 0 ? passes.slice(1) : passes;
    for (const average of this._averages) {
      for (const at of CLASS_COLUMNS) {
        put(
          column++,
          average === 'micro'
            ? slice => passes[0][slice * WIDTH + at]
            : slice => averaged(classes, slice * WIDTH, at, average)
        );
      }
    }
    for (const numbers of classes.slice(0, MOST_CLASSES)) {
      for (const at of CLASS_COLUMNS) {
        put(column++, slice => numbers[slice * WIDTH + at]);
      }
    }
    return all;
  }

  private readonly _summands: ISummands | null;
  private readonly _averages: readonly Average[];
  /** What there are rankings of: all classes together first, where there are averages. */
  private readonly _ranked: readonly RankedClass[];
}

/** Slices, in the orders of the passes. */
export interface IPreparedSlices {
  readonly slices: number;
  /** The same of several outputs, where there are averages over them. */
  readonly outputs: readonly IPreparedSlices[];
  readonly summed: ISequence | null;
  readonly ranked: readonly IBySlice[];
}

const WIDTH = BINARY_METRICS.length;
const CLASS_COLUMNS = OF_CLASS.map(name => BINARY_METRICS.indexOf(name));
const WEIGHT = BINARY_METRICS.indexOf('weighted_example_count');
const LABELS = BINARY_METRICS.indexOf('mean_label');

/** The mean over the classes, each alike or by how much of it there is: as TFMA's `aggregation.py` has it. */
function averaged(
  classes: readonly Float64Array[],
  from: number,
  at: number,
  average: Average
): number {
  let [sum, weights] = [0, 0];
  for (const numbers of classes) {
    const weight = average === 'macro' ? 1 : numbers[from + LABELS] * numbers[from + WEIGHT];
    sum += numbers[from + at] * weight;
    weights += weight;
  }
  return sum / weights;
}
