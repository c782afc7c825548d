import type { JsonValue } from '@bufbuild/protobuf';
import { fromBinary, fromJson, toBinary } from '@bufbuild/protobuf';

import { AnomaliesSchema } from '../../../proto/generated/anomalies_pb';
import { FolderSource, filesIn, pythonReads } from '../../__tests__/folder-source';
import { leaves } from '../../__tests__/leaves';
import { plainSchema } from '../../schema/decode-schema';
import { decodeAnomalies, plainAnomalies } from '../decode';
import type { ISplitAnomalies } from '../anomalies';

const { signal } = new AbortController();
const decode = (folder: string, files = filesIn(folder)) =>
  decodeAnomalies(new FolderSource(folder, 'ExampleAnomalies', files), signal);

const bySplit = pythonReads('anomalies') as Record<string, JsonValue>;

/** What Python read, in our form. */
function python(split: string): ISplitAnomalies {
  const message = fromJson(AnomaliesSchema, bySplit[split]);
  return plainAnomalies(split, fromBinary(AnomaliesSchema, toBinary(AnomaliesSchema, message)));
}

describe('decodeAnomalies', () => {
  it('reads a folder per split as Python does', async () => {
    expect(await decode('anomalies')).toEqual({
      splits: [python('eval'), python('train')],
      problems: []
    });
  });

  it('reads the texts of TFX before 0.29', async () => {
    expect(await decode('anomalies-old')).toEqual(await decode('anomalies'));
  });

  it('loses nothing', async () => {
    const bytes = filesIn('anomalies').get('Split-eval/SchemaDiff.pb') ?? new Uint8Array(0);
    const { anomalyInfo, ...message } = fromBinary(AnomaliesSchema, bytes);
    const enums = ['type', 'severity', 'name', 'baseline', 'baselineSchema', 'anomalyNameFormat'];
    const { splits } = await decode('anomalies');
    const plain = leaves({ ...splits[0], split: '' }, enums);
    expect(plain).toEqual(leaves([message, Object.values(anomalyInfo)], enums));
  });

  it('tells what is wrong with features, the dataset and distances', async () => {
    const { splits } = await decode('anomalies');
    const [evaluation, train] = splits;
    expect(train).toMatchObject({ split: 'train', features: [], dataset: null, distances: [] });
    expect(
      evaluation.features.map(({ name, severity, reasons }) => [name, severity, reasons[0].type])
    ).toEqual([
      ['bill_depth_mm', 'ERROR', 'COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH'],
      ['bill_length_mm', 'ERROR', 'FLOAT_TYPE_BIG_FLOAT'],
      ['extra', 'ERROR', 'SCHEMA_NEW_COLUMN'],
      ['island', 'ERROR', 'COMPARATOR_L_INFTY_HIGH'],
      ['sex', 'ERROR', 'SCHEMA_MISSING_COLUMN'],
      ['species', 'ERROR', 'ENUM_TYPE_UNEXPECTED_STRING_VALUES']
    ]);
    expect(evaluation.features[5].description).toContain('Macaroni');
    expect(evaluation.dataset?.reasons.map(({ type }) => type)).toEqual([
      'COMPARATOR_LOW_NUM_EXAMPLES',
      'DATASET_LOW_NUM_EXAMPLES'
    ]);
    expect(evaluation.distances).toMatchObject([
      { name: 'bill_depth_mm', skew: [{ type: 'JENSEN_SHANNON_DIVERGENCE', threshold: 0.001 }] },
      { name: 'island', drift: [{ type: 'L_INFTY', value: 0.04057971014492756 }] }
    ]);
    const baseline = evaluation.baseline && plainSchema(evaluation.baseline);
    expect(baseline?.constraints?.examples.min).toBe(1000);
  });

  it('reads files that are in no split, and pairs of splits', async () => {
    const bytes = filesIn('anomalies').get('Split-eval/SchemaDiff.pb') ?? new Uint8Array(0);
    const splits = async (path: string) =>
      (await decode('x', new Map([[path, bytes]]))).splits.map(({ split }) => split);
    expect(await splits('SchemaDiff.pb')).toEqual(['']);
    expect(await splits('SplitPair-train_eval/SchemaDiff.pb')).toEqual(['train_eval']);
  });

  it('reads all kinds of differences, and features with no path', async () => {
    const text = `anomaly_info { key: "a b" value {
      severity: WARNING
      diff_regions { unchanged { left_start: 1 right_start: 2 contents: "x" } }
      diff_regions { removed { start: 3 contents: "y" } }
      diff_regions { added { start: 4 contents: "z" } }
      diff_regions { changed { left_start: 5 left_contents: "l" right_start: 6 right_contents: "r" } }
      diff_regions { hidden { left_start: 7 right_start: 8 size: 9 } }
      diff_regions {}
    } } data_missing: true`;
    const files = new Map([['train/anomalies.pbtxt', new TextEncoder().encode(text)]]);
    const { splits } = await decode('x', files);
    expect(splits).toMatchObject([{ split: 'train', dataMissing: true, baseline: null }]);
    expect(splits[0].features).toMatchObject([
      {
        path: ['a b'],
        severity: 'WARNING',
        diff: [
          { kind: 'unchanged', left: 1, right: 2, lines: ['x'] },
          { kind: 'removed', start: 3, lines: ['y'] },
          { kind: 'added', start: 4, lines: ['z'] },
          { kind: 'changed', left: 5, leftLines: ['l'], right: 6, rightLines: ['r'] },
          { kind: 'hidden', left: 7, right: 8, size: 9 }
        ]
      }
    ]);
  });

  it('shows the other splits where one is damaged, and says so', async () => {
    const files = filesIn('anomalies-old');
    files.set('eval/anomalies.pbtxt', new TextEncoder().encode('anomaly_info {'));
    const { splits, problems } = await decode('x', files);
    expect(splits.map(({ split }) => split)).toEqual(['train']);
    expect(problems).toEqual([
      'eval/anomalies.pbtxt: Line 1, column 15: a "}" should stand here, but the text ends.'
    ]);
  });
});
