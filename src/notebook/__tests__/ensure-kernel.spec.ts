import { nullTranslator } from '@jupyterlab/translation';

import { ensureKernel } from '../ensure-kernel';

const trans = nullTranslator.load('jupyterlab_tfx');

/** A session whose kernel starts, or has to be chosen. */
function session(status: string | null, mustSelect = false) {
  const made = {
    isTerminating: status === 'terminating',
    session: status === null ? null : { kernel: { status } },
    get hasNoKernel() {
      return made.session === null;
    },
    startKernel: jest.fn(async () => {
      made.session = mustSelect ? null : { kernel: { status: 'starting' } };
      return mustSelect;
    })
  };
  return made;
}

describe('ensureKernel', () => {
  it.each(['idle', 'busy', 'unknown'])('takes a kernel that is %s', async status => {
    const made = session(status);
    expect(await ensureKernel(made, undefined, trans)).toBeNull();
    expect(made.startKernel).not.toHaveBeenCalled();
  });

  it('starts one where there is none', async () => {
    const made = session(null);
    expect(await ensureKernel(made, undefined, trans)).toBeNull();
    expect(made.startKernel).toHaveBeenCalledTimes(1);
  });

  it('asks which one, once', async () => {
    const made = session(null, true);
    const selectKernel = jest.fn(async (asked: typeof made) => {
      asked.session = { kernel: { status: 'starting' } };
    });
    expect(await ensureKernel(made, { selectKernel }, trans)).toBeNull();
    expect(selectKernel).toHaveBeenCalledTimes(1);
  });

  it('says that there is none where the dialog was cancelled', async () => {
    const selectKernel = jest.fn(() => Promise.resolve());
    expect(await ensureKernel(session(null, true), { selectKernel }, trans)).toMatch(/no kernel/);
  });

  it.each(['dead', 'terminating'])('says that a kernel is %s', async status => {
    expect(await ensureKernel(session(status), undefined, trans)).toMatch(/Restart it/);
  });
});
