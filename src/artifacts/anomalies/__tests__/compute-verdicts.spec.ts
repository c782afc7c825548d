import { FolderSource } from '../../__tests__/folder-source';
import { anomalyRows, splitVerdicts } from '../compute-verdicts';
import { decodeAnomalies } from '../decode';
import { distanceRows } from '../distance-table';

const source = new FolderSource('anomalies', 'ExampleAnomalies');
const decoded = decodeAnomalies(source, new AbortController().signal);
const verdicts = async (properties: Record<string, string>, customProperties = {}) =>
  splitVerdicts(await decoded, { ...source.document, properties, customProperties });

describe('splitVerdicts', () => {
  it('counts, the dataset too, and tells who is blessed', async () => {
    expect(await verdicts({ blessed: '{"train": 1, "eval": 0.0}' })).toEqual([
      { split: 'eval', errors: 7, warnings: 0, blessed: false, dataMissing: false },
      { split: 'train', errors: 0, warnings: 0, blessed: true, dataMissing: false }
    ]);
  });

  it.each([
    [{}, {}],
    [{ blessed: 'not JSON' }, {}],
    [{ blessed: '[1]' }, {}],
    [{}, { blessed: 1 }]
  ])('does not know of blessings in %j and %j', async (properties, custom) => {
    const found = await verdicts(properties, custom);
    expect(found.map(({ blessed }) => blessed)).toEqual([null, null]);
  });

  it('takes the custom property, as TFX writes it', async () => {
    const found = await verdicts({}, { blessed: '{"eval": 1.0}' });
    expect(found.map(({ blessed }) => blessed)).toEqual([true, null]);
  });
});

describe('anomalyRows', () => {
  it('has the worst first, the dataset before features', async () => {
    const { splits } = await decoded;
    const [evaluation] = splits;
    const warned = {
      ...evaluation,
      features: evaluation.features.map((anomaly, index) =>
        index === 0 ? { ...anomaly, severity: 'WARNING' as const } : anomaly
      )
    };
    const rows = anomalyRows({ splits: [warned], problems: [] });
    expect(rows[0].anomaly.name).toBe('');
    expect(rows.at(-1)?.anomaly.severity).toBe('WARNING');
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});

describe('distanceRows', () => {
  it('has a row for each measurement', async () => {
    const rows = distanceRows(await decoded);
    expect(rows.map(({ name, which }) => [name, which])).toEqual([
      ['bill_depth_mm', 'skew'],
      ['island', 'drift']
    ]);
  });
});
