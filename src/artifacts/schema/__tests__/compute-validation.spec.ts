import type { IAnomaly, ISplitAnomalies } from '../../anomalies/anomalies';
import { compareValidations } from '../compute-validation';

const anomaly = (name: string, ...types: string[]): IAnomaly => ({
  name,
  path: name === '' ? [] : [name],
  severity: 'ERROR',
  shortDescription: 'short',
  description: 'long',
  reasons: types.map(type => ({ type, shortDescription: '', description: `${name} ${type}` })),
  diff: []
});
const split = (
  name: string,
  features: readonly IAnomaly[],
  dataset: IAnomaly | null = null
): ISplitAnomalies => ({
  split: name,
  features,
  dataset,
  distances: [],
  dataMissing: false,
  baseline: null
});
const described = (findings: readonly { readonly description: string }[]) =>
  findings.map(({ description }) => description);

describe('compareValidations', () => {
  it('tells reason by reason what appears, vanishes and stays, the dataset too', () => {
    const [train, evaluation] = compareValidations(
      [
        split('eval', [anomaly('a', 'X')]),
        split('train', [anomaly('a', 'X', 'Y'), anomaly('b', 'X')], anomaly('', 'FEW'))
      ],
      [split('train', [anomaly('a', 'Y', 'Z')]), split('eval', [])]
    );
    expect(train.split).toBe('train');
    expect(described(train.appeared)).toEqual(['a Z']);
    expect(described(train.vanished)).toEqual(['a X', 'b X', ' FEW']);
    expect(described(train.stayed)).toEqual(['a Y']);
    expect(described(evaluation.vanished)).toEqual(['a X']);
  });

  it('takes an anomaly without reasons as one, and a split that was not there as new', () => {
    const [only] = compareValidations([], [split('', [anomaly('a')])]);
    expect(only.appeared).toEqual([
      { name: 'a', severity: 'ERROR', type: '', shortDescription: 'short', description: 'long' }
    ]);
  });
});
