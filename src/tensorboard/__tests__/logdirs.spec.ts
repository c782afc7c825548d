import { nullTranslator } from '@jupyterlab/translation';

import { boardTitle, logdirName, logdirsKey } from '../logdirs';

const trans = nullTranslator.load('jupyterlab_tfx');
const [one, two, three] = ['runs/1', 'runs/2/', 'gs://bucket/runs/3'].map(uri => ({
  uri,
  name: ''
}));

describe('logdirsKey', () => {
  it('is one for the same set, in whatever order and under whatever names', () => {
    expect(logdirsKey([two, one])).toBe(logdirsKey([{ uri: 'runs/1/', name: 'mine' }, two]));
    expect(logdirsKey([one])).not.toBe(logdirsKey([one, two]));
  });

  it('does not take two folders for one whose name has a comma', () => {
    expect(logdirsKey([{ uri: 'a","b', name: '' }])).not.toBe(
      logdirsKey(['a', 'b'].map(uri => ({ uri, name: '' })))
    );
  });
});

describe('boardTitle', () => {
  it('names two folders, and counts the rest', () => {
    expect(boardTitle([one], trans)).toBe('TensorBoard: 1');
    expect(boardTitle([{ uri: 'x', name: 'Trainer 4' }, two], trans)).toBe(
      'TensorBoard: Trainer 4, 2'
    );
    expect(boardTitle([one, two, three], trans)).toBe('TensorBoard: 1, 2 and 1 more');
  });

  it('names the root', () => {
    expect(logdirName({ uri: '/', name: '' })).toBe('/');
  });
});
