/** Hyperparameters, as KerasTuner writes them. */
import { textSource } from '../../__tests__/text-source';
import { placeOf } from '../compute-place';
import { decodeHyperParameters } from '../decode';
import type { SearchSpace } from '../hyper-parameters';
import { hyperText } from '../hyper-parameters';

/** What `HyperParameters.get_config()` of KerasTuner 1.4.8 gives. */
const CONFIG = `{"space": [
  {"class_name": "Int", "config": {"name": "units", "default": 32, "conditions": [],
    "min_value": 16, "max_value": 64, "step": 16, "sampling": "linear"}},
  {"class_name": "Choice", "config": {"name": "opt", "default": "adam", "conditions": [],
    "values": ["adam", "sgd"], "ordered": false}},
  {"class_name": "Boolean", "config": {"name": "bn", "default": false, "conditions": []}},
  {"class_name": "Fixed", "config": {"name": "epochs", "conditions": [], "value": 5}},
  {"class_name": "Float", "config": {"name": "momentum", "default": 0.0, "conditions":
    [{"class_name": "Parent", "config": {"name": "opt", "values": ["sgd"]}}],
    "min_value": 0.0, "max_value": 0.9, "step": null, "sampling": "linear"}}],
  "values": {"units": 64, "opt": "adam", "bn": true, "epochs": 5, "tuner/trial_id": "03"}}`;

async function decode(text: string): ReturnType<typeof decodeHyperParameters> {
  return decodeHyperParameters(textSource('HyperParameters', { 'best_hyperparameters.txt': text }));
}

it('reads values with their search space', async () => {
  const space = { kind: 'range', whole: true, min: 16, max: 64, step: 16, sampling: 'linear' };
  expect(await decode(CONFIG)).toEqual([
    { name: 'units', value: 64, space, initial: 32, conditions: [] },
    {
      name: 'opt',
      value: 'adam',
      space: { kind: 'choice', values: ['adam', 'sgd'], ordered: false },
      initial: 'adam',
      conditions: []
    },
    {
      name: 'bn',
      value: true,
      space: { kind: 'choice', values: [false, true], ordered: false },
      initial: false,
      conditions: []
    },
    { name: 'epochs', value: 5, space: { kind: 'fixed' }, initial: undefined, conditions: [] },
    {
      name: 'momentum',
      value: undefined,
      space: { kind: 'range', whole: false, min: 0, max: 0.9, step: null, sampling: 'linear' },
      initial: 0,
      conditions: [{ name: 'opt', values: ['sgd'] }]
    },
    { name: 'tuner/trial_id', value: '03', space: null, initial: undefined, conditions: [] }
  ]);
});

it('reads other objects as values', async () => {
  expect(await decode('{"rate": NaN, "layers": [8, 4]}')).toMatchObject([
    { name: 'rate', value: NaN },
    { name: 'layers', value: '[8,4]' }
  ]);
});

it.each(['', '[]', '3', 'null', '{"space": 5'])('refuses %j with a sentence', async text => {
  await expect(decode(text)).rejects.toThrow(/^best_hyperparameters\.txt .*\.$/);
});

it.each(['{"space": 5}', '{"space": [3, null, {"config": {}}], "values": []}', '{}'])(
  'finds nothing in %j',
  async text => {
    expect(await decode(text)).toEqual([]);
  }
);

const range = (over: Partial<SearchSpace & { kind: 'range' }>): SearchSpace => ({
  kind: 'range',
  whole: false,
  min: 1,
  max: 100,
  step: null,
  sampling: 'linear',
  ...over
});

it.each([
  [1, range({}), { share: 0, edge: 'low' }],
  [50.5, range({}), { share: 0.5, edge: null }],
  [10, range({ sampling: 'log' }), { share: 0.5, edge: null }],
  [91, range({ sampling: 'reverse_log' }), { share: 0.5, edge: null }],
  [96, range({ step: 19 }), { share: 95 / 99, edge: 'high' }],
  [64, range({ step: 2, sampling: 'log' }), { share: Math.log(64) / Math.log(100), edge: 'high' }],
  [101, range({}), null],
  [3, { kind: 'choice', values: [1, 2, 3], ordered: true } as const, { share: 1, edge: 'high' }],
  [3, { kind: 'choice', values: [1, 2, 3], ordered: false } as const, null],
  [NaN, range({}), null],
  ['a', range({}), null]
])('%p is at its place', (value, space, place) => {
  const found = placeOf(value, space);
  expect(found?.edge).toBe(place?.edge);
  expect(found?.share ?? -1).toBeCloseTo(place?.share ?? -1, 9);
});

it.each([
  [0.001, '0.001'],
  [1.23456789e-7, '1.2346e-7'],
  [1e-6, '1e-6'],
  [64, '64'],
  [1 / 3, '0.333333'],
  [NaN, 'NaN'],
  [undefined, '–']
])('%p is written %s', (value, text) => {
  expect(hyperText(value)).toBe(text);
});
