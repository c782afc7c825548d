/** The edits of the schema that make an anomaly pass, read from what TensorFlow Data Validation says of it. */
import type { Integer } from '../decode-integer';
import { exact } from '../decode-integer';
import type { DomainPlace, Measure, SchemaEdit } from '../schema/edit';
import type { IBounds, IPresence, ISchema, ISchemaFeature, SchemaType } from '../schema/schema';
import type { IAnomaly, IDistance, IDistances, IReason } from './anomalies';

/** What can be done about an anomaly. */
export interface IAcceptance {
  readonly edits: readonly SchemaEdit[];
  /** Those that no edit of the schema answers, or not one that follows from the anomaly. */
  readonly left: readonly IReason[];
}

/** Digits of a measured number in a description. */
const DIGITS = 6;

/**
 * For each reason what takes the data as they are, and nothing more.
 *
 * @param schema - What was validated against.
 * @param distances - Those of the same feature; null where none were measured.
 */
export function acceptance(
  anomaly: IAnomaly,
  schema: ISchema,
  distances: IDistances | null
): IAcceptance {
  const feature = featureAt(schema.features, anomaly.path);
  const edits: SchemaEdit[] = [];
  const left: IReason[] = [];
  // Several reasons may speak of one property: what the first one changes is there for the next.
  const now = {
    presence: feature?.presence ?? null,
    counts: feature ? countsOf(feature) : NO_BOUNDS,
    unique: feature?.unique ?? NO_BOUNDS,
    examples: schema.constraints?.examples ?? NO_BOUNDS
  };
  for (const reason of anomaly.reasons) {
    const found = editsFor(reason, anomaly.path, feature, now, distances);
    if (found.length === 0) {
      left.push(reason);
    }
    for (const edit of found) {
      const again = edits.findIndex(other => sameTarget(other, edit));
      if (again >= 0) {
        edits[again] = edit;
      } else {
        edits.push(edit);
      }
    }
  }
  return { edits, left };
}

/** What is changed on the way. */
interface INow {
  presence: IPresence | null;
  counts: IBounds;
  unique: IBounds;
  examples: IBounds;
}

const NO_BOUNDS: IBounds = { min: null, max: null };

function editsFor(
  reason: IReason,
  path: readonly string[],
  feature: ISchemaFeature | null,
  now: INow,
  distances: IDistances | null
): readonly SchemaEdit[] {
  const { type, description } = reason;
  switch (type) {
    case 'DATASET_LOW_NUM_EXAMPLES':
    case 'DATASET_HIGH_NUM_EXAMPLES': {
      const number = integer(/has (\d+) examples/.exec(description)?.[1]);
      if (number === null) {
        return [];
      }
      const end = type === 'DATASET_LOW_NUM_EXAMPLES' ? 'min' : 'max';
      now.examples = { ...now.examples, [end]: number };
      return [{ kind: 'set-examples', examples: now.examples }];
    }
    default:
      return feature === null ? [] : featureEdits(reason, path, feature, now, distances);
  }
}

function featureEdits(
  { type, description }: IReason,
  path: readonly string[],
  feature: ISchemaFeature,
  now: INow,
  distances: IDistances | null
): readonly SchemaEdit[] {
  const presence = (next: IPresence | null): readonly SchemaEdit[] => {
    now.presence = next;
    return [{ kind: 'set-presence', path, presence: next }];
  };
  const counts = (next: IBounds): readonly SchemaEdit[] => {
    now.counts = next;
    return [{ kind: 'set-valency', path, valency: { kind: 'range', ...next } }];
  };
  const place: DomainPlace =
    feature.domain?.kind === 'named'
      ? { kind: 'schema', name: feature.domain.name }
      : { kind: 'feature', path };
  switch (type) {
    case 'ENUM_TYPE_UNEXPECTED_STRING_VALUES': {
      const values = unexpectedValues(description);
      return values.length === 0 ? [] : [{ kind: 'add-values', place, values }];
    }
    case 'FEATURE_TYPE_LOW_FRACTION_PRESENT': {
      const share = number(/actual = ([-+.\de]+)/.exec(description)?.[1]);
      // Rounded down, as the figure may have been rounded up.
      return share === null
        ? []
        : presence({
            minFraction: Math.floor(share * 1000) / 1000 || null,
            minCount: now.presence?.minCount ?? null
          });
    }
    case 'FEATURE_TYPE_LOW_NUMBER_PRESENT': {
      const minCount = integer(/actual = (\d+)/.exec(description)?.[1]);
      return minCount === null
        ? []
        : presence({ minFraction: now.presence?.minFraction ?? null, minCount });
    }
    case 'SCHEMA_MISSING_COLUMN':
    case 'FEATURE_TYPE_NOT_PRESENT':
      return feature.required === null ? presence(null) : [];
    case 'FEATURE_TYPE_LOW_NUMBER_VALUES':
      return feature.valueCounts.length > 1 ? [] : counts({ ...now.counts, min: null });
    case 'FEATURE_TYPE_HIGH_NUMBER_VALUES':
    case 'FEATURE_TYPE_UNEXPECTED_REPEATED':
      return feature.valueCounts.length > 1 ? [] : counts({ ...now.counts, max: null });
    case 'INVALID_FEATURE_SHAPE': {
      const length = integer(/fixed value length (\d+)/.exec(description)?.[1]);
      return counts({ min: length, max: length });
    }
    case 'UNEXPECTED_DATA_TYPE': {
      const got = TYPES[/but got (\w+)/.exec(description)?.[1] ?? ''];
      return got === undefined ? [] : [{ kind: 'set-type', path, type: got }];
    }
    case 'INT_TYPE_BIG_INT':
    case 'INT_TYPE_SMALL_INT': {
      const value = integer(/value: (-?\d+)/.exec(description)?.[1]);
      const end = type === 'INT_TYPE_BIG_INT' ? 'max' : 'min';
      return value === null ? [] : [{ kind: 'set-range', place, range: { [end]: value } }];
    }
    case 'FLOAT_TYPE_BIG_FLOAT': {
      const max = number(/value: (\S+?)>/.exec(description)?.[1]);
      return max === null ? [] : [{ kind: 'set-range', place, range: { max: rounded(max, 'up') } }];
    }
    case 'FLOAT_TYPE_SMALL_FLOAT': {
      const min = number(/values: (\S+?)</.exec(description)?.[1]);
      return min === null
        ? []
        : [{ kind: 'set-range', place, range: { min: rounded(min, 'down') } }];
    }
    case 'FLOAT_TYPE_HAS_NAN':
      return [{ kind: 'set-range', place, range: { disallowNaN: false } }];
    case 'FLOAT_TYPE_HAS_INF':
      return [{ kind: 'set-range', place, range: { disallowInf: false } }];
    case 'BOOL_TYPE_BIG_INT':
    case 'BOOL_TYPE_SMALL_INT':
    case 'BOOL_TYPE_UNEXPECTED_FLOAT':
    case 'BOOL_TYPE_UNEXPECTED_STRING':
      return [{ kind: 'set-domain', path, domain: { kind: 'none' } }];
    case 'FEATURE_TYPE_HIGH_UNIQUE':
    case 'FEATURE_TYPE_LOW_UNIQUE': {
      const value = integer(/found (?:only )?(\d+)/.exec(description)?.[1]);
      if (value === null) {
        return [];
      }
      const end = type === 'FEATURE_TYPE_HIGH_UNIQUE' ? 'max' : 'min';
      now.unique = { ...now.unique, [end]: value };
      return [{ kind: 'set-unique', path, unique: now.unique }];
    }
    case 'COMPARATOR_L_INFTY_HIGH':
    case 'COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH':
    case 'COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH':
      return (['drift', 'skew'] as const).flatMap(which =>
        (distances?.[which] ?? [])
          .filter(distance => isTooFar(distance) && MEASURES[distance.type]?.reason === type)
          .map(distance => ({
            kind: 'set-comparator' as const,
            path,
            which,
            measure: MEASURES[distance.type].measure,
            threshold: Math.ceil(distance.value * 1000) / 1000
          }))
      );
    default:
      return [];
  }
}

/** It is above the limit. */
export function isTooFar({ value, threshold }: IDistance): boolean {
  return value > threshold;
}

const MEASURES: Readonly<Record<string, { readonly measure: Measure; readonly reason: string }>> = {
  L_INFTY: { measure: 'infinityNorm', reason: 'COMPARATOR_L_INFTY_HIGH' },
  JENSEN_SHANNON_DIVERGENCE: {
    measure: 'jensenShannon',
    reason: 'COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH'
  },
  NORMALIZED_ABSOLUTE_DIFFERENCE: {
    measure: 'normalizedAbsDifference',
    reason: 'COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH'
  }
};

/** A measure by the name of its measurement; null for one that is not known. */
export function measureOf({ type }: IDistance): Measure | null {
  return MEASURES[type]?.measure ?? null;
}

/** What statistics call types. */
const TYPES: Readonly<Record<string, SchemaType>> = {
  INT: 'INT',
  FLOAT: 'FLOAT',
  STRING: 'BYTES',
  BYTES: 'BYTES'
};

/**
 * Values in `Examples contain values missing from the schema: a (~2%), b (<1%). `. A value that itself holds such a
 * share and a comma is read as two.
 */
export function unexpectedValues(description: string): readonly string[] {
  const start = 'missing from the schema: ';
  const at = description.indexOf(start);
  const values: string[] = [];
  if (at >= 0) {
    const list = description.slice(at + start.length);
    let from = 0;
    for (const share of list.matchAll(/ \([<~]\d+%\)(?:, |\. ?$)/g)) {
      values.push(list.slice(from, share.index));
      from = share.index + share[0].length;
    }
  }
  return values;
}

/** The feature's own at a path; null where the schema does not have it. */
function featureAt(
  features: readonly ISchemaFeature[],
  [name, ...below]: readonly string[]
): ISchemaFeature | null {
  const found = features.find(feature => feature.name === name) ?? null;
  return found === null || below.length === 0 ? found : featureAt(found.features, below);
}

/** How many values a fixed shape means, too. */
function countsOf({ shape, valueCounts }: ISchemaFeature): IBounds {
  if (shape) {
    const size = shape.reduce((product, dimension) => product * Number(dimension.size), 1);
    return { min: size, max: size };
  }
  return valueCounts[0] ?? NO_BOUNDS;
}

function number(text: string | undefined): number | null {
  const value = text === undefined ? NaN : Number(text.replace(/inf$/, 'Infinity'));
  return Number.isNaN(value) ? null : value;
}

function integer(text: string | undefined): Integer | null {
  return text === undefined ? null : exact(BigInt(text));
}

/** Out to where a number with as many digits surely lies inside; one with fewer is as it is. */
function rounded(value: number, to: 'up' | 'down'): number {
  const digits = value.toExponential().replace(/e.*|\D/g, '').length;
  if (!Number.isFinite(value) || digits < DIGITS) {
    return value;
  }
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1);
  return Number((value + (to === 'up' ? unit : -unit)).toPrecision(DIGITS));
}

/** A later edit of the same thing replaces an earlier one. */
function sameTarget(one: SchemaEdit, other: SchemaEdit): boolean {
  return (
    one.kind === other.kind &&
    (one.kind === 'set-presence' ||
      one.kind === 'set-valency' ||
      one.kind === 'set-unique' ||
      one.kind === 'set-examples')
  );
}
