/** Which rows statistics were made from. */
import type { IArtifactInput } from '../artifact-view';
import { examplesOf } from '../find-examples';

const address = (uri: string, type = 'Examples'): IArtifactInput => ({
  ...{ uri, type, name: '', id: null, input: type.toLowerCase() }
});
const schema = address('/p/SchemaGen/schema/2', 'Schema');
const raw = address('/p/CsvExampleGen/examples/1');
const transformed = address('/p/Transform/transformed_examples/4');
const host = {
  inputs: async () => [schema, raw],
  find: async () => [raw, transformed]
};

it('takes what the run took that made them', async () => {
  expect(await examplesOf('/p/StatisticsGen/statistics/2', host)).toBe(raw);
});

it('takes what Transform wrote for the statistics of that', async () => {
  expect(await examplesOf('/p/Transform/post_transform_stats/4', host)).toBe(transformed);
  expect(await examplesOf('/p/Transform/post_transform_stats/9', host)).toBeNull();
});

it('has none where nothing is known', async () => {
  expect(await examplesOf('/p/x/1', { inputs: null, find: null })).toBeNull();
  expect(await examplesOf('/p/x/1', { inputs: async () => [schema], find: null })).toBeNull();
});
