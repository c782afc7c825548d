/** An evaluation as read: what the Evaluator, by TensorFlow Model Analysis, says of a model. */
import type { ArtifactFile } from '../../protocol';
import type { EvalConfig } from '../../proto/generated/eval_config_pb';
import type { ValidationResult } from '../../proto/generated/validation_pb';
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
