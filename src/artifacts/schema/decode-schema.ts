/** A schema as plain data, from its message. */
import type {
  DatasetConstraints,
  Feature,
  FloatDomain,
  IntDomain,
  NumericValueComparator,
  Schema,
  StringDomain,
  TensorRepresentation
} from '../../proto/generated/schema_pb';
import {
  DatasetConstraintsSchema,
  NumericValueComparatorSchema,
  WeightedFeatureSchema
} from '../../proto/generated/schema_pb';
import { decodeFloatDomain, decodeIntDomain, decodeStringDomain } from './decode-domain';
import { decodeAnnotation, decodeFeature, decodeSparse, dimensions, stage } from './decode-feature';
import { optional } from './decode-set';
import type {
  IDatasetConstraints,
  IDomain,
  IFractions,
  ISchema,
  ISchemaFeature,
  ITensor
} from './schema';

/**
 * Everything in it; again after each edit of the message. A part whose message is the same object as before gives the
 * same object, as parts are never changed in their place.
 */
export function plainSchema(message: Schema): ISchema {
  return {
    features: message.feature.map(feature => once(features, feature, decodeFeature)),
    sparseFeatures: message.sparseFeature.map(feature => decodeSparse(feature)),
    weightedFeatures: message.weightedFeature.map(feature => ({
      name: feature.name,
      feature: feature.feature?.step ?? [],
      weight: feature.weightFeature?.step ?? [],
      lifecycleStage: stage(optional(WeightedFeatureSchema, feature)('lifecycleStage'))
    })),
    domains: [
      ...message.stringDomain.map(domain => once(domains, domain, decodeStringDomain)),
      ...message.intDomain.map(domain => once(domains, domain, decodeIntDomain)),
      ...message.floatDomain.map(domain => once(domains, domain, decodeFloatDomain))
    ],
    defaultEnvironments: message.defaultEnvironment,
    annotation: decodeAnnotation(message.annotation),
    constraints: message.datasetConstraints ? constraints(message.datasetConstraints) : null,
    tensorGroups: byName(message.tensorRepresentationGroup).map(
      ([name, { tensorRepresentation }]) => ({
        name,
        tensors: byName(tensorRepresentation).map(([tensor, { kind }]) => ({
          name: tensor,
          ...representation(kind)
        }))
      })
    ),
    variableLengthAsRagged: message.representVariableLengthAsRagged
  };
}

/** A map's entries, in the order of their names: a file has them in none. */
function byName<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

const features = new WeakMap<Feature, ISchemaFeature>();
const domains = new WeakMap<StringDomain | IntDomain | FloatDomain, IDomain>();

function once<M extends object, T>(known: WeakMap<M, T>, message: M, decode: (message: M) => T): T {
  let plain = known.get(message);
  if (plain === undefined) {
    plain = decode(message);
    known.set(message, plain);
  }
  return plain;
}

function constraints(message: DatasetConstraints): IDatasetConstraints {
  const get = optional(DatasetConstraintsSchema, message);
  return {
    drift: fractions(message.numExamplesDriftComparator),
    version: fractions(message.numExamplesVersionComparator),
    examples: { min: get('minExamplesCount'), max: get('maxExamplesCount') }
  };
}

function fractions(message: NumericValueComparator | undefined): IFractions | null {
  const get = message && optional(NumericValueComparatorSchema, message);
  return get ? { min: get('minFractionThreshold'), max: get('maxFractionThreshold') } : null;
}

function representation({
  case: kind,
  value
}: TensorRepresentation['kind']): Omit<ITensor, 'name'> {
  switch (kind) {
    case 'denseTensor':
      return {
        kind: 'dense',
        columns: [value.columnName],
        shape: value.shape ? dimensions(value.shape) : null
      };
    case 'varlenSparseTensor':
      return { kind: 'varLenSparse', columns: [value.columnName], shape: null };
    case 'sparseTensor':
      return {
        kind: 'sparse',
        columns: [value.valueColumnName, ...value.indexColumnNames],
        shape: value.denseShape ? dimensions(value.denseShape) : null
      };
    case 'raggedTensor':
      return { kind: 'ragged', columns: [value.featurePath?.step.join('.') ?? ''], shape: null };
    case undefined:
      return { kind: 'unknown', columns: [], shape: null };
  }
}
