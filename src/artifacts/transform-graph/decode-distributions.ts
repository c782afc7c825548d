/** How features are spread before and after the transform: two artifacts that Transform writes beside its graph. */
import type { IArtifactSource } from '../artifact-source';
import type { IArtifactAddress } from '../artifact-view';
import { throwIfAborted } from '../decode-abort';
import { decodeStatistics } from '../statistics/decode';
import type { IFeatureStatistics } from '../statistics/statistics';
import type { ITransformGraph } from './decode';

/** Statistics by the features' names. */
export interface IDistributions {
  readonly before: ReadonlyMap<string, IFeatureStatistics>;
  readonly after: ReadonlyMap<string, IFeatureStatistics>;
  /** A sentence for each that could not be read. */
  readonly problems: readonly string[];
}

/** None. */
export const NO_DISTRIBUTIONS: IDistributions = {
  before: new Map(),
  after: new Map(),
  problems: []
};

/** Reads what is there of both: Transform makes them only where it is asked to. */
export async function decodeDistributions(
  { before, after }: NonNullable<ITransformGraph['statistics']>,
  open: (address: IArtifactAddress, signal: AbortSignal) => Promise<IArtifactSource>,
  signal: AbortSignal
): Promise<IDistributions> {
  const problems: string[] = [];
  const read = async (uri: string): Promise<ReadonlyMap<string, IFeatureStatistics>> => {
    try {
      const source = await open({ uri, type: 'ExampleStatistics', name: '', id: null }, signal);
      const { datasets } = await decodeStatistics(source, signal);
      return new Map(
        datasets.at(0)?.features.flatMap(feature => {
          const { path } = feature;
          return path.length === 1 ? [[path[0], feature] as const] : [];
        })
      );
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return new Map();
    }
  };
  const both = await Promise.all([read(before), read(after)]);
  throwIfAborted(signal);
  return { before: both[0], after: both[1], problems };
}
