/** Custom statistics, from their messages. */
import { anyUnpack } from '@bufbuild/protobuf/wkt';

import type {
  CustomStatistic,
  NaturalLanguageStatistics,
  NaturalLanguageStatistics_TokenStatistics
} from '../../proto/generated/statistics_pb';
import { NaturalLanguageStatisticsSchema } from '../../proto/generated/statistics_pb';
import { count, exact } from '../decode-integer';
import { histogram, ranks } from './decode-histogram';
import type { ICustomStatistic, ILanguageStatistics, ITokenStatistics } from './statistics';

/** A figure that a generator added. */
export function decodeCustom({ name, val }: CustomStatistic): ICustomStatistic {
  switch (val.case) {
    case 'num':
      return { name, kind: 'number', number: val.value };
    case 'str':
      return { name, kind: 'text', text: val.value };
    case 'histogram': {
      const decoded = histogram(val.value);
      return decoded ? { name, kind: 'histogram', histogram: decoded } : { name, kind: 'nothing' };
    }
    case 'rankHistogram': {
      const decoded = ranks(val.value);
      return decoded ? { name, kind: 'ranks', ranks: decoded } : { name, kind: 'nothing' };
    }
    case 'any': {
      const message = unpackLanguage(val.value);
      return message
        ? { name, kind: 'language', language: language(message) }
        : { name, kind: 'message', typeUrl: val.value.typeUrl, size: val.value.value.length };
    }
    default:
      return { name, kind: 'nothing' };
  }
}

function unpackLanguage(
  any: Extract<CustomStatistic['val'], { case: 'any' }>['value']
): NaturalLanguageStatistics | undefined {
  try {
    return anyUnpack(any, NaturalLanguageStatisticsSchema);
  } catch {
    // Damaged inside: it is shown as a message that nobody knows.
    return undefined;
  }
}

function language(message: NaturalLanguageStatistics): ILanguageStatistics {
  return {
    featureCoverage: message.featureCoverage,
    avgTokenLength: message.avgTokenLength,
    tokenLengthHistogram: histogram(message.tokenLengthHistogram),
    minSequenceLength: count(message.minSequenceLength),
    maxSequenceLength: count(message.maxSequenceLength),
    sequenceLengthHistogram: histogram(message.sequenceLengthHistogram),
    locationMisses: count(message.locationMisses),
    reportedSequences: message.reportedSequences,
    tokens: message.tokenStatistics.map(token),
    ranks: ranks(message.rankHistogram)
  };
}

function token(message: NaturalLanguageStatistics_TokenStatistics): ITokenStatistics {
  return {
    token:
      message.token.case === 'intToken' ? exact(message.token.value) : (message.token.value ?? ''),
    frequency: message.frequency,
    fractionOfSequences: message.fractionOfSequences,
    perSequenceMin: message.perSequenceMinFrequency,
    perSequenceAvg: message.perSequenceAvgFrequency,
    perSequenceMax: message.perSequenceMaxFrequency,
    positions: histogram(message.positions)
  };
}
