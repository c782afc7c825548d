/** Edits of domains. */
import { create } from '@bufbuild/protobuf';

import type { Feature, Schema } from '../../proto/generated/schema_pb';
import {
  BoolDomainSchema,
  FeatureSchema,
  FloatDomainSchema,
  ImageDomainSchema,
  IntDomainSchema,
  MIDDomainSchema,
  NaturalLanguageDomainSchema,
  SchemaSchema,
  StringDomainSchema,
  URLDomainSchema
} from '../../proto/generated/schema_pb';
import type { FloatDomain, IntDomain, StringDomain } from '../../proto/generated/schema_pb';
import type { DomainChoice, IRangeChange, SchemaEdit } from './edit';
import { EditError } from './edit';
import { inOrder, single, whole, wholeBounds } from './edit-check';
import type { Copier } from './edit-copy';

/** A domain as a feature has it. */
export function madeDomain(choice: DomainChoice): Feature['domainInfo'] {
  switch (choice.kind) {
    case 'none':
      return { case: undefined };
    case 'named':
      return { case: 'domain', value: choice.name };
    case 'int':
      return { case: 'intDomain', value: create(IntDomainSchema, wholeBounds(choice)) };
    case 'float': {
      const [min, max] = [single(choice.min), single(choice.max)];
      inOrder(min, max);
      return { case: 'floatDomain', value: create(FloatDomainSchema, { min, max }) };
    }
    case 'string':
      return {
        case: 'stringDomain',
        value: create(StringDomainSchema, { value: different(choice.values) })
      };
    case 'bool': {
      const { trueValue, falseValue } = choice;
      if (trueValue !== null && trueValue === falseValue) {
        throw new EditError('True and false need two different words.');
      }
      return {
        case: 'boolDomain',
        value: create(BoolDomainSchema, {
          trueValue: trueValue ?? undefined,
          falseValue: falseValue ?? undefined
        })
      };
    }
    case 'language':
      return { case: 'naturalLanguageDomain', value: create(NaturalLanguageDomainSchema) };
    case 'image':
      return { case: 'imageDomain', value: create(ImageDomainSchema) };
    case 'mid':
      return { case: 'midDomain', value: create(MIDDomainSchema) };
    case 'url':
      return { case: 'urlDomain', value: create(URLDomainSchema) };
  }
}

/** An edit of what a domain holds. */
export type ContentEdit = Extract<SchemaEdit, { place: unknown }>;

/** A feature whose own domain is edited. */
export function ownDomainEdited(copier: Copier, feature: Feature, edit: ContentEdit): Feature {
  const { domainInfo } = feature;
  const changed = (info: Feature['domainInfo']) =>
    copier.changed(FeatureSchema, feature, { domainInfo: info });
  switch (domainInfo.case) {
    case 'intDomain':
      return changed({ ...domainInfo, value: editedInt(copier, domainInfo.value, edit) });
    case 'floatDomain':
      return changed({ ...domainInfo, value: editedFloat(copier, domainInfo.value, edit) });
    case 'stringDomain':
      return changed({ ...domainInfo, value: editedString(copier, domainInfo.value, edit) });
    default:
      throw new EditError(`“${feature.name}” has no domain of its own that can be edited so.`);
  }
}

/** A schema of which one domain is edited that features name. */
export function namedDomainEdited(
  copier: Copier,
  schema: Schema,
  name: string,
  edit: ContentEdit
): Schema {
  const edited = <T extends { name: string }>(domains: T[], change: (domain: T) => T) => {
    const at = domains.findIndex(domain => domain.name === name);
    return at < 0 ? null : domains.map((domain, index) => (index === at ? change(domain) : domain));
  };
  const strings = edited(schema.stringDomain, domain => editedString(copier, domain, edit));
  if (strings) {
    return copier.changed(SchemaSchema, schema, { stringDomain: strings });
  }
  const ints = edited(schema.intDomain, domain => editedInt(copier, domain, edit));
  if (ints) {
    return copier.changed(SchemaSchema, schema, { intDomain: ints });
  }
  const floats = edited(schema.floatDomain, domain => editedFloat(copier, domain, edit));
  if (floats) {
    return copier.changed(SchemaSchema, schema, { floatDomain: floats });
  }
  throw new EditError(`The schema has no domain “${name}”.`);
}

function editedInt(copier: Copier, domain: IntDomain, edit: ContentEdit): IntDomain {
  const { min, max } = rangeOf(edit);
  const patch = {
    ...(min !== undefined && { min: min === null ? undefined : whole(min) }),
    ...(max !== undefined && { max: max === null ? undefined : whole(max) })
  };
  const copy = copier.changed(IntDomainSchema, domain, patch);
  inOrder(own(copy, 'min'), own(copy, 'max'));
  return copy;
}

function editedFloat(copier: Copier, domain: FloatDomain, edit: ContentEdit): FloatDomain {
  const { min, max, disallowNaN, disallowInf } = rangeOf(edit);
  const patch = {
    ...(min !== undefined && { min: single(min) }),
    ...(max !== undefined && { max: single(max) }),
    ...(disallowNaN !== undefined && { disallowNan: disallowNaN || undefined }),
    ...(disallowInf !== undefined && { disallowInf: disallowInf || undefined })
  };
  const copy = copier.changed(FloatDomainSchema, domain, patch);
  inOrder(own(copy, 'min'), own(copy, 'max'));
  return copy;
}

function editedString(copier: Copier, domain: StringDomain, edit: ContentEdit): StringDomain {
  switch (edit.kind) {
    case 'add-values': {
      const known = new Set(domain.value);
      const added = different(edit.values).filter(value => !known.has(value));
      if (added.length === 0) {
        throw new EditError('The domain has this value already.');
      }
      return copier.changed(StringDomainSchema, domain, { value: [...domain.value, ...added] });
    }
    case 'remove-values': {
      const gone = new Set(edit.values);
      const value = domain.value.filter(each => !gone.has(each));
      return copier.changed(StringDomainSchema, domain, { value });
    }
    case 'set-range':
      throw new EditError('A domain of strings has no range.');
  }
}

function rangeOf(edit: ContentEdit): IRangeChange {
  if (edit.kind !== 'set-range') {
    throw new EditError('A domain of numbers has no list of values.');
  }
  return edit.range;
}

/** A value that the message has itself: not protobuf's default. */
function own<M extends object, K extends keyof M>(message: M, name: K): M[K] | undefined {
  return Object.hasOwn(message, name) ? message[name] : undefined;
}

function different(values: readonly string[]): string[] {
  return [...new Set(values)];
}
