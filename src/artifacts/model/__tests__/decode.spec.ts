/** Models of TensorFlow and of others; what an output carries is enough for them. */
import { readFixtures } from '../../__tests__/fixture';
import { textSource } from '../../__tests__/text-source';
import { DocumentSource } from '../../document-source';
import { decodeModel } from '../decode';

const never = new AbortController().signal;
const fixtures = readFixtures()
  .filter(({ type }) => type === 'Model')
  .map(fixture => [fixture.name, fixture] as const);

it.each(fixtures)('reads %s from its document alone', async (_, { document }) => {
  const { savedModels, others } = await decodeModel(new DocumentSource(document, null), never);
  expect(savedModels).toHaveLength(1);
  expect(savedModels[0]).toMatchObject({ folder: 'Format-Serving', problems: [] });
  expect(savedModels[0].graphs?.[0].signatures.length).toBeGreaterThan(0);
  expect(savedModels[0].size).toBe(document.files.reduce((sum, { size }) => sum + size, 0));
  expect(others).toEqual([]);
});

it('takes the model for serving first, and an estimator in its folder', async () => {
  const { savedModels } = await decodeModel(
    textSource('Model', {
      'Format-TFMA/17/saved_model.pb': '',
      'Format-Serving/export/taxi/17/saved_model.pb': '',
      'Format-Serving/export/taxi/17/assets/vocabulary': 'abc'
    }),
    never
  );
  expect(savedModels.map(({ folder }) => folder)).toEqual([
    'Format-Serving/export/taxi/17',
    'Format-TFMA/17'
  ]);
  expect(savedModels[0].assets).toEqual([{ name: 'vocabulary', size: 3 }]);
});

it.each([
  [{ 'Format-Serving/model.pkl': 'x' }, 'Python pickle (scikit-learn and others)'],
  [{ 'Format-Serving/model.tflite': 'x' }, 'TensorFlow Lite'],
  [{ 'Format-Serving/weights': 'x' }, null]
])('tells the framework of %p', async (files, framework) => {
  expect(await decodeModel(textSource('Model', files), never)).toMatchObject({
    savedModels: [],
    framework
  });
});

it('says what is wrong with a broken one, and shows its files', async () => {
  const { savedModels } = await decodeModel(
    textSource('Model', {
      'Format-Serving/saved_model.pb': 'no message at all',
      'Format-Serving/variables/variables.index': 'x'
    }),
    never
  );
  expect(savedModels[0].graphs).toBeNull();
  expect(savedModels[0].problems).toEqual([
    expect.stringMatching(/^Format-Serving\/saved_model\.pb cannot be read as SavedModel: .*\.$/),
    expect.stringMatching(/^Format-Serving\/variables\/variables\.index cannot be read .*\.$/)
  ]);
  await expect(decodeModel(textSource('Model', {}), never)).rejects.toThrow(/^There are no files/);
});
