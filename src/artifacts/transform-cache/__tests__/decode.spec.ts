/** What Transform keeps: analyzers by name, without running the pickle that names them. */
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { textSource } from '../../__tests__/text-source';
import { decodeTransformCache } from '../decode';

const never = new AbortController().signal;
const [fixture] = readFixtures().filter(({ type }) => type === 'TransformCache');

it('names what each analyzer found', async () => {
  const { datasets, problems } = await decodeTransformCache(new FixtureSource(fixture), never);
  expect(problems).toEqual([]);
  expect(datasets).toHaveLength(1);
  const [{ name, entries, size }] = datasets;
  expect(name).toMatch(/^penguins-CsvExampleGen-examples-1-Split-train-STAR-/);
  expect(size).toBe([...fixture.files.values()].reduce((sum, { length }) => sum + length, 0));
  expect(entries.map(({ analyzer, kind }) => `${kind} ${analyzer}`)).toEqual([
    ...['', '_1', '_2', '_3'].map(
      number => `CacheableCombineAccumulate scale_to_z_score${number}#mean_and_var`
    ),
    ...['', '_1', '_2'].map(
      number => `VocabularyAccumulate compute_and_apply_vocabulary${number}#vocabulary`
    )
  ]);
});

it('shows files where there is no manifest', async () => {
  const { datasets } = await decodeTransformCache(
    textSource('TransformCache', { 'a/0-00000-of-00002.gz': 'ab', 'a/0-00001-of-00002.gz': 'c' }),
    never
  );
  expect(datasets).toEqual([
    { name: 'a', size: 3, entries: [{ number: 0, analyzer: null, kind: null, size: 3 }] }
  ]);
  await expect(decodeTransformCache(textSource('TransformCache', {}), never)).rejects.toThrow(
    /^Nothing is kept/
  );
});

it('searches long manifests quickly', async () => {
  const manifest = '(V__v1__3.10_A[b]x\n'.repeat(100_000);
  const start = performance.now();
  await decodeTransformCache(textSource('TransformCache', { 'a/MANIFEST': manifest }), never);
  expect(performance.now() - start).toBeLessThan(500);
});
