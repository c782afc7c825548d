/** Where statistics and schema disagree, as read: what `Anomalies` of tensorflow_metadata holds. */
import type { Schema } from '../../proto/generated/schema_pb';

/** An ExampleAnomalies artifact. */
export interface IAnomalies {
  readonly splits: readonly ISplitAnomalies[];
  /** Sentences, each for a split that could not be read. */
  readonly problems: readonly string[];
}

/** What was found in one split. */
export interface ISplitAnomalies {
  /**
   * Empty where the artifact has no splits; a pair such as `train_eval` where two were compared (DistributionValidator).
   */
  readonly split: string;
  /** Of features, errors first, then by name. */
  readonly features: readonly IAnomaly[];
  /** Of the dataset as a whole: its size. */
  readonly dataset: IAnomaly | null;
  /** What was measured, whether or not it is too far. */
  readonly distances: readonly IDistances[];
  /** There were no examples to look at. */
  readonly dataMissing: boolean;
  /** What was validated against: a message, as `plainSchema` takes it. null where the file has none. */
  readonly baseline: Schema | null;
}

/** Everything that is wrong with one feature, or with the dataset. */
export interface IAnomaly {
  /** Steps of the path, joined by dots; empty for the dataset. */
  readonly name: string;
  readonly path: readonly string[];
  readonly severity: Severity;
  readonly shortDescription: string;
  readonly description: string;
  readonly reasons: readonly IReason[];
  /** How the schema would have to change to take the data, in lines of its text. */
  readonly diff: readonly DiffRegion[];
}

/** How grave the validator takes it to be (`AnomalyInfo.Severity`). */
export type Severity = 'ERROR' | 'WARNING' | 'UNKNOWN';

/** One of the things that are wrong with a feature (`AnomalyInfo.Reason`). */
export interface IReason {
  /** Such as `ENUM_TYPE_UNEXPECTED_STRING_VALUES`. */
  readonly type: string;
  readonly shortDescription: string;
  readonly description: string;
}

/** Lines from 0; `left` is the schema, `right` the one that takes the data. */
export type DiffRegion =
  | {
      readonly kind: 'unchanged';
      readonly left: number;
      readonly right: number;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: 'removed' | 'added';
      readonly start: number;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: 'changed';
      readonly left: number;
      readonly leftLines: readonly string[];
      readonly right: number;
      readonly rightLines: readonly string[];
    }
  | {
      readonly kind: 'hidden';
      readonly left: number;
      readonly right: number;
      readonly size: number;
    };

/** How far a feature's values are from those of other data. */
export interface IDistances {
  readonly name: string;
  readonly path: readonly string[];
  /** From the data before. */
  readonly drift: readonly IDistance[];
  /** Between training and serving. */
  readonly skew: readonly IDistance[];
}

/** A distance between two distributions that was measured, and the most that the schema allows. */
export interface IDistance {
  /** `L_INFTY`, `JENSEN_SHANNON_DIVERGENCE` or `NORMALIZED_ABSOLUTE_DIFFERENCE`. */
  readonly type: string;
  readonly value: number;
  readonly threshold: number;
}
