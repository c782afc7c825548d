/** Features of a schema, from their messages. */
import type {
  Annotation,
  Feature,
  FeatureComparator,
  FixedShape,
  SparseFeature,
  ValueCount
} from '../../proto/generated/schema_pb';
import {
  FeaturePresenceSchema,
  FeatureSchema,
  FeatureType,
  HistogramSelection_Type,
  LifecycleStage,
  SequenceMetadataSchema,
  SequenceMetadata_SequentialStatus,
  SparseFeatureSchema,
  UniqueConstraintsSchema,
  ValueCountSchema
} from '../../proto/generated/schema_pb';
import { exact } from '../decode-integer';
import { decodeDomain } from './decode-domain';
import { optional } from './decode-set';
import type {
  IAnnotation,
  IBounds,
  IComparator,
  IDimension,
  IPresence,
  ISchemaFeature,
  ISequence,
  ISparseFeature,
  SchemaType
} from './schema';

/**
 * A feature with those nested in it.
 *
 * @param parent - Names from the top down to what it is nested in.
 */
export function decodeFeature(message: Feature, parent: readonly string[] = []): ISchemaFeature {
  const { presenceConstraints, shapeType, domainInfo, validationDerivedSource } = message;
  const path = [...parent, message.name];
  const struct = domainInfo.case === 'structDomain' ? domainInfo.value : null;
  const get = optional(FeatureSchema, message);
  const type = get('type');
  const unique =
    message.uniqueConstraints && optional(UniqueConstraintsSchema, message.uniqueConstraints);
  return {
    name: message.name,
    path,
    type: type === null ? null : (FeatureType[type] as SchemaType),
    deprecated: message.deprecated,
    presence: presenceConstraints.case === 'presence' ? presence(presenceConstraints.value) : null,
    required:
      presenceConstraints.case === 'groupPresence' ? presenceConstraints.value.required : null,
    shape: shapeType.case === 'shape' ? dimensions(shapeType.value) : null,
    valueCounts: valueCounts(shapeType),
    domain: decodeDomain(domainInfo),
    minDomainMass: message.distributionConstraints?.minDomainMass ?? null,
    drift: message.driftComparator ? comparator(message.driftComparator) : null,
    skew: message.skewComparator ? comparator(message.skewComparator) : null,
    inEnvironments: message.inEnvironment,
    notInEnvironments: message.notInEnvironment,
    lifecycleStage: stage(get('lifecycleStage')),
    unique: unique ? { min: unique('min'), max: unique('max') } : null,
    annotation: decodeAnnotation(message.annotation),
    derivedFrom: validationDerivedSource
      ? {
          deriver: validationDerivedSource.deriverName,
          description: validationDerivedSource.description,
          paths: validationDerivedSource.sourcePath.map(({ step }) => step)
        }
      : null,
    sequence: sequence(message.sequenceMetadata),
    features: struct?.feature.map(feature => decodeFeature(feature, path)) ?? [],
    sparseFeatures: struct?.sparseFeature.map(feature => decodeSparse(feature, path)) ?? []
  };
}

/** @param parent - Names from the top down to what it is nested in. */
export function decodeSparse(
  message: SparseFeature,
  parent: readonly string[] = []
): ISparseFeature {
  return {
    name: message.name,
    path: [...parent, message.name],
    indexFeatures: message.indexFeature.map(({ name }) => name),
    valueFeature: message.valueFeature?.name ?? '',
    denseShape: message.denseShape ? dimensions(message.denseShape) : null,
    sorted: message.isSorted,
    deprecated: message.deprecated,
    lifecycleStage: stage(optional(SparseFeatureSchema, message)('lifecycleStage'))
  };
}

/** null where there is none. */
export function decodeAnnotation(message: Annotation | undefined): IAnnotation | null {
  return message
    ? {
        tags: message.tag,
        comments: message.comment,
        extra: message.extraMetadata.map(({ typeUrl, value }) => ({ typeUrl, size: value.length }))
      }
    : null;
}

/** The sizes of a fixed shape. */
export function dimensions({ dim }: FixedShape): IDimension[] {
  return dim.map(({ size, name }) => ({ size: exact(size), name }));
}

/** A stage's name; null where the file does not say. */
export function stage(value: LifecycleStage | null): string | null {
  return value === null ? null : LifecycleStage[value];
}

function presence(
  message: Extract<Feature['presenceConstraints'], { case: 'presence' }>['value']
): IPresence {
  const get = optional(FeaturePresenceSchema, message);
  return { minFraction: get('minFraction'), minCount: get('minCount') };
}

function valueCounts({ case: kind, value }: Feature['shapeType']): IBounds[] {
  const bounds = (message: ValueCount) => {
    const get = optional(ValueCountSchema, message);
    return { min: get('min'), max: get('max') };
  };
  switch (kind) {
    case 'valueCount':
      return [bounds(value)];
    case 'valueCounts':
      return value.valueCount.map(bounds);
    default:
      return [];
  }
}

function comparator(message: FeatureComparator): IComparator {
  const { infinityNorm, jensenShannonDivergence, normalizedAbsDifference } = message;
  const source = jensenShannonDivergence?.source;
  return {
    infinityNorm: infinityNorm?.threshold ?? null,
    jensenShannon: jensenShannonDivergence?.threshold ?? null,
    jensenShannonSource: source ? HistogramSelection_Type[source.type] : null,
    normalizedAbsDifference: normalizedAbsDifference?.threshold ?? null
  };
}

function sequence(message: Feature['sequenceMetadata']): ISequence | null {
  if (!message) {
    return null;
  }
  const get = optional(SequenceMetadataSchema, message);
  const status = get('sequentialStatus');
  return {
    status: status === null ? null : SequenceMetadata_SequentialStatus[status],
    jointGroup: get('jointGroup'),
    truncationLimit: get('sequenceTruncationLimit')
  };
}
