/** Statistics that were written in parts: several messages, each with some features of a dataset. */
import { decodeMessage } from '../../proto/decode-message';
import { CrossFeatureStatisticsSchema } from '../../proto/generated/statistics_pb';
import type { IDatasetPlace, IFeaturePlace, Pieces } from './decode-places';

/** Puts parts of datasets together as TFDV's `load_sharded_statistics` does. */
export function joinParts(parts: readonly IDatasetPlace[]): readonly IDatasetPlace[] {
  const byName = new Map<string, IDatasetPlace[]>();
  for (const part of parts) {
    byName.set(part.name, [...(byName.get(part.name) ?? []), part]);
  }
  return [...byName].map(([name, same]) => ({
    name,
    numExamples: last(same.map(part => part.numExamples)),
    weightedNumExamples: last(same.map(part => part.weightedNumExamples)),
    features: joinFeatures(same.flatMap(part => part.features)),
    crosses: joinCrosses(same.flatMap(part => part.crosses))
  }));
}

/** The last that is set. */
function last(values: readonly number[]): number {
  return values.filter(value => value !== 0).at(-1) ?? 0;
}

function joinFeatures(features: readonly IFeaturePlace[]): readonly IFeaturePlace[] {
  const known = new Map<string, IFeaturePlace>();
  for (const { head, pieces } of features) {
    const key = JSON.stringify(head.path);
    const before = known.get(key);
    known.set(
      key,
      before ? { ...before, pieces: [...before.pieces, ...pieces] } : { head, pieces }
    );
  }
  return [...known.values()];
}

function joinCrosses(crosses: readonly Pieces[]): readonly Pieces[] {
  const known = new Map<string, Pieces>();
  for (const pieces of crosses) {
    const key = crossKey(pieces[0]);
    known.set(key, [...(known.get(key) ?? []), ...pieces]);
  }
  return [...known.values()];
}

function crossKey(piece: Uint8Array): string {
  const { pathX, pathY } = decodeMessage(
    CrossFeatureStatisticsSchema,
    piece,
    'A cross of two features'
  );
  return JSON.stringify([pathX?.step, pathY?.step]);
}
