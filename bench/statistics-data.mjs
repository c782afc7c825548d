/** Statistics of any number of features, as TFDV writes them; for benchmarks. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { create, toBinary } from '@bufbuild/protobuf';

import { load } from './bundle.mjs';

/** Of ten features, so many are numbers; the others are text. */
const NUMERIC = 7;

/**
 * Writes a statistics file of one dataset.
 *
 * @param {string} file - Where to.
 * @param {object} options
 * @param {number} options.features - How many.
 * @param {string} options.name - The dataset's.
 * @param {number} options.seed - Datasets with others differ.
 * @returns {Promise<Uint8Array>} Its bytes.
 */
export async function writeStatistics(file, { features, name, seed }) {
  const { DatasetFeatureStatisticsListSchema: list } = await load(
    'src/proto/generated/statistics_pb.ts'
  );
  const random = generator(seed);
  const dataset = {
    name,
    numExamples: 100_000n,
    features: Array.from({ length: features }, (_, i) =>
      i % 10 < NUMERIC ? number(i, random) : text(i, random)
    )
  };
  const bytes = toBinary(list, create(list, { datasets: [dataset] }));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return bytes;
}

/** Ten buckets between two numbers. */
function buckets(low, high, counts) {
  const width = (high - low) / counts.length;
  return counts.map((sampleCount, i) => ({
    lowValue: low + width * i,
    highValue: low + width * (i + 1),
    sampleCount
  }));
}

const QUANTILES = 1;
const ten = make => Array.from({ length: 10 }, (_, i) => make(i));

function common(random) {
  const numMissing = BigInt(Math.floor(random() ** 8 * 40_000));
  return {
    numNonMissing: 100_000n - numMissing,
    numMissing,
    minNumValues: 1n,
    maxNumValues: 1n,
    avgNumValues: 1,
    totNumValues: 100_000n - numMissing,
    numValuesHistogram: {
      type: QUANTILES,
      buckets: buckets(
        1,
        1,
        ten(() => 10_000)
      )
    }
  };
}

function number(i, random) {
  const mean = (random() - 0.5) * 1000;
  const stdDev = random() * 100;
  const [min, max] = [mean - 3 * stdDev, mean + 3 * stdDev];
  const peak = random() * 9;
  return {
    fieldId: { case: 'path', value: { step: [`feature_${i}`] } },
    type: i % 2 === 0 ? 0 : 1,
    stats: {
      case: 'numStats',
      value: {
        commonStats: common(random),
        ...{ mean, stdDev, min, median: mean, max },
        numZeros: BigInt(Math.floor(random() ** 4 * 50_000)),
        histograms: [
          {
            buckets: buckets(
              min,
              max,
              ten(at => 40_000 * Math.exp(-((at - peak) ** 2) / 5))
            )
          },
          {
            type: QUANTILES,
            buckets: buckets(
              min,
              max,
              ten(() => 10_000)
            )
          }
        ]
      }
    }
  };
}

function text(i, random) {
  const values = Array.from({ length: 20 + Math.floor(random() * 200) }, (_, rank) => ({
    value: `value ${(rank * 7919) % 997}`,
    frequency: Math.ceil((30_000 * (0.8 + 0.4 * random())) / (rank + 1))
  })).sort((a, b) => b.frequency - a.frequency);
  return {
    fieldId: { case: 'path', value: { step: [`feature_${i}`] } },
    type: 2,
    stats: {
      case: 'stringStats',
      value: {
        commonStats: common(random),
        unique: BigInt(values.length),
        topValues: values.slice(0, 20),
        avgLength: 8,
        rankHistogram: {
          buckets: values.map(({ value, frequency }, rank) => ({
            lowRank: BigInt(rank),
            highRank: BigInt(rank),
            label: value,
            sampleCount: frequency
          }))
        }
      }
    }
  };
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
