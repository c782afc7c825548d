import type { JsonObject } from '@bufbuild/protobuf';
import { fromJson, toBinary } from '@bufbuild/protobuf';

import { writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { MetricsForSliceSchema } from '../../../proto/generated/metrics_pb';
import { textSource } from '../../__tests__/text-source';
import { decodeEvaluation } from '../decode';
import { shardsOf } from '../decode-shards';

const { signal } = new AbortController();

function metricsFile(...records: readonly JsonObject[]): Uint8Array {
  return writeTFRecord(
    records.map(each => toBinary(MetricsForSliceSchema, fromJson(MetricsForSliceSchema, each)))
  );
}

const decode = (files: Readonly<Record<string, string | Uint8Array>>) =>
  decodeEvaluation(textSource('ModelEvaluation', files), signal);

describe('decodeEvaluation', () => {
  it('reads values and bounds that are not just a number', async () => {
    const { metrics } = await decode({
      'metrics-00000-of-00001.tfrecord': metricsFile({
        metricKeysAndValues: [
          { key: { name: 'zero' }, value: { doubleValue: 0 } },
          {
            key: { name: 'bounded' },
            value: { boundedValue: { value: 0.5, lowerBound: 0.4, upperBound: 0.7 } }
          },
          {
            key: { name: 'certain' },
            value: { doubleValue: 3 },
            confidenceInterval: { lowerBound: { doubleValue: 2 }, upperBound: { doubleValue: 5 } }
          },
          { key: { name: 'text' }, value: { debugMessage: 'no labels' } }
        ]
      })
    });
    expect(metrics.columns.map(({ name }) => name)).toEqual(['zero', 'bounded', 'certain', 'text']);
    expect([0, 1, 2, 3].map(column => metrics.number(0, column))).toEqual([0, 0.5, 3, NaN]);
    expect([0, 1, 2, 3].map(column => metrics.interval(0, column))).toEqual([
      null,
      { lower: 0.4, upper: 0.7 },
      { lower: 2, upper: 5 },
      null
    ]);
    expect(metrics.value(0, 3)?.type.value).toBe('no labels');
    expect(metrics.number(0, 9)).toBeNaN();
  });

  it('reads the metrics of old files, which have no keys', async () => {
    const { metrics } = await decode({
      metrics: metricsFile({
        metrics: { accuracy: { doubleValue: 0.5 } }
      })
    });
    expect(metrics.columns).toMatchObject([{ name: 'accuracy', model: '', diff: false }]);
    expect(metrics.number(0, 0)).toBe(0.5);
  });

  it('has the rows before a damage, and says so', async () => {
    const file = metricsFile({}, {});
    const { metrics, problems } = await decode({ metrics: file.slice(0, -3) });
    expect(metrics.rowCount).toBe(1);
    expect(problems).toEqual([expect.stringMatching(/^metrics: .*cut off/)]);
  });

  it('says what is wrong with the configuration, and shows the metrics', async () => {
    const { run, problems } = await decode({ metrics: metricsFile({}), 'eval_config.json': '{' });
    expect(run).toBeNull();
    expect(problems).toEqual([expect.stringContaining('eval_config.json')]);
  });

  it('refuses what is no evaluation', async () => {
    await expect(decode({ 'other.txt': 'hello' })).rejects.toThrow('no files of an evaluation');
    await expect(decode({ metrics: 'hello, hello, hello' })).rejects.toThrow('TFRecord');
  });
});

it('shardsOf takes the names of all versions', () => {
  const files = [
    'metrics',
    'metrics-00000-of-00002',
    'metrics-00000-of-00001.tfrecord',
    'metrics.md'
  ]
    .concat('metrics-00001-of-00002.parquet', 'plots.tfrecord')
    .map(path => ({ path, size: 1, encoding: null, data: null }));
  expect(shardsOf(files, 'metrics').map(({ path }) => path)).toEqual([
    'metrics',
    'metrics-00000-of-00002',
    'metrics-00000-of-00001.tfrecord',
    'metrics-00001-of-00002.parquet'
  ]);
});
