/** Whether two pieces of plain data say the same. */

/** A text that is the same for the same data: what JSON would lose (64 bits, infinities) is kept. */
export function fingerprint(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))
      ? `#${value}`
      : value
  );
}

/** They do. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || fingerprint(one) === fingerprint(other);
}
