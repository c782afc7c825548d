/** Which splits were compared. */
import type { IDatasetStatistics, IStatistics } from '../../statistics/statistics';
import { ofSplit, pairOf } from '../compute-compared';

const statistics = (...splits: readonly (readonly [split: string, name?: string])[]) =>
  ({
    datasets: splits.map(([split, name = '']) => ({ split, name, features: [{ path: ['a.b'] }] })),
    problems: []
  }) as unknown as IStatistics;
const names = (pair: readonly { readonly dataset: IDatasetStatistics }[] | null) =>
  pair?.map(({ dataset }) => dataset.split);

it('reads a pair by the splits that there are', () => {
  const one = statistics(['train'], ['eval']);
  expect(names(pairOf(one, one, 'eval_train', ['a.b']))).toEqual(['eval', 'train']);
  const odd = statistics(['a'], ['a_b']);
  expect(names(pairOf(odd, statistics(['c']), 'a_b_c', []))).toEqual(['a_b', 'c']);
  expect(pairOf(odd, statistics(['c'], ['b_c']), 'a_b_c', [])).toBeNull();
  expect(pairOf(one, null, 'eval_train', [])).toBeNull();
});

it('takes the whole of what is sliced, and tells a dot in a name from a step', () => {
  const sliced = statistics(['train', 'sex_male'], ['train', 'All Examples']);
  expect(ofSplit(sliced, 'train', ['a.b'])).toMatchObject({
    dataset: { name: 'All Examples' },
    feature: { path: ['a.b'] }
  });
  expect(ofSplit(sliced, 'train', ['a', 'b'])?.feature).toBeNull();
  expect(ofSplit(sliced, 'eval', ['a.b'])).toBeNull();
});
