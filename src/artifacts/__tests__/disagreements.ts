/** Compares two values of JSON, figure for figure. */

/**
 * Where two values differ, in words; empty where they are the same. A number of single precision is the same as the
 * shortest decimal that stands for it, which is what Python writes.
 */
export function disagreements(ours: unknown, theirs: unknown, at = ''): string[] {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const length = Math.max(ours.length, theirs.length);
    return Array.from({ length }, (_, index) => index).flatMap(index =>
      disagreements(ours[index], theirs[index], `${at}[${index}]`)
    );
  }
  if (isRecord(ours) && isRecord(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...keys].flatMap(key => disagreements(ours[key], theirs[key], `${at}.${key}`));
  }
  if (
    Object.is(ours, theirs) ||
    (typeof ours === 'number' &&
      typeof theirs === 'number' &&
      (ours === theirs || (Math.fround(ours) === ours && Math.fround(theirs) === ours)))
  ) {
    return [];
  }
  return [`${at}: ${short(ours)}, and in Python ${short(theirs)}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}
