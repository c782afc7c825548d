/** Verdicts, as Evaluator and InfraValidator leave them. */
import { textSource } from '../../__tests__/text-source';
import { decodeBlessing } from '../decode';

it('reads what Evaluator writes', async () => {
  const source = textSource(
    'ModelBlessing',
    { NOT_BLESSED: '' },
    {
      blessed: 0,
      current_model: '/r/Trainer/model/6',
      current_model_id: 6,
      baseline_model: '/r/Trainer/model/2',
      baseline_model_id: 2,
      name: 'blessing'
    },
    '/r/Evaluator/blessing/9'
  );
  expect(await decodeBlessing(source)).toEqual({
    by: 'evaluator',
    verdict: 'not-blessed',
    disputed: false,
    model: { uri: '/r/Trainer/model/6', id: 6 },
    baseline: { uri: '/r/Trainer/model/2', id: 2 },
    message: null,
    validation: null,
    stamped: false,
    evaluation: '/r/Evaluator/evaluation/9',
    others: { name: 'blessing' }
  });
});

it('reads what InfraValidator writes', async () => {
  const source = textSource('InfraBlessing', { INFRA_BLESSED: '' }, { blessed: 1, has_model: 1 });
  expect(await decodeBlessing(source)).toMatchObject({
    by: 'infra-validator',
    verdict: 'blessed',
    stamped: true,
    evaluation: null
  });
});

it('takes the property where there is no file, and says where they differ', async () => {
  const verdict = async (files: Record<string, string>, properties: Record<string, number>) => {
    const blessing = await decodeBlessing(textSource('ModelBlessing', files, properties));
    return [blessing.verdict, blessing.disputed];
  };
  expect(await verdict({}, {})).toEqual(['none', false]);
  expect(await verdict({}, { blessed: 1 })).toEqual(['blessed', false]);
  expect(await verdict({}, { blessed: 0 })).toEqual(['not-blessed', false]);
  expect(await verdict({ BLESSED: '' }, {})).toEqual(['blessed', false]);
  expect(await verdict({ BLESSED: '' }, { blessed: 0 })).toEqual(['blessed', true]);
});
