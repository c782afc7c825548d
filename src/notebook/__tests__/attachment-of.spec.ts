import { nullTranslator } from '@jupyterlab/translation';

import { attachmentOf, type IAttachmentFacts } from '../attachment-of';

const trans = nullTranslator.load('jupyterlab_tfx');
const ATTACHED: IAttachmentFacts = {
  isRead: true,
  isPython: true,
  usesTfx: true,
  kernel: { state: 'attached', sentence: '', command: null },
  tfx: { state: 'installed', version: '1.16.0' },
  executable: '/env/bin/python'
};

describe('attachmentOf', () => {
  it.each<[string, Partial<IAttachmentFacts>, string]>([
    ['a notebook that was not read yet', { isRead: false }, 'attaching'],
    ['another language', { isPython: false, usesTfx: false }, 'not-python'],
    ['no TFX in the notebook', { usesTfx: false }, 'no-tfx'],
    ['a kernel with TFX', {}, 'attached'],
    ['a kernel that has not told', { tfx: null }, 'attached'],
    ['a kernel without TFX', { tfx: { state: 'absent', version: null } }, 'missing-tfx'],
    [
      'no kernel any more',
      {
        tfx: { state: 'absent', version: null },
        kernel: { state: 'no-kernel', sentence: '', command: null }
      },
      'no-kernel'
    ]
  ])('tells of %s', (_, facts, state) => {
    expect(attachmentOf({ ...ATTACHED, ...facts }, trans).state).toBe(state);
  });

  it('names the interpreter that has no TFX, and what installs it there', () => {
    const { sentence, command } = attachmentOf(
      { ...ATTACHED, tfx: { state: 'absent', version: null } },
      trans
    );
    expect(sentence).toContain('/env/bin/python');
    expect(command).toBe('/env/bin/python -m pip install tfx');
  });
});
