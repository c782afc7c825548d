/** For which values of a feature the dependence is reckoned. */
import type { IModelFeature } from './decode-model';
import type { RawValue } from './raw-values';

/** Numbers of a curve, at most. */
const NUMBERS = 33;
/** Words of a table, at most: the most frequent. */
const WORDS = 24;

/** Values from all over its range; words or lists; and null where it may be missing. */
export function dependenceValues({
  kind,
  values,
  hasMissing
}: Pick<IModelFeature, 'kind' | 'values' | 'hasMissing'>): readonly RawValue[] {
  const missing = hasMissing ? [null] : [];
  if (kind !== 'number') {
    return [...values.slice(0, WORDS), ...missing];
  }
  const count = Math.min(values.length, NUMBERS);
  const step = count > 1 ? (values.length - 1) / (count - 1) : 0;
  const places = Array.from({ length: count }, (_, at) => Math.round(at * step));
  return [...places.map(place => values[place]), ...missing];
}
