/** Applies edits to a schema. */
import { create } from '@bufbuild/protobuf';

import type { Feature, Schema } from '../../proto/generated/schema_pb';
import {
  DatasetConstraintsSchema,
  DistributionConstraintsSchema,
  FeatureComparatorSchema,
  FeaturePresenceSchema,
  FeatureSchema,
  FeatureType,
  FixedShapeSchema,
  FixedShape_DimSchema,
  InfinityNormSchema,
  JensenShannonDivergenceSchema,
  LifecycleStage,
  NormalizedAbsoluteDifferenceSchema,
  SchemaSchema,
  StructDomainSchema,
  UniqueConstraintsSchema,
  ValueCountSchema
} from '../../proto/generated/schema_pb';
import type { ISchemaDraft, Path, SchemaEdit, Valency } from './edit';
import { EditError, domainsOf } from './edit';
import { fraction, whole, wholeBounds } from './edit-check';
import { Copier } from './edit-copy';
import { madeDomain, namedDomainEdited, ownDomainEdited } from './edit-domain';
import type { SchemaType } from './schema';

/**
 * The schema after an edit.
 *
 * @throws EditError where it cannot be made, such as a minimum above the maximum.
 */
export function applyEdit({ message, unknown }: ISchemaDraft, edit: SchemaEdit): ISchemaDraft {
  const copier = new Copier();
  const edited = editedSchema(copier, message, edit);
  return { message: edited, unknown: copier.moved(unknown) };
}

/** The schema after several edits, in order. */
export function applyEdits(draft: ISchemaDraft, edits: readonly SchemaEdit[]): ISchemaDraft {
  return edits.reduce(applyEdit, draft);
}

function editedSchema(copier: Copier, schema: Schema, edit: SchemaEdit): Schema {
  switch (edit.kind) {
    case 'add-feature':
      if (edit.name === '' || schema.feature.some(({ name }) => name === edit.name)) {
        throw new EditError(
          edit.name === ''
            ? 'A feature needs a name.'
            : `There is a feature “${edit.name}” already.`
        );
      }
      return copier.changed(SchemaSchema, schema, {
        feature: [
          ...schema.feature,
          create(FeatureSchema, { name: edit.name, type: FeatureType[edit.type] })
        ]
      });
    case 'remove-feature':
      refuseIfUsed(schema, edit.path);
      return withFeature(copier, schema, edit.path, () => null);
    case 'set-default-environments':
      return copier.changed(SchemaSchema, schema, { defaultEnvironment: [...edit.names] });
    case 'set-examples': {
      const { min, max } = wholeBounds(edit.examples, 0n);
      return copier.changed(SchemaSchema, schema, {
        datasetConstraints: copier.changed(DatasetConstraintsSchema, schema.datasetConstraints, {
          minExamplesCount: min,
          maxExamplesCount: max
        })
      });
    }
    case 'set-range':
    case 'add-values':
    case 'remove-values':
      return edit.place.kind === 'schema'
        ? namedDomainEdited(copier, schema, edit.place.name, edit)
        : withFeature(copier, schema, edit.place.path, feature =>
            ownDomainEdited(copier, feature, edit)
          );
    default:
      return withFeature(copier, schema, edit.path, feature =>
        copier.changed(FeatureSchema, feature, patchOf(copier, feature, edit))
      );
  }
}

type FeatureEdit = Exclude<
  Extract<SchemaEdit, { path: Path }>,
  { kind: 'remove-feature' | 'add-feature' }
>;

function patchOf(copier: Copier, feature: Feature, edit: FeatureEdit): Partial<Feature> {
  switch (edit.kind) {
    case 'set-type':
      return {
        type: FeatureType[edit.type],
        ...(!fits(feature, edit.type) && { domainInfo: { case: undefined } })
      };
    case 'set-presence': {
      const { minCount = null, minFraction = null } = edit.presence ?? {};
      if (minCount === null && minFraction === null) {
        return { presenceConstraints: { case: undefined } };
      }
      const { case: kind, value } = feature.presenceConstraints;
      const presence = copier.changed(
        FeaturePresenceSchema,
        kind === 'presence' ? value : undefined,
        {
          minFraction: fraction(minFraction),
          minCount: minCount === null ? undefined : whole(minCount, 0n)
        }
      );
      return { presenceConstraints: { case: 'presence', value: presence } };
    }
    case 'set-valency':
      return { shapeType: shapeOf(copier, feature, edit.valency) };
    case 'set-domain':
      return { domainInfo: madeDomain(edit.domain) };
    case 'set-domain-mass':
      return {
        distributionConstraints:
          edit.min === null
            ? undefined
            : copier.changed(DistributionConstraintsSchema, feature.distributionConstraints, {
                minDomainMass: fraction(edit.min)
              })
      };
    case 'set-comparator': {
      const field = edit.which === 'drift' ? 'driftComparator' : 'skewComparator';
      return { [field]: comparator(copier, feature[field], edit) };
    }
    case 'set-unique': {
      const { unique } = edit;
      return {
        uniqueConstraints:
          unique === null || (unique.min === null && unique.max === null)
            ? undefined
            : copier.changed(
                UniqueConstraintsSchema,
                feature.uniqueConstraints,
                wholeBounds(unique, 0n)
              )
      };
    }
    case 'set-environments':
      return {
        inEnvironment: [...edit.inEnvironments],
        notInEnvironment: [...edit.notInEnvironments]
      };
    case 'set-lifecycle': {
      const stage = Object.entries(LifecycleStage).find(([name]) => name === edit.stage)?.[1];
      if (edit.stage !== null && typeof stage !== 'number') {
        throw new EditError(`There is no lifecycle stage “${edit.stage}”.`);
      }
      // The older mark says the same, and would go on saying it.
      return {
        lifecycleStage: typeof stage === 'number' ? stage : undefined,
        deprecated: undefined
      };
    }
  }
}

function shapeOf(copier: Copier, feature: Feature, valency: Valency): Feature['shapeType'] {
  const { case: kind, value } = feature.shapeType;
  switch (valency.kind) {
    case 'any':
      return { case: undefined };
    case 'range':
      if (valency.min === null && valency.max === null) {
        return { case: undefined };
      }
      return {
        case: 'valueCount',
        value: copier.changed(
          ValueCountSchema,
          kind === 'valueCount' ? value : undefined,
          wholeBounds(valency, 0n)
        )
      };
    case 'shape': {
      const dim = valency.sizes.map(size =>
        create(FixedShape_DimSchema, { size: whole(size, 0n) })
      );
      return {
        case: 'shape',
        value: copier.changed(FixedShapeSchema, kind === 'shape' ? value : undefined, { dim })
      };
    }
  }
}

function comparator(
  copier: Copier,
  old: Feature['driftComparator'],
  { measure, threshold }: Extract<SchemaEdit, { kind: 'set-comparator' }>
): Feature['driftComparator'] {
  const given = { threshold: fraction(threshold) };
  const none = threshold === null;
  const copy = copier.changed(
    FeatureComparatorSchema,
    old,
    measure === 'infinityNorm'
      ? {
          infinityNorm: none
            ? undefined
            : copier.changed(InfinityNormSchema, old?.infinityNorm, given)
        }
      : measure === 'jensenShannon'
        ? {
            jensenShannonDivergence: none
              ? undefined
              : copier.changed(JensenShannonDivergenceSchema, old?.jensenShannonDivergence, given)
          }
        : {
            normalizedAbsDifference: none
              ? undefined
              : copier.changed(
                  NormalizedAbsoluteDifferenceSchema,
                  old?.normalizedAbsDifference,
                  given
                )
          }
  );
  const { infinityNorm, jensenShannonDivergence, normalizedAbsDifference } = copy;
  return infinityNorm || jensenShannonDivergence || normalizedAbsDifference ? copy : undefined;
}

/** Whether a feature's domain goes with a type. Those that can only be kept go with any but a struct. */
function fits({ domainInfo }: Feature, type: SchemaType): boolean {
  const kinds = domainsOf(type);
  switch (domainInfo.case) {
    case 'intDomain':
      return kinds.includes('int');
    case 'floatDomain':
      return kinds.includes('float');
    case 'stringDomain':
      return kinds.includes('string');
    case 'boolDomain':
      return kinds.includes('bool');
    case 'naturalLanguageDomain':
      return kinds.includes('language');
    case undefined:
      return true;
    default:
      return false;
  }
}

/** A schema with one feature changed; `change` gives null to take it away. */
function withFeature(
  copier: Copier,
  schema: Schema,
  path: Path,
  change: (feature: Feature) => Feature | null
): Schema {
  return copier.changed(SchemaSchema, schema, {
    feature: changedIn(copier, schema.feature, path, path, change)
  });
}

function changedIn(
  copier: Copier,
  features: readonly Feature[],
  [name, ...below]: Path,
  whole: Path,
  change: (feature: Feature) => Feature | null
): Feature[] {
  const at = features.findIndex(feature => feature.name === name);
  const feature = features[at];
  const struct = feature?.domainInfo.case === 'structDomain' ? feature.domainInfo.value : null;
  if (at < 0 || (below.length > 0 && !struct)) {
    throw new EditError(`The schema has no feature “${whole.join('.')}”.`);
  }
  const changed =
    below.length === 0 || !struct
      ? change(feature)
      : copier.changed(FeatureSchema, feature, {
          domainInfo: {
            case: 'structDomain',
            value: copier.changed(StructDomainSchema, struct, {
              feature: changedIn(copier, struct.feature, below, whole, change)
            })
          }
        });
  return [...features.slice(0, at), ...(changed ? [changed] : []), ...features.slice(at + 1)];
}

/** Features that others are made of stay. */
function refuseIfUsed({ sparseFeature, weightedFeature }: Schema, path: Path): void {
  const [name] = path;
  const sparse = sparseFeature.find(
    ({ indexFeature, valueFeature }) =>
      valueFeature?.name === name || indexFeature.some(index => index.name === name)
  );
  const same = (other: Path | undefined) =>
    other?.length === path.length && other.every((step, index) => step === path[index]);
  const weighted = weightedFeature.find(
    ({ feature, weightFeature }) => same(feature?.step) || same(weightFeature?.step)
  );
  const user = (path.length === 1 ? sparse?.name : undefined) ?? weighted?.name;
  if (user !== undefined) {
    throw new EditError(
      `“${path.join('.')}” is a part of “${user}”. Mark it as deprecated instead.`
    );
  }
}
