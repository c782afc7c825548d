import { PageConfig } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';

import { openPath } from '../open-path';

const trans = nullTranslator.load('jupyterlab_tfx');
const contents = {
  get: (path: string) => Promise.resolve({ type: path.includes('.') ? 'file' : 'directory' })
} as unknown as Contents.IManager;

/** Commands that note what they were asked. */
function registry(...ids: string[]) {
  const commands = new CommandRegistry();
  const asked: unknown[] = [];
  ids.forEach(id => commands.addCommand(id, { execute: args => void asked.push([id, args.path]) }));
  return { commands, asked };
}

describe('openPath', () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  afterEach(() => open.mockClear());

  it('opens a file in the main area', async () => {
    const { commands, asked } = registry('docmanager:open', 'filebrowser:go-to-path');
    await openPath('a/b.py', null, contents, commands, trans);
    expect(asked).toEqual([['docmanager:open', 'a/b.py']]);
  });

  it('shows a folder in the file browser', async () => {
    const { commands, asked } = registry('docmanager:open', 'filebrowser:go-to-path');
    await openPath('a/b', null, contents, commands, trans);
    expect(asked).toEqual([['filebrowser:go-to-path', 'a/b']]);
    expect(open).not.toHaveBeenCalled();
  });

  it('shows a folder in a page of its own where there is no file browser', async () => {
    PageConfig.setOption('baseUrl', 'https://hub/user/me/');
    const { commands, asked } = registry('docmanager:open');
    await openPath('a/b c#', null, contents, commands, trans);
    expect(asked).toEqual([]);
    expect(open).toHaveBeenCalledWith('https://hub/user/me/tree/a/b%20c%23', '_blank', 'noopener');
  });
});
