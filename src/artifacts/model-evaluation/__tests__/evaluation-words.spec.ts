/** What figures are called. */
import { nullTranslator } from '@jupyterlab/translation';

import { evaluationOf } from '../../../metrics/__tests__/fixture';
import { figureWords, tellingOf } from '../evaluation-words';

const trans = nullTranslator.load('jupyterlab_tfx');

it('says which figures are averages over outputs', async () => {
  const { columns } = (await evaluationOf('predictions/outputs')).metrics;
  const telling = tellingOf(columns);
  const words = columns.map(key => figureWords(key, telling, trans));
  expect(words.filter(each => each.includes('over outputs')).sort()).toEqual([
    'calibration, average over outputs',
    'calibration, average over outputs, weighted',
    'mean_label, average over outputs',
    'mean_label, average over outputs, weighted',
    'mean_prediction, average over outputs',
    'mean_prediction, average over outputs, weighted'
  ]);
  expect(words).toContain('calibration, output mass');
  // Of an evaluation without outputs, none is an average.
  const [key] = columns.filter(({ output }) => output === '');
  expect(figureWords(key, tellingOf([key]), trans)).toBe(key.name);
});
