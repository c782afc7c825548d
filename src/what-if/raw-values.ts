/** Raw features of a row, as a person changes them. */

/** The values of a feature that may have several. */
export type RawList = readonly (string | number)[];

/** A raw feature of one row; null where it is missing. */
export type RawValue = string | number | RawList | null;

/** Raw features by name. */
export type Changes = Readonly<Record<string, RawValue>>;

/** Whether two values are the same; of lists, whether they have the same entries. */
export function isSameRaw(one: RawValue, other: RawValue): boolean {
  return isList(one) && isList(other)
    ? one.length === other.length && one.every((each, at) => each === other[at])
    : one === other;
}

/** The place of a value in a feature's table: of the number that is nearest; the one after the last where it is missing. */
export function placeOf(values: readonly RawValue[], value: RawValue): number {
  if (value === null) {
    return values.length;
  }
  if (typeof value !== 'number') {
    return values.findIndex(each => isSameRaw(each, value));
  }
  const distance = (place: number): number => Math.abs(Number(values[place]) - value);
  return values.reduce<number>((best, _, at) => (distance(at) < distance(best) ? at : best), 0);
}

function isList(value: RawValue): value is RawList {
  return Array.isArray(value);
}
