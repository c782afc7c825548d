/** Domains, from their messages. */
import type {
  Feature,
  FloatDomain,
  IntDomain,
  NaturalLanguageDomain,
  SequenceLengthConstraints,
  SequenceValueConstraints,
  StringDomain
} from '../../proto/generated/schema_pb';
import {
  BoolDomainSchema,
  FeatureCoverageConstraintsSchema,
  FloatDomainSchema,
  ImageDomainSchema,
  IntDomainSchema,
  NaturalLanguageDomainSchema,
  SequenceLengthConstraintsSchema,
  SequenceValueConstraintsSchema,
  StringDomain_Categorical,
  TimeDomain_IntegerTimeFormat,
  TimeOfDayDomain_IntegerTimeOfDayFormat
} from '../../proto/generated/schema_pb';
import { exact } from '../decode-integer';
import { optional } from './decode-set';
import type {
  IDomain,
  IFloatDomain,
  ILanguageDomain,
  ILengthConstraint,
  ITokenConstraint
} from './schema';

/** What a feature's values may be; null where the file does not say. */
export function decodeDomain({ case: kind, value }: Feature['domainInfo']): IDomain | null {
  switch (kind) {
    case 'domain':
      return { kind: 'named', name: value };
    case 'intDomain':
      return decodeIntDomain(value);
    case 'floatDomain':
      return decodeFloatDomain(value);
    case 'stringDomain':
      return decodeStringDomain(value);
    case 'boolDomain': {
      const bool = optional(BoolDomainSchema, value);
      return {
        kind: 'bool',
        name: value.name,
        trueValue: bool('trueValue'),
        falseValue: bool('falseValue')
      };
    }
    case 'structDomain':
      return { kind: 'struct' };
    case 'naturalLanguageDomain':
      return decodeLanguageDomain(value);
    case 'imageDomain': {
      const image = optional(ImageDomainSchema, value);
      return {
        kind: 'image',
        minSupportedFraction: image('minimumSupportedImageFraction'),
        maxByteSize: image('maxImageByteSize')
      };
    }
    case 'midDomain':
      return { kind: 'mid' };
    case 'urlDomain':
      return { kind: 'url' };
    case 'timeDomain':
      return {
        kind: 'time',
        format:
          value.format.case === 'integerFormat'
            ? TimeDomain_IntegerTimeFormat[value.format.value]
            : (value.format.value ?? null)
      };
    case 'timeOfDayDomain':
      return {
        kind: 'timeOfDay',
        format:
          value.format.case === 'integerFormat'
            ? TimeOfDayDomain_IntegerTimeOfDayFormat[value.format.value]
            : (value.format.value ?? null)
      };
    case undefined:
      return null;
  }
}

/** Of a feature, or of the schema by name. */
export function decodeIntDomain(message: IntDomain): IDomain {
  const get = optional(IntDomainSchema, message);
  return {
    kind: 'int',
    name: message.name,
    min: get('min'),
    max: get('max'),
    categorical: message.isCategorical
  };
}

/** Of a feature, or of the schema by name. */
export function decodeFloatDomain(message: FloatDomain): IFloatDomain {
  const get = optional(FloatDomainSchema, message);
  return {
    kind: 'float',
    name: message.name,
    min: get('min'),
    max: get('max'),
    disallowNaN: message.disallowNan,
    disallowInf: message.disallowInf,
    embedding: message.isEmbedding,
    categorical: message.isCategorical,
    embeddingDim: get('embeddingDim'),
    embeddingType: get('embeddingType')
  };
}

/** Of a feature, or of the schema by name. */
export function decodeStringDomain({ name, value, isCategorical }: StringDomain): IDomain {
  return {
    kind: 'string',
    name,
    values: value,
    categorical:
      isCategorical === StringDomain_Categorical.UNSPECIFIED
        ? null
        : isCategorical === StringDomain_Categorical.YES
  };
}

function decodeLanguageDomain(message: NaturalLanguageDomain): ILanguageDomain {
  const { coverage, tokenConstraints, sequenceLengthConstraints } = message;
  const get = coverage && optional(FeatureCoverageConstraintsSchema, coverage);
  return {
    kind: 'language',
    vocabulary: optional(NaturalLanguageDomainSchema, message)('vocabulary'),
    coverage:
      coverage && get
        ? {
            minCoverage: get('minCoverage'),
            minAvgTokenLength: get('minAvgTokenLength'),
            excludedTokens: [
              ...coverage.excludedStringTokens,
              ...coverage.excludedIntTokens.map(exact)
            ],
            outOfVocabularyTokens: coverage.oovStringTokens
          }
        : null,
    tokens: tokenConstraints.map(tokenConstraint),
    length: sequenceLengthConstraints ? lengthConstraint(sequenceLengthConstraints) : null
  };
}

function tokenConstraint(message: SequenceValueConstraints): ITokenConstraint {
  const get = optional(SequenceValueConstraintsSchema, message);
  const { case: kind, value } = message.value;
  return {
    token: kind === 'intValue' ? exact(value) : (value ?? null),
    perSequence: { min: get('minPerSequence'), max: get('maxPerSequence') },
    minFractionOfSequences: get('minFractionOfSequences'),
    maxFractionOfSequences: get('maxFractionOfSequences')
  };
}

function lengthConstraint(message: SequenceLengthConstraints): ILengthConstraint {
  const get = optional(SequenceLengthConstraintsSchema, message);
  return {
    min: get('minSequenceLength'),
    max: get('maxSequenceLength'),
    excludedTokens: [...message.excludedStringValue, ...message.excludedIntValue.map(exact)]
  };
}
