/** An evaluation as read: what the Evaluator, by TensorFlow Model Analysis, says of a model. */
import type { ArtifactFile } from '../../protocol';
import type { EvalConfig } from '../../proto/generated/eval_config_pb';
import type { ValidationResult } from '../../proto/generated/validation_pb';
import type { Integer } from '../decode-integer';
import type { AttributionTable } from './decode-attributions';
import type { MetricTable } from './decode-metrics';

/** A ModelEvaluation artifact. */
export interface IEvaluation {
  /** What was asked for; null where `eval_config.json` is not there or cannot be read. */
  readonly run: IEvalRun | null;
  readonly metrics: MetricTable;
  readonly attributions: AttributionTable;
  /** The verdict; null where nothing was validated. */
  readonly validation: ValidationResult | null;
  /** Files of plots: read when they are asked for, as they may be long. */
  readonly plots: readonly ArtifactFile[];
  /** Sentences, each for something that could not be read. */
  readonly problems: readonly string[];
}

/** `eval_config.json`. */
export interface IEvalRun {
  readonly config: EvalConfig;
  /** Of TFMA. */
  readonly version: string;
  readonly data: string;
  /** By the model's name; empty for the only one. */
  readonly models: Readonly<Record<string, string>>;
}

/** A feature and the value of it that all examples of a slice have. */
export interface ISliceFeature {
  readonly column: string;
  readonly value: string | Integer;
}

/** Which examples: empty for all of them. */
export type Slice = readonly ISliceFeature[];

/** A slice; or one that is held against another. */
export interface ISliceKey {
  readonly slice: Slice;
  /** The other one; null for a slice by itself. */
  readonly against: Slice | null;
}

/** How classes were taken together. */
export type Aggregation = 'micro' | 'macro' | 'weighted-macro';

/** What a figure is the figure of, besides its slice. */
export interface IFigureKey {
  /** Empty for plots that have no name. */
  readonly name: string;
  /** Empty for the only model. */
  readonly model: string;
  /** Empty for the only output. */
  readonly output: string;
  readonly classId: number | null;
  /** Only what is predicted at this rank. */
  readonly k: number | null;
  /** What is predicted at this rank or before. */
  readonly topK: number | null;
  /** How much it changed against the baseline. */
  readonly diff: boolean;
  readonly aggregation: Aggregation | null;
  /** null where the file does not say. */
  readonly weighted: boolean | null;
}
