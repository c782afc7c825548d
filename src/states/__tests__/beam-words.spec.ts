/** Beam runners in words. */
import { nullTranslator } from '@jupyterlab/translation';

import type { BeamChoice } from '../../protocol';
import { beamRunWords, choiceWords } from '../beam-words';

const trans = nullTranslator.load('jupyterlab_tfx');

it.each([
  ['direct', {}, 'Direct, in the kernel’s memory'],
  ['direct', { mode: 'multi_processing', workers: '2' }, 'Direct, 2 processes'],
  ['direct', { mode: 'multi_processing', workers: '1' }, 'Direct, 1 process'],
  ['direct', { mode: 'multi_threading', workers: '0' }, 'Direct, a thread for each processor'],
  ['prism', {}, 'Prism'],
  ['flink', { endpoint: 'localhost:8099' }, 'Flink at localhost:8099'],
  ['spark', { master: 'local[2]' }, 'Spark at local[2]'],
  ['dataflow', { project: 'p', region: 'r' }, 'Dataflow, p in r']
] as const)('says of %s %j: %s', (runner, options, words) => {
  expect(choiceWords({ runner, options }, trans)).toBe(words);
});

it('says who chose where a run’s jobs ran', () => {
  const choice: BeamChoice = { runner: 'flink', options: { endpoint: 'a:1' } };
  expect(beamRunWords({ origin: 'none', choice: null, arguments: [] }, trans)).toBe(
    'in the kernel: Direct'
  );
  expect(beamRunWords({ origin: 'choice', choice, arguments: [] }, trans)).toBe(
    'Flink at a:1, as chosen here'
  );
  const given = ['--runner', 'my.module.Runner', '--job_endpoint=b:2'];
  expect(beamRunWords({ origin: 'cell', choice: null, arguments: given }, trans)).toBe(
    'Runner at b:2, as its cell says'
  );
  expect(
    beamRunWords({ origin: 'context', choice: null, arguments: ['--direct_num_workers=2'] }, trans)
  ).toBe('Direct, as the context says');
});
