/** What a person should look at first: the limits are those of Facets Overview, and a few more. */
import type { IFeatureRow } from './compute-rows';
import { typesOf } from './compute-rows';
import type { IFeatureStatistics } from './statistics';

/** What is odd about a feature. */
export type Flag =
  /** No example has it. */
  | 'empty'
  | 'missing'
  /** Examples have it, but no value in it: TFDV does not count these as missing. */
  | 'hollow'
  | 'zeros'
  | 'constant'
  /** Every value is another one. */
  | 'unique'
  | 'nan'
  | 'infinite'
  /** Its statistics are damaged. */
  | 'damaged'
  /** A dataset has no such feature. */
  | 'absent'
  /** Datasets do not agree on its type. */
  | 'types';

/** Share of examples above which missing ones are flagged. */
export const MISSING_LIMIT = 0.02;
/** Share of values above which zeros are flagged. */
export const ZEROS_LIMIT = 0.1;
/** Values from which on it is odd that all differ. */
const UNIQUE_FROM = 20;

/** Share of examples without the feature; NaN where nobody counted. */
export function missingShare({ figures }: IFeatureStatistics): number {
  const { numMissing, numNonMissing } = figures;
  return numMissing / (numMissing + numNonMissing);
}

/** Share of values that are 0; NaN for what is no number. */
export function zerosShare({ figures }: IFeatureStatistics): number {
  return figures.numZeros / figures.totNumValues;
}

/** What is odd in one dataset. */
export function featureFlags(feature: IFeatureStatistics): readonly Flag[] {
  const { numNonMissing, totNumValues, minNumValues, maxNumValues } = feature.figures;
  const { numNaN, min, max, unique } = feature.figures;
  if (Number.isNaN(numNonMissing)) {
    return feature.problem === null ? [] : ['damaged'];
  }
  if (numNonMissing === 0) {
    return ['empty'];
  }
  const flags: Flag[] = [];
  if (missingShare(feature) > MISSING_LIMIT) {
    flags.push('missing');
  }
  if (
    minNumValues === 0 &&
    maxNumValues === 1 &&
    1 - totNumValues / numNonMissing > MISSING_LIMIT
  ) {
    flags.push('hollow');
  }
  if (zerosShare(feature) > ZEROS_LIMIT) {
    flags.push('zeros');
  }
  if (min === max || unique === 1) {
    flags.push('constant');
  }
  if (unique >= UNIQUE_FROM && unique === totNumValues) {
    flags.push('unique');
  }
  if (numNaN > 0) {
    flags.push('nan');
  }
  if (Math.abs(min) === Infinity || Math.abs(max) === Infinity) {
    flags.push('infinite');
  }
  return flags;
}

/** What is odd in any of the datasets, or between them. */
export function rowFlags(row: IFeatureRow, shown: readonly number[]): readonly Flag[] {
  const flags = new Set<Flag>();
  for (const index of shown) {
    const feature = row.features[index];
    if (feature) {
      featureFlags(feature).forEach(flag => flags.add(flag));
    } else {
      flags.add('absent');
    }
  }
  if (typesOf(row).length > 1) {
    flags.add('types');
  }
  return [...flags];
}
