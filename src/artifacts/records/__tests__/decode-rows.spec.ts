/** Rows are read in ranges, as far as they are asked for, and as far as a file is good. */
import { gzipSync } from 'node:zlib';

import { create, toBinary } from '@bufbuild/protobuf';

import { collect, writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { ExampleSchema } from '../../../proto/generated/example_pb';
import { decodeExample } from '../decode-example';
import { ranges, recordRows } from '../decode-rows';
import { memorySource } from './folder-source';

const { signal } = new AbortController();

function example(i: number): Uint8Array {
  const text = `${i} ${Math.sin(i)} ${Math.cos(i)}`;
  const value = { case: 'bytesList' as const, value: { value: [new TextEncoder().encode(text)] } };
  return toBinary(
    ExampleSchema,
    create(ExampleSchema, { features: { feature: { x: { kind: value } } } })
  );
}

const records = Array.from({ length: 20_000 }, (_, i) => example(i));
const packed = new Uint8Array(gzipSync(writeTFRecord(records)));

async function rowsOf(bytes: Uint8Array): Promise<{ rows: number; error: string | null }> {
  const source = memorySource(new Map([['a.gz', bytes]]));
  const { items, error } = await collect(
    recordRows(source, source.document.files, decodeExample, signal)
  );
  return { rows: items.flat().length, error: error?.message ?? null };
}

describe('recordRows', () => {
  it('reads no further than it is asked to', async () => {
    const source = memorySource(new Map([['a.gz', packed]]));
    const rows = recordRows(source, source.document.files, decodeExample, signal);
    expect((await rows.next()).value?.length).toBeGreaterThan(0);
    expect(source.reads).toEqual(['a.gz 0-65536']);
    await rows.return();
    expect(source.reads).toHaveLength(1);
  });

  it('reads all rows, in ranges that grow', async () => {
    expect(await rowsOf(packed)).toEqual({ rows: 20_000, error: null });
    const source = memorySource(new Map([['a.gz', packed]]));
    const chunks = await collect(ranges(source, source.document.files[0], signal));
    expect(chunks.items.reduce((sum, { length }) => sum + length, 0)).toBe(packed.length);
    expect(chunks.items[1].length).toBeGreaterThan(chunks.items[0].length);
  });

  it('begins with what the document carries', async () => {
    const data = Buffer.from(packed.subarray(0, 3000)).toString('base64');
    const file = { path: 'a.gz', size: packed.length, encoding: 'base64' as const, data };
    const source = memorySource(new Map([['a.gz', packed]]), { files: [file] });
    await ranges(source, file, signal).next();
    const [, end] = /0-(\d+)$/.exec(source.reads[0]) ?? [];
    expect(Number(end)).toBeGreaterThan(2990);
    expect(Number(end)).toBeLessThanOrEqual(3000);
  });

  it('gives the rows before a cut, then says so', async () => {
    const { rows, error } = await rowsOf(packed.subarray(0, packed.length / 2));
    expect(rows).toBeGreaterThan(5000);
    expect(error).toMatch(/The gzip data ends early, .* cut off, or it is still being written\./);
  });

  it('gives the rows before a damaged one, then says so', async () => {
    const plain = writeTFRecord(records);
    plain[Math.floor(plain.length / 2)] ^= 1;
    const { rows, error } = await rowsOf(plain);
    expect(rows).toBeGreaterThan(5000);
    expect(error).toMatch(/^Record \d+ \(at byte \d+\) is damaged/);
  });

  it('stops where nobody wants more', async () => {
    const stop = new AbortController();
    const source = memorySource(new Map([['a.gz', packed]]));
    const rows = recordRows(source, source.document.files, decodeExample, stop.signal);
    await rows.next();
    stop.abort();
    const { error } = await collect(rows);
    // What came before the end of the range is there; the cut is told to nobody.
    expect(error?.name).toBe('GzipError');
    expect(source.reads).toHaveLength(1);
  });

  it('shows a record that is no example as bytes', async () => {
    const source = memorySource(
      new Map([['a', writeTFRecord([Uint8Array.of(10, 255, 1), example(1)])]])
    );
    const { items } = await collect(
      recordRows(source, source.document.files, decodeExample, signal)
    );
    expect(items.flat().map(row => [...row.fields().keys()])).toEqual([['record:'], ['feature:x']]);
  });
});
