/** Numbers of edits: what schemas can hold, as messages hold it. */
import type { Integer } from '../decode-integer';
import { EditError } from './edit';
import type { IBounds } from './schema';

const MOST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);

/** A whole number of 64 bits. */
export function whole(value: Integer, least: bigint = LEAST): bigint {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    throw new EditError(`${value} is not a whole number.`);
  }
  const integer = BigInt(value);
  if (integer < least || integer > MOST) {
    throw new EditError(`${value} is not between ${least} and ${MOST}.`);
  }
  return integer;
}

/** Bounds of whole numbers; undefined is no bound. */
export function wholeBounds(
  { min, max }: IBounds,
  least?: bigint
): { min: bigint | undefined; max: bigint | undefined } {
  const low = min === null ? undefined : whole(min, least);
  const high = max === null ? undefined : whole(max, least);
  inOrder(low, high);
  return { min: low, max: high };
}

/** @throws where nothing would be inside. */
export function inOrder<T extends number | bigint>(min: T | undefined, max: T | undefined): void {
  if (min !== undefined && max !== undefined && min > max) {
    throw new EditError(`The minimum, ${min}, is above the maximum, ${max}.`);
  }
}

/** A number as a float of 32 bits holds it; undefined for none. */
export function single(value: Integer | null): number | undefined {
  if (value === null) {
    return undefined;
  }
  const rounded = Math.fround(Number(value));
  if (Number.isNaN(rounded)) {
    throw new EditError('A bound must be a number.');
  }
  return rounded;
}

/** A number from 0 to `most`; undefined for none. */
export function fraction(value: number | null, most = 1): number | undefined {
  if (value !== null && !(value >= 0 && value <= most)) {
    throw new EditError(
      most === Infinity ? `${value} is below 0.` : `${value} is not between 0 and ${most}.`
    );
  }
  return value ?? undefined;
}
