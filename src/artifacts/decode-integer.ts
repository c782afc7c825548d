/** 64-bit integers of protobuf as plain data. */

/** A whole number, exactly: a bigint where a number cannot hold it (beyond 2^53). */
export type Integer = number | bigint;

/** The same number, exactly. For values of the data and bounds, which are shown and compared as they are. */
export function exact(value: bigint): Integer {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The nearest number. For counts of rows, which are drawn and divided, and do not reach 2^53. */
export function count(value: bigint): number {
  return Number(value);
}
