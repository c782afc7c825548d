/** What can be asked about predictions, and the answers: they cross the border of a worker. */
import type { IChoice } from './choose-thresholds';
import type { IMetric, IMetricOptions } from './compute-figures';
import type { IClassConfusion, ILabelConfusion, IScoreBucket } from './compute-plots';
import type { ICounts } from './curves';
import type { IFinding } from './find-slices';
import type { Task } from './prediction-table';
import type { RankedClass } from './ranking';
import type { IRowFilter, ISliceValue, ISlicing } from './slicing';

/** Questions by what is asked for. */
export interface IQuestions {
  /** Reads an Arrow file; all others are about the one that was opened last. */
  readonly open: {
    readonly bytes: ArrayBuffer;
    /** What averages over outputs are reckoned with, by output; empty for none. */
    readonly outputWeights: Readonly<Record<string, number>>;
  };
  /** Goes over to another output of the same file. */
  readonly choose: { readonly output: string };
  readonly figures: {
    readonly slicing: ISlicing;
    readonly options: IMetricOptions;
    /** Of the bootstrap; 0 for no intervals. */
    readonly rounds: number;
  };
  readonly plots: {
    readonly slicing: ISlicing;
    readonly options: IMetricOptions;
    /** Places in the answer to `figures`. */
    readonly slices: readonly number[];
    /** Of several classes or labels, the one that curves are of, or all together; 0 where there is one. */
    readonly of: RankedClass;
  };
  readonly find: {
    readonly measure: IMetric;
    readonly options: IMetricOptions;
    /** Rows that a slice must have. */
    readonly least: number;
  };
  readonly thresholds: {
    readonly slicing: ISlicing;
    readonly options: IMetricOptions;
    /** What a false negative costs, where a false positive costs 1. */
    readonly costRatio: number;
    /** Weight that a slice must have. */
    readonly least: number;
  };
  /** Rows of a slice. */
  readonly rows: { readonly filters: readonly IRowFilter[]; readonly most: number };
  /** How rows of a slice differ from all others. */
  readonly contrast: { readonly filters: readonly IRowFilter[] };
}

/** A feature in short. */
export interface IFeatureSummary {
  readonly name: string;
  readonly kind: 'category' | 'number';
  /** Whether it is a column that the model is told of, or measured by. */
  readonly role: 'feature' | 'label' | 'weight' | 'prediction';
  /** Different values. */
  readonly distinct: number;
  /** The first of them; of numbers, as slices write them. */
  readonly values: readonly string[];
  /** Of numbers; NaN for others. */
  readonly low: number;
  readonly high: number;
  /** Edges of bins that have about as many rows each; empty for categories, and where there are few numbers. */
  readonly edges: readonly number[];
  /** Rows may have several. */
  readonly several: boolean;
}

/** A file in short. */
export interface ITableSummary {
  readonly task: Task;
  readonly rows: number;
  /** Rows without a label or a prediction. */
  readonly leftOut: number;
  readonly hasWeights: boolean;
  readonly classes: readonly string[];
  /** Of a model with several outputs, which one this is, and their names; empty where there is one. */
  readonly output: string;
  readonly outputs: readonly string[];
  /** Whether there are averages over all classes. */
  readonly averaged: boolean;
  readonly features: readonly IFeatureSummary[];
  /** What the finder can compare by. */
  readonly measures: readonly IMetric[];
}

/** Metrics by slice; that of all rows that pass the filters is the first one. */
export interface IFigures {
  readonly slices: readonly (readonly ISliceValue[])[];
  readonly metrics: readonly IMetric[];
  /** Slice by slice. */
  readonly numbers: Float64Array;
  /** Half of each 95 % interval; NaN for counts, and where it is not known. null before there are any. */
  readonly halves: Float64Array | null;
  /** Of the bootstrap, so far. */
  readonly rounds: number;
  /** How long the figures took, without intervals. */
  readonly milliseconds: number;
}

/** What plots of a slice are made of. */
export interface ISlicePlots {
  /** Empty for all rows. */
  readonly slice: readonly ISliceValue[];
  /** By threshold, ascending; of a class against the others. */
  readonly counts: readonly ICounts[];
  /** By score; of a class against the others, and of numbers. */
  readonly buckets: readonly IScoreBucket[];
  /** By threshold, ascending; of several classes. */
  readonly confusion: readonly IClassConfusion[];
  /** The same of several labels. */
  readonly labels: readonly ILabelConfusion[];
}

/** Thresholds of the slices that are large enough. */
export interface IThresholdAnswer {
  readonly slices: readonly (readonly ISliceValue[])[];
  /** Slices that have too few rows, or rows of one class alone. */
  readonly left: number;
  readonly choices: readonly IChoice[];
}

/** A row: label, prediction, weight, and features. */
export interface IRowsAnswer {
  readonly count: number;
  readonly features: readonly string[];
  readonly rows: readonly {
    readonly row: number;
    /** Of several classes, their names. */
    readonly label: string | number;
    readonly prediction: string | number;
    readonly weight: number;
    /** Empty where it is missing. */
    readonly values: readonly string[];
  }[];
}

/** A value that is more, or less, frequent in a slice. */
export interface IContrast {
  readonly value: ISliceValue;
  /** Of the rows of the slice, and of all others. */
  readonly share: number;
  readonly rest: number;
}

/** Answers by what was asked for. */
export interface IAnswers {
  readonly open: ITableSummary;
  readonly choose: ITableSummary;
  readonly figures: IFigures;
  readonly plots: readonly ISlicePlots[];
  readonly find: IFinding;
  readonly thresholds: IThresholdAnswer;
  readonly rows: IRowsAnswer;
  readonly contrast: readonly IContrast[];
}

/** What can be asked for. */
export type QuestionKind = keyof IQuestions;

/** What comes back through a question's port. */
export type Reply<T> =
  | { readonly state: 'done'; readonly answer: T }
  /** What is known so far: figures whose intervals are still being made. */
  | { readonly state: 'part'; readonly answer: T }
  | { readonly state: 'progress'; readonly done: number }
  | { readonly state: 'failed'; readonly sentence: string };

/** A question, with a port for its answer; whatever is sent back through that takes it back. */
export type Asked = {
  [K in QuestionKind]: { readonly kind: K; readonly question: IQuestions[K] };
}[QuestionKind];
