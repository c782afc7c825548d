import { serverPath } from '../server-path';

describe('serverPath', () => {
  it.each<[string, string, string | null]>([
    ['runs/a.csv', 'work/n.ipynb', 'work/runs/a.csv'],
    ['runs', 'n.ipynb', 'runs'],
    ['.', 'work/n.ipynb', 'work'],
    ['.', 'n.ipynb', ''],
    ['../a.py', 'work/n.ipynb', 'a.py'],
    ['../a.py', 'n.ipynb', null],
    ['/home/me/work/runs', 'work/n.ipynb', 'work/runs'],
    ['file:///home/me/work/a', 'work/n.ipynb', 'work/a'],
    ['/home/me', 'work/n.ipynb', ''],
    ['/home/meteor', 'work/n.ipynb', null],
    ['/tmp/a', 'work/n.ipynb', null],
    ['gs://bucket/a', 'work/n.ipynb', null]
  ])('takes %s beside %s to %s', (path, notebook, wanted) => {
    const cwd = notebook === 'n.ipynb' ? '/home/me' : '/home/me/work';
    expect(serverPath(path, notebook, cwd, '~')).toBe(wanted);
  });

  it('takes the server’s own root where no kernel tells', () => {
    expect(serverPath('/srv/a/b', 'n.ipynb', null, '/srv')).toBe('a/b');
    expect(serverPath('/srv/a/b', 'n.ipynb', null, '~/work')).toBeNull();
  });
});
