/** A schema, as read: what `Schema` of tensorflow_metadata holds. null is what the file does not say. */
import type { Integer } from '../decode-integer';

/** The whole of it. */
export interface ISchema {
  /** At the top; nested ones are in their structs. */
  readonly features: readonly ISchemaFeature[];
  readonly sparseFeatures: readonly ISparseFeature[];
  readonly weightedFeatures: readonly IWeightedFeature[];
  /** Domains that features name. */
  readonly domains: readonly IDomain[];
  /** Environments that features are in unless they say otherwise. */
  readonly defaultEnvironments: readonly string[];
  readonly annotation: IAnnotation | null;
  readonly constraints: IDatasetConstraints | null;
  readonly tensorGroups: readonly ITensorGroup[];
  readonly variableLengthAsRagged: boolean;
}

/** What TensorFlow knows a feature's values to be. */
export type SchemaType = 'TYPE_UNKNOWN' | 'BYTES' | 'INT' | 'FLOAT' | 'STRUCT';

/** A feature (`Feature`); null is what the file does not say. */
export interface ISchemaFeature {
  readonly name: string;
  /** Names from the top down to this one. */
  readonly path: readonly string[];
  readonly type: SchemaType | null;
  readonly deprecated: boolean;
  readonly presence: IPresence | null;
  /** Within the group that it is nested in. */
  readonly required: boolean | null;
  readonly shape: readonly IDimension[] | null;
  /** Values in an example; of nested features one per level. Empty where the file does not say. */
  readonly valueCounts: readonly IBounds[];
  readonly domain: IDomain | null;
  /** How much of the values must be in the domain, from 0 to 1. */
  readonly minDomainMass: number | null;
  readonly drift: IComparator | null;
  readonly skew: IComparator | null;
  readonly inEnvironments: readonly string[];
  readonly notInEnvironments: readonly string[];
  /** Such as `PRODUCTION`. */
  readonly lifecycleStage: string | null;
  readonly unique: IBounds | null;
  readonly annotation: IAnnotation | null;
  /** Of a feature that is computed while statistics are made. */
  readonly derivedFrom: IDerivedSource | null;
  readonly sequence: ISequence | null;
  /** Of a struct. */
  readonly features: readonly ISchemaFeature[];
  readonly sparseFeatures: readonly ISparseFeature[];
}

/** How many of the examples must have the feature (`FeaturePresence`). */
export interface IPresence {
  /** Of the examples, from 0 to 1. */
  readonly minFraction: number | null;
  readonly minCount: Integer | null;
}

/** Both ends are inside. */
export interface IBounds {
  readonly min: Integer | null;
  readonly max: Integer | null;
}

/** A dimension of a fixed shape; its name may be empty. */
export interface IDimension {
  readonly size: Integer;
  readonly name: string;
}

/** What a feature's values may be. */
export type IDomain =
  /** One of the schema's own. */
  | { readonly kind: 'named'; readonly name: string }
  | ({ readonly kind: 'int'; readonly name: string; readonly categorical: boolean } & IBounds)
  | IFloatDomain
  | {
      readonly kind: 'string';
      readonly name: string;
      readonly values: readonly string[];
      readonly categorical: boolean | null;
    }
  | {
      readonly kind: 'bool';
      readonly name: string;
      /** What stands for it in strings. */
      readonly trueValue: string | null;
      readonly falseValue: string | null;
    }
  | { readonly kind: 'struct' }
  | ILanguageDomain
  | {
      readonly kind: 'image';
      readonly minSupportedFraction: number | null;
      readonly maxByteSize: Integer | null;
    }
  /** Freebase's machine identifiers, and URLs. */
  | { readonly kind: 'mid' | 'url' }
  /** A format string, or the name of a unit, such as `UNIX_SECONDS`. */
  | { readonly kind: 'time' | 'timeOfDay'; readonly format: string | null };

/** Numbers between bounds that are inside, and what else they stand for (`FloatDomain`). */
export interface IFloatDomain {
  readonly kind: 'float';
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly disallowNaN: boolean;
  readonly disallowInf: boolean;
  readonly embedding: boolean;
  readonly categorical: boolean;
  readonly embeddingDim: Integer | null;
  readonly embeddingType: string | null;
}

/** Text, in tokens. */
export interface ILanguageDomain {
  readonly kind: 'language';
  readonly vocabulary: string | null;
  readonly coverage: ICoverage | null;
  readonly tokens: readonly ITokenConstraint[];
  readonly length: ILengthConstraint | null;
}

/**
 * How much of the text the vocabulary must cover (`NaturalLanguageDomain.Coverage`): a share from 0 to 1, and
 * characters.
 */
export interface ICoverage {
  readonly minCoverage: number | null;
  readonly minAvgTokenLength: number | null;
  readonly excludedTokens: readonly (string | Integer)[];
  readonly outOfVocabularyTokens: readonly string[];
}

/** How often a token may be in a sequence, and in what share of the sequences, from 0 to 1. */
export interface ITokenConstraint {
  readonly token: string | Integer | null;
  readonly perSequence: IBounds;
  readonly minFractionOfSequences: number | null;
  readonly maxFractionOfSequences: number | null;
}

/** How many tokens a sequence may have, of which some do not count. */
export interface ILengthConstraint extends IBounds {
  readonly excludedTokens: readonly (string | Integer)[];
}

/** How far a feature may be from the same feature of other data: thresholds. */
export interface IComparator {
  readonly infinityNorm: number | null;
  readonly jensenShannon: number | null;
  /** Which histogram that is measured on: `DEFAULT`, `QUANTILES`, `STANDARD`. */
  readonly jensenShannonSource: string | null;
  readonly normalizedAbsDifference: number | null;
}

/** What people and tools wrote about a feature or a schema. */
export interface IAnnotation {
  readonly tags: readonly string[];
  readonly comments: readonly string[];
  /** Messages that tools left. */
  readonly extra: readonly { readonly typeUrl: string; readonly size: number }[];
}

/** How a feature is computed, and the features that it is computed from (`DerivedFeatureSource`). */
export interface IDerivedSource {
  readonly deriver: string;
  readonly description: string;
  readonly paths: readonly (readonly string[])[];
}

/** Whether a feature's values are a sequence, and which features are one together (`SequenceMetadata`). */
export interface ISequence {
  /** Such as `SEQUENTIAL_YES`. */
  readonly status: string | null;
  readonly jointGroup: string | null;
  readonly truncationLimit: Integer | null;
}

/** A sparse tensor, put together from index features and a value feature. */
export interface ISparseFeature {
  readonly name: string;
  readonly path: readonly string[];
  readonly indexFeatures: readonly string[];
  readonly valueFeature: string;
  readonly denseShape: readonly IDimension[] | null;
  readonly sorted: boolean;
  readonly deprecated: boolean;
  readonly lifecycleStage: string | null;
}

/** A feature and the feature that holds its weights. */
export interface IWeightedFeature {
  readonly name: string;
  readonly feature: readonly string[];
  readonly weight: readonly string[];
  readonly lifecycleStage: string | null;
}

/** What must hold for the whole of the data (`DatasetConstraints`). */
export interface IDatasetConstraints {
  readonly drift: IFractions | null;
  readonly version: IFractions | null;
  readonly examples: IBounds;
}

/** How the number of examples may change, as a fraction of what it was. */
export interface IFractions {
  readonly min: number | null;
  readonly max: number | null;
}

/** How columns become tensors, by the group's name and the tensor's. */
export interface ITensorGroup {
  readonly name: string;
  readonly tensors: readonly ITensor[];
}

/** One tensor of a group (`TensorRepresentation`). */
export interface ITensor {
  readonly name: string;
  readonly kind: 'dense' | 'varLenSparse' | 'sparse' | 'ragged' | 'unknown';
  /** Columns that it is made of: the value's first. */
  readonly columns: readonly string[];
  readonly shape: readonly IDimension[] | null;
}
