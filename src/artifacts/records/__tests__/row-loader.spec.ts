/** Rows come a page at a time, and a search goes no further than it has to. */
import { parseFilter } from '../compute-filter';
import type { IRow } from '../field-value';
import { fieldsOf } from '../field-value';
import type { ILoaded } from '../row-loader';
import { RowLoader } from '../row-loader';

function row(index: number): IRow {
  return {
    index,
    size: 10,
    fields: () =>
      fieldsOf([
        { group: 'feature', name: 'i', value: { kind: 'int', values: [BigInt(index)], count: 1 } },
        ...(index === 300
          ? [
              {
                group: 'output' as const,
                name: 'late',
                value: { kind: 'none' as const, values: [], count: 0 }
              }
            ]
          : [])
      ])
  };
}

/** So many rows, by the hundred; then an error where there is a sentence. */
async function* batches(total: number, sentence?: string): AsyncGenerator<readonly IRow[]> {
  for (let at = 0; at < total; at += 100) {
    yield Array.from({ length: Math.min(100, total - at) }, (_, i) => row(at + i));
  }
  if (sentence !== undefined) {
    throw new Error(sentence);
  }
}

/** A loader, and a way to wait until it rests. */
function loaderOf(rows: AsyncIterable<readonly IRow[]>): {
  readonly loader: RowLoader;
  readonly rested: () => Promise<ILoaded>;
} {
  let waiting: ((loaded: ILoaded) => void)[] = [];
  const loader = new RowLoader(rows, loaded => {
    if (loaded.state !== 'loading') {
      const told = waiting;
      waiting = [];
      told.forEach(tell => tell(loaded));
    }
  });
  return { loader, rested: () => new Promise(resolve => waiting.push(resolve)) };
}

describe('RowLoader', () => {
  it('loads a page, and another when it is asked to', async () => {
    const { loader, rested } = loaderOf(batches(1000));
    loader.filter = null;
    const first = await rested();
    expect(first.state).toBe('paused');
    expect(first.shown).toHaveLength(200);
    loader.more();
    const second = await rested();
    expect(second.shown).toHaveLength(400);
    expect(second.columns.map(({ key }) => key)).toEqual(['output:late', 'feature:i']);
    expect(first.shown).toHaveLength(200);
  });

  it('comes to an end', async () => {
    const { loader, rested } = loaderOf(batches(150));
    loader.filter = null;
    expect(await rested()).toMatchObject({ state: 'end', problem: null });
  });

  it('keeps the rows before a problem', async () => {
    const { loader, rested } = loaderOf(batches(150, 'The file is damaged.'));
    loader.filter = null;
    const loaded = await rested();
    expect(loaded).toMatchObject({ state: 'failed', problem: 'The file is damaged.' });
    expect(loaded.shown).toHaveLength(150);
  });

  it('searches until a page is full', async () => {
    const { loader, rested } = loaderOf(batches(100_000));
    loader.filter = parseFilter('i:77', loader.names);
    const loaded = await rested();
    expect(loaded.state).toBe('paused');
    expect(loaded.shown).toHaveLength(200);
    expect(loaded.rows.length).toBeLessThan(20_000);
    loader.filter = null;
    expect((await rested()).shown[0].index).toBe(0);
  });

  it('stops a search that finds little, and goes on when it is asked to', async () => {
    const { loader, rested } = loaderOf(batches(60_000));
    loader.filter = parseFilter('i=59999', loader.names);
    expect(await rested()).toMatchObject({ state: 'stopped', shown: [] });
    loader.more();
    const loaded = await rested();
    expect(loaded.state).toBe('end');
    expect(loaded.shown.map(({ index }) => index)).toEqual([59_999]);
  });

  it('tells nothing after it was disposed of, and ends the reading', async () => {
    let ended = false;
    const told: ILoaded[] = [];
    const reading = new Promise<void>(resolve => {
      async function* endless(): AsyncGenerator<readonly IRow[]> {
        try {
          for (let at = 0; ; at++) {
            yield [row(at)];
          }
        } finally {
          ended = true;
          resolve();
        }
      }
      const loader = new RowLoader(endless(), loaded => told.push(loaded));
      loader.filter = null;
      loader.dispose();
    });
    await reading;
    expect([ended, told]).toEqual([true, []]);
  });
});
