import { mayHoldComponent } from '../tfx-text';

describe('mayHoldComponent', () => {
  it.each([
    'context.run(trainer)',
    'context.run (\n    trainer)',
    'gen = tfx.components.CsvExampleGen(input_base=DATA)',
    '# The data\nEPOCHS = 3\nstats = StatisticsGen(\n    examples=gen)',
    'if True:\n    other = tfx.dsl.Resolver(\n'
  ])('is true for %j', source => expect(mayHoldComponent(source)).toBe(true));

  it.each([
    '',
    'EPOCHS = 3',
    'from tfx import v1 as tfx',
    'print(context.show(stats))',
    'def run(x):\n    return x',
    '!python run.py'
  ])('is false for %j', source => expect(mayHoldComponent(source)).toBe(false));
});
