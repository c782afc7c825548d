/** Reads an ExampleStatistics artifact. */
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { recordsOf } from '../decode-records';
import { readSplits } from '../decode-splits';
import { lazyFeature, once, readCrosses } from './decode-lazy';
import { joinParts } from './decode-parts';
import type { IDatasetPlace } from './decode-places';
import { findDatasets } from './decode-places';
import type { IDatasetStatistics, IStatistics } from './statistics';

/** Binary; of TFX before 0.29 one record; or records of parts, in shards. */
const NAME = /^(?:FeatureStats\.pb|stats_tfrecord|FeatureStats.*-\d+-of-\d+)$/;

/**
 * All splits, in every layout that TFX has had. What is in a feature is read when it is first looked at.
 *
 * @throws an Error with a sentence where no split can be read.
 */
export async function decodeStatistics(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IStatistics> {
  const { splits, problems } = await readSplits(
    source.document,
    NAME,
    async ({ split, files }) => {
      // Where there are parts beside the whole, they are the same.
      const whole = files.find(({ path }) => path.endsWith('FeatureStats.pb'));
      const messages: Uint8Array[] = [];
      for (const file of whole ? [whole] : files) {
        messages.push(...(await messagesOf(source, file)));
        throwIfAborted(signal);
      }
      const { path } = whole ?? files[0];
      const parts = messages.flatMap(bytes => findDatasets(bytes, path));
      const datasets = messages.length > 1 ? joinParts(parts) : parts;
      return datasets.map(dataset => plain(split, dataset));
    },
    signal
  );
  return { datasets: splits.flat(), problems };
}

async function messagesOf(
  source: IArtifactSource,
  { path }: ArtifactFile
): Promise<readonly Uint8Array[]> {
  const bytes = await source.read(path);
  return (await recordsOf(bytes, path)) ?? [bytes];
}

function plain(split: string, place: IDatasetPlace): IDatasetStatistics {
  const { name, numExamples, weightedNumExamples } = place;
  const crosses = once(() => readCrosses(place.crosses));
  return {
    ...{ split, name, numExamples, weightedNumExamples },
    features: place.features.map(lazyFeature),
    get crosses() {
      return crosses();
    },
    hasCrosses: place.crosses.length > 0
  };
}
