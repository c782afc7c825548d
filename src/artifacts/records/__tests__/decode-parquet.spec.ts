/** Parquet files that pyarrow wrote (`files/`): three rows, the last one of nulls. */
import { readFileSync } from 'node:fs';

import { collect } from '../../../proto/__tests__/write-tfrecord';
import { parquetRows } from '../decode-parquet';
import type { IRow } from '../field-value';
import { memorySource } from './folder-source';

async function read(bytes: Uint8Array): Promise<{ rows: readonly IRow[]; error: string | null }> {
  const source = memorySource(new Map([['a.parquet', bytes]]));
  const { signal } = new AbortController();
  const { items, error } = await collect(parquetRows(source, source.document.files, signal));
  return { rows: items.flat(), error: error?.message ?? null };
}

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(`src/artifacts/records/__tests__/files/${name}.parquet`));

describe('parquetRows', () => {
  it.each(['snappy', 'gzip'])('reads what is compressed by %s', async codec => {
    const { rows, error } = await read(file(codec));
    expect(error).toBeNull();
    const values = rows.map(row =>
      Object.fromEntries([...row.fields().values()].map(({ name, value }) => [name, value]))
    );
    expect(values).toEqual([
      {
        s: { kind: 'text', values: ['a'], count: 1 },
        i64: { kind: 'int', values: [1n], count: 1 },
        i32: { kind: 'int', values: [1n], count: 1 },
        f: { kind: 'float', values: [0.5], count: 1 },
        d: { kind: 'float', values: [0.1], count: 1 },
        l: { kind: 'int', values: [1n, 2n, 3n], count: 3 },
        b: { kind: 'bytes', values: [Uint8Array.of(0, 1)], count: 1 },
        ll: {
          kind: 'steps',
          values: [
            { kind: 'float', values: [1.5], count: 1 },
            { kind: 'float', values: [2.5, 3.5], count: 2 }
          ],
          count: 2
        },
        ts: { kind: 'text', values: ['2023-11-14T22:13:20.000Z'], count: 1 },
        st: { kind: 'text', values: ['{"a":1,"b":"x"}'], count: 1 },
        bo: { kind: 'bool', values: [true], count: 1 }
      },
      {
        s: { kind: 'text', values: ['bé'], count: 1 },
        i64: { kind: 'int', values: [2n ** 62n], count: 1 },
        i32: { kind: 'int', values: [-2n], count: 1 },
        f: { kind: 'float', values: [Math.fround(0.1)], count: 1 },
        d: { kind: 'float', values: [NaN], count: 1 },
        l: { kind: 'none', values: [], count: 0 },
        b: { kind: 'bytes', values: [new Uint8Array(0)], count: 1 },
        bo: { kind: 'bool', values: [false], count: 1 }
      },
      { ll: { kind: 'none', values: [], count: 0 } }
    ]);
  });

  it('says which compressions it knows', async () => {
    const { error } = await read(file('zstd'));
    expect(error).toMatch(
      /^a\.parquet cannot be read as Parquet \(.*ZSTD.*snappy and gzip are\)\.$/
    );
  });

  it('says that a file is cut, or is none', async () => {
    expect((await read(file('snappy').subarray(0, 900))).error).toMatch(
      /cannot be read as Parquet/
    );
    expect((await read(new Uint8Array(0))).error).toMatch(/cannot be read as Parquet/);
  });

  it('reads or refuses a file with a damaged byte', async () => {
    const good = file('snappy');
    for (let at = 4; at < good.length; at += 41) {
      const broken = good.slice();
      broken[at] ^= 0xff;
      const { rows, error } = await read(broken);
      expect(error ?? rows.length).not.toBe('');
      rows.forEach(row => expect(row.fields().size).toBeLessThan(12));
    }
  });
});
