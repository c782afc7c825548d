/** Questions and answers through ports, as a worker has them. */
import { DEFAULT_OPTIONS } from '../compute-figures';
import type { MetricsClient } from '../metrics-client';
import type { IFigures } from '../questions';
import { predictionBytes } from './fixture';
import { startWorker } from './same-thread';

const by = (...features: readonly string[]) => ({
  by: features.map(feature => ({ feature, edges: null })),
  filters: []
});

describe('MetricsClient', () => {
  let client: MetricsClient;

  beforeEach(async () => {
    client = startWorker();
    await client.ask('open', {
      bytes: predictionBytes('carriers'),
      outputWeights: {}
    });
  });

  afterEach(() => client.dispose());

  it('says what there is to slice by', async () => {
    const summary = await client.ask('open', {
      bytes: predictionBytes('carriers'),
      outputWeights: {}
    });
    expect(summary).toMatchObject({ task: 'binary', rows: 3000, hasWeights: true, leftOut: 0 });
    expect(
      summary.features.map(({ name, kind, several, distinct }) => [name, kind, several, distinct])
    ).toEqual([
      ['carrier', 'category', false, expect.any(Number)],
      ['origin', 'category', false, 3],
      ['hour', 'number', false, expect.any(Number)],
      ['distance', 'number', false, expect.any(Number)],
      ['wind_speed', 'number', false, expect.any(Number)],
      ['alerts', 'category', true, 3]
    ]);
  });

  it('has figures first, then intervals', async () => {
    const parts: IFigures[] = [];
    const whole = await client.ask(
      'figures',
      { slicing: by('origin'), options: DEFAULT_OPTIONS, rounds: 20 },
      { onPart: part => parts.push(part) }
    );
    expect(parts.map(({ rounds }) => rounds)).toEqual([0, 10]);
    expect(parts[0].halves).toBeNull();
    expect(parts[0].numbers).toEqual(whole.numbers);
    expect(whole.slices.map(slice => slice.map(({ value }) => value).join())).toEqual([
      '',
      ...['EWR', 'JFK', 'LGA']
    ]);
    const auc = whole.metrics.findIndex(({ name }) => name === 'auc');
    expect(whole.halves?.[auc]).toBeGreaterThan(0.005);
    expect(whole.halves?.[auc]).toBeLessThan(0.1);
  });

  it('drops a question for a newer one, and one that is taken back', async () => {
    const question = (feature: string) => ({
      ...{ slicing: by(feature), options: DEFAULT_OPTIONS, rounds: 100_000 }
    });
    const older = client.ask('figures', question('origin'));
    const stop = new AbortController();
    const newer = client.ask('figures', question('carrier'), {
      signal: stop.signal,
      onPart: ({ rounds }) => rounds === 10 && stop.abort()
    });
    await expect(older).rejects.toMatchObject({ name: 'AbortError' });
    await expect(newer).rejects.toMatchObject({ name: 'AbortError' });
    const last = await client.ask('figures', { ...question('origin'), rounds: 0 });
    expect(last.slices).toHaveLength(4);
  });

  it('fails with a sentence', async () => {
    await expect(
      client.ask('figures', { slicing: by('nothing'), options: DEFAULT_OPTIONS, rounds: 0 })
    ).rejects.toThrow('The predictions have no feature nothing.');
    await expect(
      client.ask('open', { bytes: new ArrayBuffer(16), outputWeights: {} })
    ).rejects.toThrow('have them made again');
  });

  it('fails where the worker is gone, and hangs on nothing', async () => {
    const asked = client.ask('figures', {
      ...{ slicing: by('origin'), options: DEFAULT_OPTIONS, rounds: 100_000 }
    });
    client.fail('The worker is gone.');
    await expect(asked).rejects.toThrow('The worker is gone.');
    await expect(client.ask('rows', { filters: [], most: 1 })).rejects.toThrow('is gone.');
  });

  it('lists rows of a slice, and how they differ', async () => {
    const filters = [{ feature: 'carrier', values: ['UA'], low: NaN, high: NaN }];
    const { count, rows, features } = await client.ask('rows', { filters, most: 5 });
    expect(rows).toHaveLength(5);
    expect(count).toBeGreaterThan(100);
    const at = features.indexOf('carrier');
    expect(rows.every(({ values }) => values[at] === 'UA')).toBe(true);
    const contrasts = await client.ask('contrast', { filters });
    // United flies from Newark.
    expect(contrasts.slice(0, 3).map(({ value }) => value.value)).toContain('EWR');
  });

  it('finds slices, and chooses thresholds', async () => {
    const progress: number[] = [];
    const finding = await client.ask(
      'find',
      {
        measure: { name: 'binary_crossentropy', classId: null, aggregation: null },
        options: DEFAULT_OPTIONS,
        least: 30
      },
      { onProgress: done => progress.push(done) }
    );
    expect(finding.tested).toBeGreaterThan(100);
    expect(progress.at(-1)).toBeGreaterThan(0.8);
    const { slices, choices } = await client.ask('thresholds', {
      ...{ slicing: by('origin'), options: DEFAULT_OPTIONS, costRatio: 2, least: 30 }
    });
    expect(slices).toHaveLength(3);
    expect(choices.map(({ rule }) => rule)).toEqual([
      'one',
      'each',
      'equal-opportunity',
      'demographic-parity'
    ]);
  });
});
