import { nullTranslator } from '@jupyterlab/translation';

import { inputWords } from '../input-words';

it('says what each component takes from which', () => {
  const edge = (from: string, to: string, output: string | null, input: string | null) => ({
    from,
    to,
    output,
    input
  });
  const words = inputWords(
    {
      edges: [
        edge('Gen', 'Stats', 'examples', 'examples'),
        edge('Gen', 'Trainer', 'examples', 'examples'),
        edge('Gen', 'Trainer', 'examples', 'eval'),
        edge('Stats', 'Trainer', null, 'statistics'),
        edge('Resolver', 'Trainer', null, null)
      ]
    },
    nullTranslator.load('jupyterlab_tfx')
  );
  expect([...words]).toEqual([
    ['Stats', 'examples from Gen'],
    ['Trainer', 'examples from Gen, statistics from Stats, after Resolver']
  ]);
});
