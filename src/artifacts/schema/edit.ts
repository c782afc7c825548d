/** Edits of a schema: what can be changed, and the schema after it. Nothing here changes what it is given. */
import type { Schema } from '../../proto/generated/schema_pb';
import type { IUnknownText } from '../../proto/text-format';
import type { Integer } from '../decode-integer';
import type { IBounds, IPresence, SchemaType } from './schema';

/** A schema that is being edited, and what of its file the messages do not hold. */
export interface ISchemaDraft {
  readonly message: Schema;
  readonly unknown: readonly IUnknownText[];
}

/** Names from the top down to a feature. */
export type Path = readonly string[];

/** How many values an example may have. */
export type Valency =
  | { readonly kind: 'any' }
  | ({ readonly kind: 'range' } & IBounds)
  | { readonly kind: 'shape'; readonly sizes: readonly Integer[] };

/** A domain that a feature may be given. */
export type DomainChoice =
  | { readonly kind: 'none' }
  /** One of the schema's own. */
  | { readonly kind: 'named'; readonly name: string }
  | ({ readonly kind: 'int' } & IBounds)
  | { readonly kind: 'float'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'string'; readonly values: readonly string[] }
  | {
      readonly kind: 'bool';
      /** Words for it, of a feature of bytes. */
      readonly trueValue: string | null;
      readonly falseValue: string | null;
    }
  | { readonly kind: 'language' | 'image' | 'mid' | 'url' };

/** A domain that is there: a feature's own, or one of the schema's that features name. */
export type DomainPlace =
  | { readonly kind: 'feature'; readonly path: Path }
  | { readonly kind: 'schema'; readonly name: string };

/** Distances that a comparator may limit. */
export type Measure = 'infinityNorm' | 'jensenShannon' | 'normalizedAbsDifference';

/** Bounds of a domain of numbers; what is left out stays as it is, null is no bound. */
export interface IRangeChange {
  readonly min?: Integer | null;
  readonly max?: Integer | null;
  /** Of floats alone. */
  readonly disallowNaN?: boolean;
  readonly disallowInf?: boolean;
}

/** One change. null takes away what the schema says. */
export type SchemaEdit =
  | { readonly kind: 'add-feature'; readonly name: string; readonly type: SchemaType }
  | { readonly kind: 'remove-feature'; readonly path: Path }
  /** Takes away a domain that the type cannot have. */
  | { readonly kind: 'set-type'; readonly path: Path; readonly type: SchemaType }
  | { readonly kind: 'set-presence'; readonly path: Path; readonly presence: IPresence | null }
  | { readonly kind: 'set-valency'; readonly path: Path; readonly valency: Valency }
  | { readonly kind: 'set-domain'; readonly path: Path; readonly domain: DomainChoice }
  | { readonly kind: 'set-range'; readonly place: DomainPlace; readonly range: IRangeChange }
  | { readonly kind: 'add-values'; readonly place: DomainPlace; readonly values: readonly string[] }
  | {
      readonly kind: 'remove-values';
      readonly place: DomainPlace;
      readonly values: readonly string[];
    }
  | { readonly kind: 'set-domain-mass'; readonly path: Path; readonly min: number | null }
  | {
      readonly kind: 'set-comparator';
      readonly path: Path;
      readonly which: 'drift' | 'skew';
      readonly measure: Measure;
      readonly threshold: number | null;
    }
  | { readonly kind: 'set-unique'; readonly path: Path; readonly unique: IBounds | null }
  | {
      readonly kind: 'set-environments';
      readonly path: Path;
      readonly inEnvironments: readonly string[];
      readonly notInEnvironments: readonly string[];
    }
  | { readonly kind: 'set-default-environments'; readonly names: readonly string[] }
  /** A stage's name, such as `DEPRECATED`. */
  | { readonly kind: 'set-lifecycle'; readonly path: Path; readonly stage: string | null }
  /** Examples that a dataset must have. */
  | { readonly kind: 'set-examples'; readonly examples: IBounds };

/** An edit that the schema cannot take; the message is a sentence. */
export class EditError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'EditError';
  }
}

/** Kinds of domain that TensorFlow Data Validation takes for each type; the schema's own are of a kind too. */
const DOMAINS: Readonly<Record<SchemaType, readonly DomainChoice['kind'][]>> = {
  TYPE_UNKNOWN: [],
  BYTES: ['string', 'bool', 'language', 'image', 'mid', 'url'],
  INT: ['int', 'bool', 'language'],
  FLOAT: ['float', 'bool'],
  STRUCT: []
};

/** The kinds of domain that a feature of a type may have; those that are named by what they are. */
export function domainsOf(type: SchemaType | null): readonly DomainChoice['kind'][] {
  return DOMAINS[type ?? 'TYPE_UNKNOWN'];
}

/**
 * The distances that can be measured for a feature. The infinity norm and the normalized difference are of counted
 * values, which statistics have of bytes and of categorical integers alone.
 */
export function measuresOf(type: SchemaType | null, categorical: boolean): readonly Measure[] {
  switch (type) {
    case 'BYTES':
      return ['infinityNorm', 'jensenShannon', 'normalizedAbsDifference'];
    case 'INT':
      return categorical
        ? ['infinityNorm', 'jensenShannon', 'normalizedAbsDifference']
        : ['jensenShannon'];
    case 'FLOAT':
      return ['jensenShannon'];
    default:
      return [];
  }
}
