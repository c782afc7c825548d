/** Keeps what takes a while to make. */

/** What a map has of a key, or is made for it; it keeps the last ones. */
export function kept<T>(map: Map<string, T>, key: unknown, make: () => T, most = 4): T {
  const text = JSON.stringify(key, (_name, part: unknown) =>
    typeof part === 'number' ? String(part) : part
  );
  const value = map.get(text) ?? make();
  map.delete(text);
  map.set(text, value);
  for (const [first] of map) {
    if (map.size > most) {
      map.delete(first);
    }
  }
  return value;
}
