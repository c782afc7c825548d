/** Predictions of a model and the features of the rows that they are for, in columns of typed arrays. */

/** What a model predicts: a probability, one of several classes, several labels at once, or a number. */
export type Task = 'binary' | 'multiclass' | 'multilabel' | 'regression';

/** A feature whose values are texts. */
export interface ICategoryFeature {
  readonly kind: 'category';
  readonly name: string;
  /** By entry, the place in `values`; -1 where it is missing. */
  readonly codes: Int32Array;
  readonly values: readonly string[];
  /** Where a row's entries begin, and one more; null where each row has one. */
  readonly starts: Uint32Array | null;
}

/** A feature whose values are numbers. */
export interface INumberFeature {
  readonly kind: 'number';
  readonly name: string;
  /** By entry; NaN where it is missing. */
  readonly numbers: Float64Array;
  readonly starts: Uint32Array | null;
}

/** A raw feature of all rows. */
export type Feature = ICategoryFeature | INumberFeature;

/** Rows that a model was evaluated on. */
export interface IPredictionTable {
  readonly task: Task;
  readonly rows: number;
  /** Of a model with several outputs, which one this is, and their names; empty where there is one. */
  readonly output: string;
  readonly outputs: readonly string[];
  /** 0 to 1 of a binary task, the class of a multi-class one; of several labels 0 to 1 for each, row by row; else any number. */
  readonly labels: Float64Array;
  /** null where all rows count the same. */
  readonly weights: Float64Array | null;
  /** By row; of several classes or labels one for each, row by row. */
  readonly predictions: Float32Array;
  /** Of several classes or labels; empty for the other tasks. */
  readonly classes: readonly string[];
  readonly features: readonly Feature[];
  /** What columns of the examples are label, weight (null: none) and prediction; they may be features as well. */
  readonly about: {
    readonly labelKey: string;
    readonly weightKey: string | null;
    readonly predictionKey: string;
  };
  /** Rows of the file that have no label or no prediction, and are left out. */
  readonly leftOut: number;
  /** By row, its place in the file; null where none is left out. */
  readonly places: Uint32Array | null;
}

/** The feature of a name; undefined where there is none. */
export function featureOf(table: IPredictionTable, name: string): Feature | undefined {
  return table.features.find(feature => feature.name === name);
}

/** Numbers that a prediction has. */
export function widthOf({ classes }: Pick<IPredictionTable, 'classes'>): number {
  return classes.length || 1;
}
