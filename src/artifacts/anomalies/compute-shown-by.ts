/** Which rows show an anomaly. Only what a filter surely finds is offered: each row that it finds is one of them. */
import type { Integer } from '../decode-integer';
import { filterTerm } from '../records/compute-filter';
import type { FilterOperator } from '../records/compute-filter';
import { valueText } from '../records/compute-text';
import { namedIn, resolved } from '../schema/diff-domain';
import type { IDomain, ISchema } from '../schema/schema';
import { labelCounts } from '../statistics/compute-distribution';
import type { IFeatureStatistics } from '../statistics/statistics';
import type { IAnomaly, IReason } from './anomalies';
import { unexpectedValues } from './compute-accept';

/** Rows that can be asked for. */
export interface IShownBy {
  readonly kind: 'value' | 'below' | 'above' | 'missing' | 'there';
  /** The value or the bound; empty where there is neither. */
  readonly value: string;
  /** See `parseFilter`. */
  readonly filter: string;
}

/** Values, at most. */
const MOST = 20;

/**
 * What finds the rows.
 *
 * @param schema - What was validated against.
 * @param feature - The feature's statistics in the same split.
 */
export function shownBy(
  { path, reasons }: IAnomaly,
  schema: ISchema,
  feature: IFeatureStatistics
): readonly IShownBy[] {
  // A part of a struct is no field of a row.
  if (path.length !== 1) {
    return [];
  }
  const [name] = path;
  const rule = schema.features.find(each => each.name === name);
  const domain = resolved(rule?.domain ?? null, namedIn(schema));
  const all = reasons.flatMap(reason => ofReason(reason, name, domain, feature));
  return all.filter(({ filter }, index) => all.findIndex(each => each.filter === filter) === index);
}

function ofReason(
  { type, description }: IReason,
  name: string,
  domain: IDomain | null,
  feature: IFeatureStatistics
): readonly IShownBy[] {
  const term = (kind: IShownBy['kind'], operator: FilterOperator, value: string): IShownBy => ({
    ...{ kind, value, filter: filterTerm(name, operator, value) }
  });
  const bounds = numberBounds(domain);
  const isNumber = feature.type === 'INT' || feature.type === 'FLOAT';
  switch (type) {
    case 'ENUM_TYPE_UNEXPECTED_STRING_VALUES': {
      // A filter does not tell capitals, nor an empty value from none; and a value may be misread from the sentence.
      const values = domain?.kind === 'string' ? domain.values : [];
      const known = new Set(values.map(value => value.toLowerCase()));
      const there = new Set(labelCounts(feature, false)?.map(({ label }) => label));
      return unexpectedValues(description)
        .filter(value => isSearched(value) && there.has(value) && !known.has(value.toLowerCase()))
        .slice(0, MOST)
        .map(value => term('value', '=', value));
    }
    case 'INT_TYPE_SMALL_INT':
    case 'FLOAT_TYPE_SMALL_FLOAT':
      return isNumber && isPlain(bounds.min) ? [term('below', '<', String(bounds.min))] : [];
    case 'INT_TYPE_BIG_INT':
    case 'FLOAT_TYPE_BIG_FLOAT':
      return isNumber && isPlain(bounds.max) ? [term('above', '>', String(bounds.max))] : [];
    case 'FEATURE_TYPE_LOW_FRACTION_PRESENT':
    case 'FEATURE_TYPE_LOW_NUMBER_PRESENT': {
      // A list without values is there, as TFDV counts; a filter takes it for missing. A column that no row has is no
      // field that a filter knows.
      const { numMissing, numNonMissing, minNumValues } = feature.figures;
      return numMissing > 0 && numNonMissing > 0 && minNumValues > 0
        ? [term('missing', '=', '')]
        : [];
    }
    case 'SCHEMA_NEW_COLUMN':
      return feature.figures.totNumValues > 0 ? [term('there', '!=', '')] : [];
    default:
      return [];
  }
}

/** A filter looks at values as they are shown. */
function isSearched(value: string): boolean {
  return value !== '' && valueText(value) === value;
}

/** A number that a filter compares exactly. */
function isPlain(bound: Integer | null): boolean {
  return typeof bound === 'number' && Number.isFinite(bound);
}

/** A domain of numbers, or none. */
function numberBounds(domain: IDomain | null): {
  readonly min: Integer | null;
  readonly max: Integer | null;
} {
  return domain?.kind === 'int' || domain?.kind === 'float' ? domain : { min: null, max: null };
}
