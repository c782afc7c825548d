import type { JsonValue } from '@bufbuild/protobuf';
import { fromBinary, fromJson, toBinary } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

import type { DatasetFeatureStatisticsList } from '../../../proto/generated/statistics_pb';
import { DatasetFeatureStatisticsListSchema as LIST } from '../../../proto/generated/statistics_pb';
import { FolderSource, filesIn, pythonReads } from '../../__tests__/folder-source';
import { leaves } from '../../__tests__/leaves';
import { decodeStatistics } from '../decode';
import { decodeCross } from '../decode-cross';
import { decodeFeature } from '../decode-feature';
import type { IDatasetStatistics, IStatistics } from '../statistics';

const { signal } = new AbortController();
const decode = (folder: string, files = filesIn(folder)) =>
  decodeStatistics(new FolderSource(folder, 'ExampleStatistics', files), signal);

/** What Python read, as a message; floats as wide as they are in files. */
function message(json: unknown): DatasetFeatureStatisticsList {
  const anys = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'typeUrl' in value ? {} : value;
  const plain = JSON.parse(JSON.stringify(json, anys)) as JsonValue;
  return fromBinary(LIST, toBinary(LIST, fromJson(LIST, plain)));
}

/** Python's figures, in our form. */
function expected(split: string, json: unknown): IDatasetStatistics[] {
  return message(json).datasets.map(dataset => ({
    split,
    name: dataset.name,
    numExamples: Number(dataset.numExamples),
    weightedNumExamples: dataset.weightedNumExamples,
    features: dataset.features.map(decodeFeature),
    crosses: dataset.crossFeatures.map(decodeCross),
    hasCrosses: dataset.crossFeatures.length > 0
  }));
}

describe('decodeStatistics', () => {
  const bySplit = pythonReads('statistics') as Record<string, unknown>;
  const two = [...expected('eval', bySplit.eval), ...expected('train', bySplit.train)];

  it('reads a folder per split, figure for figure as Python', async () => {
    const { datasets, problems } = await decode('statistics');
    expect(problems).toEqual([]);
    expect(datasets).toEqual(two);
    expect(datasets[1].features.find(({ name }) => name === 'bill_length_mm')).toMatchObject({
      type: 'FLOAT',
      common: { numNonMissing: 114, numMissing: 1 },
      numeric: { mean: 43.771929824561404, min: 34.4, max: 55.8 }
    });
  });

  it('reads the folders of TFX before 0.29', async () => {
    expect((await decode('statistics-old')).datasets).toEqual(two);
  });

  it('puts parts of datasets together', async () => {
    const { train } = pythonReads('statistics-sharded') as Record<string, unknown>;
    expect((await decode('statistics-sharded')).datasets).toEqual(expected('train', train));
  });

  it('takes the whole where there are parts beside it', async () => {
    const both = filesIn('statistics-sharded');
    const whole = filesIn('statistics').get('Split-eval/FeatureStats.pb') ?? new Uint8Array(0);
    both.set('Split-train/FeatureStats.pb', whole);
    const { datasets } = await decode('both', both);
    expect(datasets.map(({ numExamples }) => numExamples)).toEqual([39]);
  });

  describe('with everything that TFDV can count', () => {
    const statistics = decode('statistics-rich');
    const first = async () => (await statistics).datasets[0];
    const feature = async (name: string) =>
      (await first()).features.find(each => each.name === name);

    it('reads files that are in no split', async () => {
      const { datasets } = await statistics;
      expect(datasets.map(({ split, name }) => [split, name])).toEqual([
        ['', 'All Examples'],
        ['', 'label_yes']
      ]);
    });

    it('has the same figures as Python', async () => {
      const anys = ({ datasets }: IStatistics) =>
        JSON.stringify(datasets, (key, value: unknown) =>
          key === 'custom' ? [] : typeof value === 'bigint' ? String(value) : value
        );
      const python = { datasets: expected('', pythonReads('statistics-rich')), problems: [] };
      expect(JSON.parse(anys(await statistics))).toEqual(JSON.parse(anys(python)));
    });

    it('loses no figure', async () => {
      const bytes = filesIn('statistics-rich').get('FeatureStats.pb') ?? new Uint8Array(0);
      // The exact form of the largest size takes the place of the float.
      const without = ['type', 'maxNumBytesInt'];
      const whole = leaves(
        fromBinary(LIST, bytes).datasets.map(({ features, ...rest }) => ({
          ...rest,
          features: features.map(({ customStats, ...each }) => ({
            ...each,
            customStats: customStats.filter(({ val }) => val.case !== 'any')
          }))
        })),
        without
      );
      const plain = (await statistics).datasets.map(dataset => ({
        ...dataset,
        features: dataset.features.map(({ name: _, figures: __, custom, ...each }) => ({
          ...each,
          custom: custom.filter(({ kind }) => kind !== 'language' && kind !== 'message')
        }))
      }));
      expect(leaves(plain, without)).toEqual(whole);
    });

    it('knows nested features by their path', async () => {
      expect(await feature('pets.name')).toMatchObject({
        path: ['pets', 'name'],
        type: 'STRING',
        string: { unique: 30 }
      });
      expect((await feature('matrix'))?.common?.levels).toMatchObject([
        { numNonMissing: 32, numMissing: 8 },
        { numNonMissing: 64 }
      ]);
      expect((await feature('pets'))?.type).toBe('STRUCT');
      expect(await feature('old.style')).toMatchObject({ path: ['old.style'], type: 'STRING' });
    });

    it('reads custom statistics of each kind', async () => {
      const kinds = async (name: string) =>
        (await feature(name))?.custom.map(each => [each.name, each.kind]);
      expect(await kinds('pets')).toEqual([['an any', 'message']]);
      expect(await kinds('sparse')).toContainEqual(['missing_index', 'ranks']);
      expect(await kinds('weighed')).toContainEqual(['missing_weight', 'number']);
      expect(await kinds('matrix')).toContainEqual([
        'level_2_value_list_length_standard',
        'histogram'
      ]);
      const [language] = (await feature('review'))?.custom ?? [];
      expect(language).toMatchObject({
        name: 'nl_statistics',
        kind: 'language',
        language: { featureCoverage: expect.any(Number) as number }
      });
    });

    it('reads correlation and lift', async () => {
      const { crosses } = await first();
      expect(crosses[0]).toMatchObject({
        pathX: ['score'],
        pathY: ['weight'],
        count: 39,
        numeric: { covariance: Math.fround(-0.04761905) }
      });
      expect(crosses[1].lift.map(({ y, yCount }) => [y, yCount])).toEqual([
        ['no', 14],
        ['yes', 26]
      ]);
    });

    it('reads weights, NaN and large numbers', async () => {
      expect((await first()).weightedNumExamples).toBe(79);
      const score = await feature('score');
      expect(score?.numeric?.histograms[0].numNaN).toBe(1);
      expect(score?.numeric?.weighted?.histograms.length).toBeGreaterThan(0);
      expect((await feature('count'))?.numeric?.max).toBe(39e14);
    });
  });

  it('shows the other splits where one is damaged, and says so', async () => {
    const files = filesIn('statistics');
    files.set('Split-eval/FeatureStats.pb', new Uint8Array([1, 2, 3]));
    const { datasets, problems } = await decode('damaged', files);
    expect(datasets.map(({ split }) => split)).toEqual(['train']);
    expect(problems).toEqual([
      expect.stringContaining('Split-eval/FeatureStats.pb cannot be read') as string
    ]);
  });

  it('says which feature is damaged inside, and shows the others', async () => {
    const inside = (no: number, bytes: Uint8Array | string) =>
      new BinaryWriter()
        .tag(no, WireType.LengthDelimited)
        .bytes(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
        .finish();
    // The end of a group that never began.
    const odd = Buffer.concat([inside(3, new Uint8Array([0x0c])), inside(1, 'odd')]);
    const dataset = Buffer.concat([inside(3, odd), inside(3, inside(1, 'even'))]);
    const { datasets } = await decode('x', new Map([['FeatureStats.pb', inside(1, dataset)]]));
    const damaged = datasets[0].features;
    expect(damaged.map(feature => [feature.name, feature.problem])).toEqual([
      ['odd', expect.stringContaining('odd cannot be read') as string],
      ['even', null]
    ]);
    expect(damaged[0].figures.numNonMissing).toBeNaN();
    expect(damaged[0].common).toBeNull();
  });

  it('says what is wrong where there is nothing to show', async () => {
    await expect(decode('none', new Map())).rejects.toThrow('no files that can be shown');
    const broken = new Map([['Split-a/FeatureStats.pb', new Uint8Array([255])]]);
    await expect(decode('broken', broken)).rejects.toThrow('cannot be read');
    const cut = filesIn('statistics-old').get('train/stats_tfrecord')?.slice(0, 500);
    const old = new Map([['train/stats_tfrecord', cut ?? new Uint8Array(0)]]);
    await expect(decode('cut', old)).rejects.toThrow('ends inside record 1');
  });

  it('reads a file that was opened by itself, whatever its name', async () => {
    const bytes = filesIn('statistics').get('Split-train/FeatureStats.pb') ?? new Uint8Array(0);
    const { datasets } = await decode('x', new Map([['my-statistics.bin', bytes]]));
    expect(datasets.map(({ split, numExamples }) => [split, numExamples])).toEqual([['', 115]]);
  });

  it('stops where the signal says so', async () => {
    const source = new FolderSource('statistics', 'ExampleStatistics');
    await expect(decodeStatistics(source, AbortSignal.abort())).rejects.toThrow(
      'not wanted any more'
    );
  });
});
