import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { countParts } from '../count-parts';
import { MessageError, decodeMessage } from '../decode-message';
import { ExampleSchema } from '../generated/example_pb';
import { DatasetFeatureStatisticsListSchema as LIST } from '../generated/statistics_pb';
import { cpuTime } from './cpu-time';

const real = new Uint8Array(
  readFileSync(join('fixtures', 'formats', 'statistics-rich', 'FeatureStats.pb'))
);

/** Messages below a message. */
function parts(value: unknown): number {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) {
    return 0;
  }
  const below = Object.values(value).reduce<number>((sum, each) => sum + parts(each), 0);
  return below + ('$typeName' in value ? 1 : 0);
}

describe('countParts', () => {
  it('counts what the library makes', () => {
    const message = decodeMessage(LIST, real, 'It');
    expect(countParts(LIST, real, Infinity)).toBe(parts(message) - 1);
    expect(real.length / parts(message)).toBeGreaterThan(12);
  });

  it('stops at the most', () => {
    expect(countParts(LIST, real, 10)).toBe(10);
  });
});

describe('decodeMessage', () => {
  it.each([
    ['datasets', new Uint8Array(4_000_000).map((_, i) => (i % 2 ? 0 : 0x0a))],
    ['messages one in the other', nested(4_000_000)]
  ])('refuses millions of %s before it makes them', (_, bytes) => {
    const start = cpuTime();
    expect(() => decodeMessage(LIST, bytes, 'x.pb')).toThrow(MessageError);
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  it('reads many small parts in few bytes', () => {
    const bytes = new Uint8Array(99_998).map((_, i) => (i % 2 ? 0 : 0x0a));
    expect(decodeMessage(LIST, bytes, 'x.pb').datasets).toHaveLength(49_999);
  });

  it('names what it is about', () => {
    expect(() => decodeMessage(ExampleSchema, new Uint8Array([0x0a, 9]), 'Record 3')).toThrow(
      /^Record 3 cannot be read as Example: it is damaged, cut off or something else \(.+\)\.$/
    );
  });
});

/** Length-delimited field 1, in itself, as often as it goes. */
function nested(size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  let at = size;
  let length = 0;
  while (at > 6) {
    const varint = [];
    for (let rest = length; ; rest >>>= 7) {
      varint.push(rest > 127 ? (rest & 127) | 128 : rest);
      if (rest <= 127) {
        break;
      }
    }
    at -= varint.length + 1;
    bytes.set([0x0a, ...varint], at);
    length += varint.length + 1;
  }
  return new Uint8Array(bytes.subarray(at));
}
