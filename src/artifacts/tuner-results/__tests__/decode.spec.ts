/** A tuner's trials, as TFX writes them. */
import { parallelLayout } from '../../../charts/parallel-layout';
import { textSource } from '../../__tests__/text-source';
import { decodeTunerResults } from '../decode';
import { trialAxes } from '../trial-axes';

async function decode(text: string): ReturnType<typeof decodeTunerResults> {
  return decodeTunerResults(textSource('TunerResults', { 'tuner_results.json': text }));
}

const TRIALS = `[
  {"trial_id": "02", "score": 0.9, "units": 64, "rate": 1e-05, "opt": "sgd", "momentum": 0.5, "epochs": 5},
  {"trial_id": "00", "score": 0.8, "units": 16, "rate": 0.1, "opt": "adam", "epochs": 5},
  {"trial_id": "01", "score": NaN, "units": 32, "rate": 0.001, "opt": "adam", "epochs": 5}]`;

it('reads the best first', async () => {
  const { trials, names } = await decode(TRIALS);
  expect(names).toEqual(['units', 'rate', 'opt', 'momentum', 'epochs']);
  expect(trials.map(({ rank, id, score }) => [rank, id, score])).toEqual([
    [1, '02', 0.9],
    [2, '00', 0.8],
    [3, '01', NaN]
  ]);
  expect(trials[1].values).toEqual(
    new Map<string, unknown>([
      ['units', 16],
      ['rate', 0.1],
      ['opt', 'adam'],
      ['epochs', 5]
    ])
  );
});

it('draws what differs, with a place for what is not there', async () => {
  const data = trialAxes(await decode(TRIALS), 'score');
  expect(data.axes.map(axis => [axis.name, axis.kind, axis.kind === 'number' && axis.log])).toEqual(
    [
      ['units', 'number', false],
      ['rate', 'number', true],
      ['opt', 'words', false],
      ['momentum', 'number', false],
      ['score', 'number', false]
    ]
  );
  expect(data.lines.map(({ strength }) => strength)).toEqual([1, 0.5, 0]);
  const { axes, lines, bottom } = parallelLayout(data, { width: 100, height: 200 });
  expect(axes.map(({ x }) => x)).toEqual([52, 136, 220, 304, 388]);
  expect(lines[1][3]).toBeGreaterThan(bottom);
  expect(lines.flat().every(Number.isFinite)).toBe(true);
});

it.each(['', '{}', '"x"'])('refuses %j with a sentence', async text => {
  await expect(decode(text)).rejects.toThrow(/^tuner_results\.json .*\.$/);
});

it('passes over what is no trial', async () => {
  const { trials } = await decode('[1, null, {"score": "x"}, []]');
  expect(trials).toEqual([{ rank: 1, id: '', score: null, values: new Map() }]);
});
