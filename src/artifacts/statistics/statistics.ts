/** Statistics of data, as read: what `DatasetFeatureStatisticsList` of tensorflow_metadata holds. */
import type { Integer } from '../decode-integer';

/** An ExampleStatistics artifact. */
export interface IStatistics {
  /** In the order of splits, and then of the file: a split that was sliced has several. */
  readonly datasets: readonly IDatasetStatistics[];
  /** Sentences, each for a split that could not be read. */
  readonly problems: readonly string[];
}

/** A split, or a slice of one. */
export interface IDatasetStatistics {
  /** Empty where the artifact has no splits, as Transform's. */
  readonly split: string;
  /** The slice's name, such as `label_yes`; empty where nothing was sliced. */
  readonly name: string;
  readonly numExamples: number;
  /** 0 where nothing was weighted. */
  readonly weightedNumExamples: number;
  readonly features: readonly IFeatureStatistics[];
  readonly crosses: readonly ICrossStatistics[];
  /** Quicker than to look. */
  readonly hasCrosses: boolean;
}

/** TFDV's word for what a feature's values are. */
export type StatisticsType = 'INT' | 'FLOAT' | 'STRING' | 'BYTES' | 'STRUCT' | 'UNKNOWN';

/** A feature of a dataset. One of the figures is there at most: those of its type. */
export interface IFeatureStatistics {
  /** Steps of the path, joined by dots. */
  readonly name: string;
  readonly path: readonly string[];
  readonly type: StatisticsType;
  /** To sort and to flag by; quick to have. */
  readonly figures: IFigures;
  /** null where the generator made none, as for sparse features. */
  readonly common: ICommonStatistics | null;
  readonly numeric: INumericStatistics | null;
  readonly string: IStringStatistics | null;
  readonly bytes: IBytesStatistics | null;
  readonly custom: readonly ICustomStatistic[];
  /** What computed the feature while statistics were made; null for one of the data. */
  readonly derivedBy: string | null;
  /** A sentence, where the feature's statistics are damaged; they are null then. */
  readonly problem: string | null;
}

/** The same figures as in the statistics of the type; NaN where that has none. */
export interface IFigures {
  readonly numNonMissing: number;
  readonly numMissing: number;
  readonly totNumValues: number;
  readonly minNumValues: number;
  readonly maxNumValues: number;
  readonly numZeros: number;
  /** The most that a histogram counted. */
  readonly numNaN: number;
  readonly min: number;
  readonly max: number;
  readonly unique: number;
}

/** What every type has. */
export interface ICommonStatistics {
  /** Examples that have the feature. */
  readonly numNonMissing: number;
  /** Examples that do not. */
  readonly numMissing: number;
  /** Values in an example that has the feature. */
  readonly minNumValues: number;
  readonly maxNumValues: number;
  readonly avgNumValues: number;
  readonly totNumValues: number;
  readonly numValuesHistogram: IHistogram | null;
  /** Of a SequenceExample's features. */
  readonly featureListLengthHistogram: IHistogram | null;
  readonly weighted: IWeightedCommon | null;
  /** Of nested features: a level each, the outermost first. */
  readonly levels: readonly IPresenceAndValency[];
  readonly weightedLevels: readonly IWeightedCommon[];
}

/** The same counts, where an example counts as much as its weight. */
export interface IWeightedCommon {
  readonly numNonMissing: number;
  readonly numMissing: number;
  readonly avgNumValues: number;
  readonly totNumValues: number;
}

/** Counts at one level of a nested feature: of lists there, and of values in them. */
export interface IPresenceAndValency {
  readonly numNonMissing: number;
  readonly numMissing: number;
  readonly minNumValues: number;
  readonly maxNumValues: number;
  readonly totNumValues: number;
}

/** Figures of numbers. They are of the values that are neither NaN nor missing. */
export interface INumericStatistics {
  readonly mean: number;
  readonly stdDev: number;
  readonly numZeros: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** Most often a standard one and one of quantiles. */
  readonly histograms: readonly IHistogram[];
  readonly weighted: IWeightedNumeric | null;
}

/** The same figures, where an example counts as much as its weight. */
export interface IWeightedNumeric {
  readonly mean: number;
  readonly stdDev: number;
  readonly median: number;
  readonly histograms: readonly IHistogram[];
}

/** Figures of strings. */
export interface IStringStatistics {
  readonly unique: number;
  /** Most frequent first. */
  readonly topValues: readonly ITopValue[];
  /** Bytes. */
  readonly avgLength: number;
  readonly ranks: IRankHistogram | null;
  readonly weighted: IWeightedString | null;
  /** Where all values were written to; empty if nowhere. */
  readonly vocabularyFile: string;
  readonly invalidUtf8Count: number;
}

/** The same figures, where an example counts as much as its weight. */
export interface IWeightedString {
  readonly topValues: readonly ITopValue[];
  readonly ranks: IRankHistogram | null;
}

/** One of the most frequent values. */
export interface ITopValue {
  readonly value: string;
  /** Times, or their weight. */
  readonly frequency: number;
}

/** Figures of bytes that are no text. */
export interface IBytesStatistics {
  readonly unique: number;
  readonly avgNumBytes: number;
  readonly minNumBytes: number;
  readonly maxNumBytes: number;
}

/** How many values are between bounds (`Histogram`). */
export interface IHistogram {
  /** Buckets of the same width, or of about the same count. */
  readonly kind: 'standard' | 'quantiles';
  readonly name: string;
  readonly numNaN: number;
  readonly numUndefined: number;
  /** By value. Bounds may be infinite; a bucket has its low value, and the last one its high value too. */
  readonly buckets: readonly IBucket[];
}

/** Values from one bound to the next; their count, or their weight, need not be whole. */
export interface IBucket {
  readonly lowValue: number;
  readonly highValue: number;
  readonly sampleCount: number;
}

/** How many values there are by rank, the most frequent one first (`RankHistogram`). */
export interface IRankHistogram {
  readonly name: string;
  /** Most frequent first. */
  readonly buckets: readonly IRankBucket[];
}

/** A value, or neighbours in rank; their count, or their weight. */
export interface IRankBucket {
  /** The value; empty where the bucket has several. */
  readonly label: string;
  readonly sampleCount: number;
  /** From 0. */
  readonly lowRank: bigint;
  readonly highRank: bigint;
}

/** A figure that a generator added, by name. */
export type ICustomStatistic = { readonly name: string } & (
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'histogram'; readonly histogram: IHistogram }
  | { readonly kind: 'ranks'; readonly ranks: IRankHistogram }
  | { readonly kind: 'language'; readonly language: ILanguageStatistics }
  /** A message that is not one of ours. */
  | { readonly kind: 'message'; readonly typeUrl: string; readonly size: number }
  | { readonly kind: 'nothing' }
);

/** Figures of text, where the schema says that a feature is natural language. */
export interface ILanguageStatistics {
  /** Share of tokens that the vocabulary has. */
  readonly featureCoverage: number;
  readonly avgTokenLength: number;
  readonly tokenLengthHistogram: IHistogram | null;
  readonly minSequenceLength: number;
  readonly maxSequenceLength: number;
  readonly sequenceLengthHistogram: IHistogram | null;
  /** Tokens that were not where they must be. */
  readonly locationMisses: number;
  /** Examples of those. */
  readonly reportedSequences: readonly string[];
  readonly tokens: readonly ITokenStatistics[];
  readonly ranks: IRankHistogram | null;
}

/** A token that the schema names. */
export interface ITokenStatistics {
  readonly token: string | Integer;
  readonly frequency: number;
  readonly fractionOfSequences: number;
  readonly perSequenceMin: number;
  readonly perSequenceAvg: number;
  readonly perSequenceMax: number;
  readonly positions: IHistogram | null;
}

/** Two features together. */
export interface ICrossStatistics {
  readonly pathX: readonly string[];
  readonly pathY: readonly string[];
  /** Examples; 0 for lift. */
  readonly count: number;
  readonly numeric: { readonly correlation: number; readonly covariance: number } | null;
  readonly lift: readonly ILiftSeries[];
  readonly weightedLift: readonly ILiftSeries[];
}

/** How much likelier each x is where y has one value. */
export interface ILiftSeries {
  readonly y: number | string | { readonly lowValue: number; readonly highValue: number } | null;
  /** Or the weight. */
  readonly yCount: number;
  readonly values: readonly ILiftValue[];
}

/** P(x | y) / P(x) of one x, with what it is computed from. */
export interface ILiftValue {
  readonly x: number | string | null;
  readonly lift: number;
  /** Or the weight. */
  readonly xCount: number;
  /** Or the weight. */
  readonly xAndYCount: number;
}
