/** The contract of what the kernel makes once of an evaluated model: its predictions, and the model itself. */

/** How far something that takes a while has come. */
export interface IPredictionProgress {
  /** What is done: the kernel predicts, or exports the model; or the browser reads what is kept. */
  readonly phase: 'predicting' | 'exporting' | 'reading';
  /** Rows where the kernel predicts, bytes where a file is read. */
  readonly done: number;
  /** As `done`, of all; null where it is not known yet. */
  readonly total: number | null;
}

/** The data of a row's features by their names: the values of a feature that has several, null where it is missing. */
export type RawFeatures = Readonly<
  Record<string, string | number | readonly (string | number)[] | null>
>;

/**
 * Predictions of the model that an evaluation is about, on the examples that it was evaluated on.
 *
 * The kernel makes them once and keeps them below the evaluation's URI; from there they are read with no kernel.
 */
export interface IPredictionSource {
  /** Whether they are kept already: then `load` needs no kernel. */
  isKept(signal: AbortSignal): Promise<boolean>;
  /**
   * An Arrow IPC file: `label` (float64, dictionary of utf8 for classes, or FixedSizeList of float64 with one for each
   * class or label), `weight` (1 where there is no such column), `prediction` (float32, or FixedSizeList of float32 with
   * one for each class or label), and `feature/<name>` for each raw feature (dictionary of utf8 or float64, nullable; a
   * list where a feature has several values). Of a model with several outputs, the first three are there for each, such
   * as `label/<output>`. The schema's metadata has an {@link IPredictionsMetadata} as JSON below `jupyterlab-tfx`.
   *
   * @throws an Error whose message is a sentence that says what is missing; one that is named `AbortError` after the
   * signal.
   */
  load(
    onProgress: (progress: IPredictionProgress) => void,
    signal: AbortSignal
  ): Promise<ArrayBuffer>;
  /**
   * The model for TensorFlow.js; or why the browser cannot run it. The kernel makes it once, after the predictions.
   *
   * @throws as `load` does.
   */
  model(
    onProgress: (progress: IPredictionProgress) => void,
    signal: AbortSignal
  ): Promise<BrowserModel>;
  /**
   * What the model says of rows that nobody has seen, asked of the kernel.
   *
   * @param rows - At most 1000.
   * @param output - Key of the output in the model's signature; empty where that has one.
   * @returns For each row a number for each class; one of a binary task, or of a regression.
   * @throws an Error whose message is a sentence.
   */
  ask(rows: readonly RawFeatures[], output: string): Promise<readonly (readonly number[])[]>;
}

/** A model for TensorFlow.js; or, in a sentence, why there is none. */
export type BrowserModel =
  | {
      readonly kind: 'files';
      /** JSON of `IModelFile` in `src/what-if/decode-model.ts`. */
      readonly model: ArrayBuffer;
      readonly weights: ArrayBuffer;
      /** An Arrow IPC file: for each input of the graph a list of one size for each row of the predictions. */
      readonly inputs: ArrayBuffer;
    }
  | { readonly kind: 'kernel'; readonly reason: string };

/** What an output of the model predicts. */
export interface IPredictedOutput {
  readonly task: 'binary' | 'multiclass' | 'multilabel' | 'regression';
  /** Of several classes or labels, in the order of the scores, where they have names. */
  readonly classes?: readonly string[];
  readonly labelKey: string;
  readonly weightKey?: string;
  /** Which of the model's outputs; empty where it has one. */
  readonly predictionKey: string;
}

/** What the predictions are of: an output, or several, each with a name that ends the names of its columns. */
export type IPredictionsMetadata = (
  IPredictedOutput | { readonly outputs: readonly (IPredictedOutput & { readonly name: string })[] }
) & {
  readonly version: 1;
  /** URIs. */
  readonly model: string;
  readonly examples: string;
  readonly evaluation: string;
  /** Name of the split; several are joined with a comma. */
  readonly split: string;
  readonly rows: number;
};
