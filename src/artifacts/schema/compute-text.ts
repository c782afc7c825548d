/** Lines of a schema's text format, for one of its parts. */
import type {
  Feature,
  Schema,
  SparseFeature,
  WeightedFeature
} from '../../proto/generated/schema_pb';
import {
  FeatureSchema,
  SchemaSchema,
  SparseFeatureSchema,
  WeightedFeatureSchema
} from '../../proto/generated/schema_pb';
import { printText } from '../../proto/text-print';
import type { ISchemaDraft } from './edit';

/** The whole file. */
export function schemaText({ message, unknown }: ISchemaDraft): string {
  return printText(SchemaSchema, message, unknown);
}

/** What stands in a file for a feature, with what is nested in it; empty where it is not there. */
export function partText(
  { message, unknown }: ISchemaDraft,
  what: 'feature' | 'sparse' | 'weighted',
  path: readonly string[]
): string {
  switch (what) {
    case 'feature': {
      const feature = featureAt(message, path);
      return feature ? printText(FeatureSchema, feature, unknown) : '';
    }
    case 'sparse': {
      const feature = sparseAt(message, path);
      return feature ? printText(SparseFeatureSchema, feature, unknown) : '';
    }
    case 'weighted': {
      const feature = weightedAt(message, path);
      return feature ? printText(WeightedFeatureSchema, feature, unknown) : '';
    }
  }
}

function featureAt({ feature }: Schema, path: readonly string[]): Feature | undefined {
  let among: readonly Feature[] = feature;
  let found: Feature | undefined;
  for (const step of path) {
    found = among.find(({ name }) => name === step);
    among = found?.domainInfo.case === 'structDomain' ? found.domainInfo.value.feature : [];
  }
  return found;
}

function sparseAt(schema: Schema, path: readonly string[]): SparseFeature | undefined {
  const parent = featureAt(schema, path.slice(0, -1));
  const among =
    path.length === 1
      ? schema.sparseFeature
      : parent?.domainInfo.case === 'structDomain'
        ? parent.domainInfo.value.sparseFeature
        : [];
  return among.find(({ name }) => name === path[path.length - 1]);
}

function weightedAt(
  { weightedFeature }: Schema,
  [name]: readonly string[]
): WeightedFeature | undefined {
  return weightedFeature.find(feature => feature.name === name);
}
