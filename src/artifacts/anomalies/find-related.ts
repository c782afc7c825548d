/** From anomalies to the statistics that were validated, and to those that they were compared with. */
import type { IArtifactAddress, IArtifactHost } from '../artifact-view';
import { examplesOf } from '../find-examples';

/** Artifacts that anomalies come from; null where one is not known. */
export interface IRelated {
  readonly statistics: IArtifactAddress | null;
  /** What they were validated against. */
  readonly schema: IArtifactAddress | null;
  /** Of the data before. */
  readonly drift: IArtifactAddress | null;
  /** Of serving data. */
  readonly skew: IArtifactAddress | null;
  /** What the statistics were made from. */
  readonly examples: IArtifactAddress | null;
}

/** As Transform lays out what it made: anomalies of the rows that it wrote, beside their statistics. */
const TRANSFORMED = /^(.*)\/post_transform_anomalies(\/[^/]+)\/?$/;
/** DistributionValidator's name; TFDV's own words, which components that call it may have taken. */
const DRIFT = ['baseline_statistics', 'previous_statistics'];
const SKEW = ['serving_statistics'];

/** Looks at what the execution took that made the anomalies. */
export async function relatedOf(
  anomalies: string,
  { inputs, find }: Pick<IArtifactHost, 'inputs' | 'find'>
): Promise<IRelated> {
  const made = TRANSFORMED.exec(anomalies);
  const took = made ? [] : ((await inputs?.(anomalies)) ?? []);
  const statistics = made
    ? address(`${made[1]}/post_transform_stats${made[2]}`)
    : (took.find(({ input }) => input === 'statistics') ?? null);
  return {
    statistics,
    schema: took.find(({ input }) => input === 'schema') ?? null,
    drift: took.find(({ input }) => DRIFT.includes(input)) ?? null,
    skew: took.find(({ input }) => SKEW.includes(input)) ?? null,
    examples: statistics && (await examplesOf(statistics.uri, { inputs, find }))
  };
}

function address(uri: string): IArtifactAddress {
  return { uri, type: 'ExampleStatistics', name: '', id: null };
}
