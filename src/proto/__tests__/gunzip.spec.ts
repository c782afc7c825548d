import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

import { GzipError, decompress, gunzip } from '../gunzip';
import { collect, concatenate, inChunks } from './write-tfrecord';

const text = (value: string) => new TextEncoder().encode(value);
const zip = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes));
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** 400 kB that compress to half. */
const long = text(
  Array.from({ length: 40_000 }, (_, i) => `${((i * i * 7919) % 1e9) + i};`).join('')
);

describe('gunzip', () => {
  it('gives back what was compressed, in any chunks and members', async () => {
    const part = fc.uint8Array({ maxLength: 3000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 2000 }),
        async (parts, size) => {
          const read = await collect(gunzip(inChunks(concatenate(parts.map(zip)), size)));
          expect(read.error).toBeNull();
          expect(same(concatenate(read.items), concatenate(parts))).toBe(true);
        }
      )
    );
  });

  it('passes over zeros after the last member', async () => {
    for (const size of [1, 21, 1000]) {
      const padded = concatenate([zip(text('a')), new Uint8Array(100)]);
      const read = await collect(gunzip(inChunks(padded, size)));
      expect([[...concatenate(read.items)], read.error]).toEqual([[97], null]);
    }
  });

  it('reads a hundred thousand members in one chunk', async () => {
    const members = concatenate(Array.from({ length: 100_000 }, () => zip(text('a'))));
    const read = await collect(gunzip(inChunks(members, members.length)));
    expect(read.error).toBeNull();
    expect(concatenate(read.items)).toHaveLength(100_000);
  });

  it('gives what was before the cut, and a sentence', async () => {
    const zipped = zip(long);
    const read = await collect(gunzip(inChunks(zipped.slice(0, zipped.length / 2), 500)));
    const got = concatenate(read.items);
    expect(got.length).toBeGreaterThan(long.length / 4);
    expect(same(got, long.slice(0, got.length))).toBe(true);
    expect(read.error).toBeInstanceOf(GzipError);
    expect(read.error?.message).toContain('ends early');
  });

  it('hands on the first bytes before the last ones are there', async () => {
    const zipped = zip(long);
    let pulled = 0;
    async function* counted() {
      for await (const chunk of inChunks(zipped, 4096)) {
        pulled++;
        yield chunk;
      }
    }
    for await (const first of gunzip(counted())) {
      expect(same(first, long.slice(0, first.length))).toBe(true);
      break;
    }
    expect(pulled).toBeLessThan(zipped.length / 4096 / 2);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['no gzip', text('feature {}')],
    ['a wrong checksum', zip(text('a')).map((byte, i) => (i === 15 ? byte ^ 1 : byte))],
    ['a header alone', zip(long).slice(0, 10)],
    ['junk after the end', concatenate([zip(text('a')), text('junk')])],
    ['damaged data', zip(long).map((byte, i) => (i > 300 && i < 320 ? 255 : byte))]
  ])('says what is wrong with %s', async (_, bytes) => {
    const { error } = await collect(gunzip(inChunks(bytes, 64)));
    expect(error).toBeInstanceOf(GzipError);
  });
});

describe('decompress', () => {
  it.each([1, 2, 1000])('looks at the first bytes (chunks of %i)', async size => {
    for (const bytes of [text('plain'), text('p'), new Uint8Array(0), zip(text('zipped'))]) {
      const plain = bytes[0] === 0x1f ? text('zipped') : bytes;
      const { items, error } = await collect(decompress(inChunks(bytes, size)));
      expect(error).toBeNull();
      expect(same(concatenate(items), plain)).toBe(true);
    }
  });
});
