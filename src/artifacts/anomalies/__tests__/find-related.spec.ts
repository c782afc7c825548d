/** What anomalies were made from. */
import type { IArtifactInput } from '../../artifact-view';
import { relatedOf } from '../find-related';

const took = (input: string, uri: string, type = 'ExampleStatistics'): IArtifactInput => ({
  ...{ input, uri, type, name: '', id: null }
});
const statistics = took('statistics', '/p/StatisticsGen/statistics/2');
const baseline = took('baseline_statistics', '/p/Baseline/statistics/3');
const schema = took('schema', '/p/SchemaGen/schema/6', 'Schema');
const examples = took('examples', '/p/CsvExampleGen/examples/1', 'Examples');
const runs: Record<string, IArtifactInput[]> = {
  // In no order.
  '/p/DistributionValidator/anomalies/5': [baseline, schema, statistics],
  [statistics.uri]: [examples]
};
const host = { inputs: async (uri: string) => runs[uri] ?? [], find: null };

it('goes by what the run calls its inputs', async () => {
  expect(await relatedOf('/p/DistributionValidator/anomalies/5', host)).toEqual({
    ...{ statistics, schema, drift: baseline, skew: null, examples }
  });
});

it('takes what Transform wrote beside', async () => {
  const rows = took('', '/p/Transform/transformed_examples/4', 'Examples');
  const find = async () => [rows];
  const { statistics: made, examples: of } = await relatedOf(
    '/p/Transform/post_transform_anomalies/4',
    { ...host, find }
  );
  expect([made?.uri, of]).toEqual(['/p/Transform/post_transform_stats/4', rows]);
});

it('has none where nothing is known', async () => {
  const none = { statistics: null, schema: null, drift: null, skew: null, examples: null };
  expect(await relatedOf('/p/x/1', host)).toEqual(none);
  expect(await relatedOf('/p/x/1', { inputs: null, find: null })).toEqual(none);
});
