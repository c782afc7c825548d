/** Which figures and texts data holds, wherever they are in it: to see that decoding loses none. */

/**
 * All numbers but 0, and texts but the empty one, sorted; what only tells kinds apart is passed over.
 *
 * @param without - Properties that are passed over too.
 */
export function leaves(data: unknown, without: readonly string[] = []): string[] {
  const found: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') {
      if (value !== 0 && value !== 0n && value !== '') {
        found.push(String(value));
      }
    } else if (ArrayBuffer.isView(value)) {
      found.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'));
    } else if (value instanceof Map) {
      value.forEach((item, key) => {
        walk(key);
        walk(item);
      });
    } else if (Array.isArray(value)) {
      value.forEach(walk);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (key !== '$typeName' && key !== 'case' && key !== 'kind' && !without.includes(key)) {
          walk(item);
        }
      }
    }
  };
  walk(data);
  return found.sort();
}
