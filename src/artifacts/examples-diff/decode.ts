/** ExamplesDiff: how two sets of examples differ, example by example (ExampleDiff, TFDV's feature skew detector). */
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';

import { decodeMessage } from '../../proto/decode-message';
import type { ConfusionCount_Value } from '../../proto/generated/skew_pb';
import {
  ConfusionCountSchema,
  FeatureSkewSchema,
  MatchStatsSchema,
  SkewPairSchema
} from '../../proto/generated/skew_pb';
import { decompress } from '../../proto/gunzip';
import { tfRecordBatches } from '../../proto/tfrecord';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import type { ISplitFiles } from '../decode-splits';
import { readSplits } from '../decode-splits';
import { decodeExample } from '../records/decode-example';
import { ranges } from '../records/decode-rows';
import type { Fields } from '../records/field-value';

/**
 * The examples that are tested, or those that they are held against: the component's inputs `examples_test` and
 * `examples_base`. TFX 1.16 gives the first to what writes `base` into the files, and the second to what writes `test`
 * (`tfx/components/example_diff/executor.py`), so they change places here.
 */
export interface ISides<T> {
  readonly test: T;
  readonly base: T;
}

/** TFDV's word, in pairs of values, for a feature that is absent. */
const MISSING = '__MISSING_VALUE__';

/** A feature, over all pairs of examples. */
export interface IFeatureDiff {
  readonly name: string;
  /** Examples that have it. */
  readonly present: ISides<number>;
  /** Pairs in which only one has it. */
  readonly only: ISides<number>;
  readonly same: number;
  readonly different: number;
  /** Pairs that differ in it in any way. */
  readonly differing: number;
}

/** How often a value of one side stands where the other has another; null where the feature is absent. */
export interface IConfusion {
  readonly feature: string;
  readonly values: ISides<Uint8Array | null>;
  readonly count: number;
}

/** A pair of examples that differ. */
export interface IPair {
  readonly fields: ISides<Fields>;
  /** Names of features that differ: in one alone, or with other values. */
  readonly differing: readonly string[];
}

/** How examples were matched by their identifiers. */
export interface IMatches {
  readonly identified: ISides<number>;
  readonly unidentified: ISides<number>;
  /** Identifiers, and those that one side does not have. */
  readonly identifiers: number;
  readonly missing: ISides<number>;
  readonly pairs: number;
  readonly duplicates: number;
}

/** A split of the one against a split of the other. */
export interface ISplitPair {
  /** `<split of test>_<split of base>`. */
  readonly name: string;
  /** Most differing first. */
  readonly features: readonly IFeatureDiff[];
  readonly confusion: readonly IConfusion[];
  readonly pairs: readonly IPair[];
  /** null where there is none. */
  readonly matches: IMatches | null;
  /** Sentences about files that could not be read to their end, or are long. */
  readonly problems: readonly string[];
}

/** An ExamplesDiff artifact. */
export interface IExamplesDiff {
  readonly pairs: readonly ISplitPair[];
  readonly problems: readonly string[];
}

/** Records of a kind that are read, at most. */
const MOST = { features: 20_000, confusion: 20_000, pairs: 500, matches: 1 } as const;

/** @throws an Error with a sentence where nothing can be read. */
export async function decodeExamplesDiff(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IExamplesDiff> {
  const read = (split: ISplitFiles): Promise<ISplitPair> => decodePair(source, split, signal);
  const name = /^(skew_stats|match_stats|confusion|sample_pairs)/;
  const { splits, problems } = await readSplits(source.document, name, read, signal);
  return { pairs: splits, problems };
}

async function decodePair(
  source: IArtifactSource,
  { split, files }: ISplitFiles,
  signal: AbortSignal
): Promise<ISplitPair> {
  const problems: string[] = [];
  const records = async <Desc extends DescMessage>(
    prefix: string,
    desc: Desc,
    most: number
  ): Promise<readonly MessageShape<Desc>[]> => {
    const found: MessageShape<Desc>[] = [];
    for (const file of files.filter(({ path }) => path.split('/').at(-1)?.startsWith(prefix))) {
      try {
        for await (const batch of tfRecordBatches(decompress(ranges(source, file, signal)))) {
          for (const record of batch.slice(0, most - found.length)) {
            found.push(decodeMessage(desc, record, `A record of ${file.path}`));
          }
          if (found.length >= most) {
            if (most > 1) {
              problems.push(`Only the first ${most} records of ${prefix} are shown.`);
            }
            return found;
          }
        }
      } catch (error) {
        throwIfAborted(signal);
        problems.push(`${file.path}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return found;
  };
  const features = await records('skew_stats', FeatureSkewSchema, MOST.features);
  const confusion = await records('confusion', ConfusionCountSchema, MOST.confusion);
  const pairs = await records('sample_pairs', SkewPairSchema, MOST.pairs);
  const [matches] = await records('match_stats', MatchStatsSchema, MOST.matches);
  throwIfAborted(signal);
  return {
    name: split,
    features: features
      .map(one => ({
        name: one.featureName,
        present: sides(one.testCount, one.baseCount),
        only: sides(one.testOnly, one.baseOnly),
        same: Number(one.matchCount),
        different: Number(one.mismatchCount),
        differing: Number(one.diffCount)
      }))
      .sort((a, b) => b.differing - a.differing || (a.name < b.name ? -1 : 1)),
    confusion: confusion
      .map(({ featureName, base, test, count }) => ({
        feature: featureName,
        values: { test: valueOrNone(base), base: valueOrNone(test) },
        count: Number(count)
      }))
      .sort((a, b) => b.count - a.count),
    pairs: pairs.map(one => ({
      fields: { test: fieldsOrNone(one.base), base: fieldsOrNone(one.test) },
      differing: [
        ...one.mismatchedFeatures,
        ...one.baseOnlyFeatures,
        ...one.testOnlyFeatures
      ].sort()
    })),
    matches: matches
      ? {
          identified: sides(matches.testWithIdCount, matches.baseWithIdCount),
          unidentified: sides(matches.testMissingIdCount, matches.baseMissingIdCount),
          missing: sides(matches.idsMissingInTestCount, matches.idsMissingInBaseCount),
          identifiers: Number(matches.identifiersCount),
          pairs: Number(matches.matchingPairsCount),
          duplicates: Number(matches.duplicateIdCount)
        }
      : null,
    problems
  };
}

/** Counts are far below 2^53. They change places: see {@link ISides}. */
function sides(test: bigint, base: bigint): ISides<number> {
  return { test: Number(base), base: Number(test) };
}

function valueOrNone(value: ConfusionCount_Value | undefined): Uint8Array | null {
  return value && new TextDecoder().decode(value.bytesValue) !== MISSING ? value.bytesValue : null;
}

function fieldsOrNone(example: Uint8Array): Fields {
  try {
    return decodeExample(example);
  } catch {
    return new Map();
  }
}
