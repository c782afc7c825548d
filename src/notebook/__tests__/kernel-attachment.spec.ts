import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import { nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { fakeKernel } from '../../kernel/__tests__/fake-kernel-side';
import { KernelAttachment } from '../kernel-attachment';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

it('is attached once the kernel is idle, where it did not answer beside its cell', async () => {
  // As often as it is asked while the cell runs.
  const { kernel } = fakeKernel({ lost: 7 });
  Object.assign(kernel, { anyMessage: new Signal<object, Kernel.IAnyMessageArgs>(kernel) });
  const statusChanged = new Signal<object, Kernel.Status>({});
  const sessionContext = {
    session: { kernel },
    kernelDisplayStatus: 'busy',
    kernelChanged: new Signal<object, void>({}),
    statusChanged,
    connectionStatusChanged: new Signal<object, void>({})
  } as unknown as ISessionContext;
  const onFacts = jest.fn();
  const attachment = new KernelAttachment({
    sessionContext,
    trans: nullTranslator.load('jupyterlab_tfx'),
    onFacts,
    onEvent: () => undefined
  });
  attachment.wanted = true;
  await jest.advanceTimersByTimeAsync(30_000);
  expect(attachment.attachment).toMatchObject({
    state: 'error',
    sentence: 'The kernel does not answer. Try again when its cell has ended.'
  });
  statusChanged.emit('busy');
  await jest.advanceTimersByTimeAsync(30_000);
  expect(attachment.attachment.state).toBe('error');
  statusChanged.emit('idle');
  await jest.advanceTimersByTimeAsync(1000);
  expect(attachment.attachment).toEqual({ state: 'attached', sentence: '', command: null });
  expect(onFacts).toHaveBeenCalledTimes(1);
  attachment.dispose();
});
