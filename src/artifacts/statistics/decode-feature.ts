/** A feature's statistics, from their message. Buckets and top values are not copied: there may be a million. */
import type {
  CommonStatistics,
  FeatureNameStatistics,
  WeightedCommonStatistics
} from '../../proto/generated/statistics_pb';
import { FeatureNameStatistics_Type } from '../../proto/generated/statistics_pb';
import { count } from '../decode-integer';
import { decodeCustom } from './decode-custom';
import { figuresOf } from './decode-figures';
import { histogram, histograms, ranks } from './decode-histogram';
import type {
  ICommonStatistics,
  IFeatureStatistics,
  IWeightedCommon,
  StatisticsType
} from './statistics';

/** All of a feature. */
export function decodeFeature(feature: FeatureNameStatistics): IFeatureStatistics {
  const { fieldId, stats, customStats, type, validationDerivedSource } = feature;
  const path = fieldId.case === 'path' ? fieldId.value.step : [fieldId.value ?? ''];
  const read = {
    common: stats.value?.commonStats ? common(stats.value.commonStats) : null,
    numeric: stats.case === 'numStats' ? numeric(stats.value) : null,
    string: stats.case === 'stringStats' ? string(stats.value) : null,
    bytes: stats.case === 'bytesStats' ? bytes(stats.value) : null
  };
  return {
    name: path.join('.'),
    path,
    type: statisticsType(type),
    figures: figuresOf(read),
    ...read,
    custom: customStats.map(decodeCustom),
    derivedBy: validationDerivedSource?.deriverName ?? null,
    problem: null
  };
}

/** TFDV's word; UNKNOWN for a number that it had not when this was written. */
export function statisticsType(type: number): StatisticsType {
  return (FeatureNameStatistics_Type[type] as StatisticsType | undefined) ?? 'UNKNOWN';
}

type Statistics<Case> = Extract<FeatureNameStatistics['stats'], { case: Case }>['value'] & object;

function common(message: CommonStatistics): ICommonStatistics {
  return {
    numNonMissing: count(message.numNonMissing),
    numMissing: count(message.numMissing),
    minNumValues: count(message.minNumValues),
    maxNumValues: count(message.maxNumValues),
    avgNumValues: message.avgNumValues,
    totNumValues: count(message.totNumValues),
    numValuesHistogram: histogram(message.numValuesHistogram),
    featureListLengthHistogram: histogram(message.featureListLengthHistogram),
    weighted: message.weightedCommonStats ? weightedCommon(message.weightedCommonStats) : null,
    levels: message.presenceAndValencyStats.map(level => ({
      numNonMissing: count(level.numNonMissing),
      numMissing: count(level.numMissing),
      minNumValues: count(level.minNumValues),
      maxNumValues: count(level.maxNumValues),
      totNumValues: count(level.totNumValues)
    })),
    weightedLevels: message.weightedPresenceAndValencyStats.map(weightedCommon)
  };
}

function weightedCommon(message: WeightedCommonStatistics): IWeightedCommon {
  const { numNonMissing, numMissing, avgNumValues, totNumValues } = message;
  return { numNonMissing, numMissing, avgNumValues, totNumValues };
}

function numeric(message: Statistics<'numStats'>): IFeatureStatistics['numeric'] {
  const { mean, stdDev, numZeros, min, median, max, weightedNumericStats } = message;
  return {
    ...{ mean, stdDev, min, median, max },
    numZeros: count(numZeros),
    histograms: histograms(message.histograms),
    weighted: weightedNumericStats
      ? {
          mean: weightedNumericStats.mean,
          stdDev: weightedNumericStats.stdDev,
          median: weightedNumericStats.median,
          histograms: histograms(weightedNumericStats.histograms)
        }
      : null
  };
}

function string(message: Statistics<'stringStats'>): IFeatureStatistics['string'] {
  const { topValues, avgLength, rankHistogram, weightedStringStats, vocabularyFile } = message;
  return {
    unique: count(message.unique),
    topValues,
    avgLength,
    ranks: ranks(rankHistogram),
    weighted: weightedStringStats
      ? {
          topValues: weightedStringStats.topValues,
          ranks: ranks(weightedStringStats.rankHistogram)
        }
      : null,
    vocabularyFile,
    invalidUtf8Count: count(message.invalidUtf8Count)
  };
}

function bytes(message: Statistics<'bytesStats'>): IFeatureStatistics['bytes'] {
  const { unique, avgNumBytes, minNumBytes, maxNumBytes, maxNumBytesInt } = message;
  return {
    unique: count(unique),
    avgNumBytes,
    minNumBytes,
    // The float loses the last digits of large ones.
    maxNumBytes: count(maxNumBytesInt) || maxNumBytes
  };
}
