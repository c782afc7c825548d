import { KernelMessage } from '@jupyterlab/services';
import type { Kernel } from '@jupyterlab/services';
import { KernelMock } from '@jupyterlab/services/lib/testutils';
import { Signal } from '@lumino/signaling';

import { MainShell } from '../main-shell';
import { KernelWaker } from '../waker';

/** A kernel that is idle and connected, and whose messages a test makes up. */
function kernel() {
  const mock = new KernelMock({});
  const anyMessage = new Signal<Kernel.IKernelConnection, Kernel.IAnyMessageArgs>(mock);
  const requestKernelInfo = jest.fn(() => Promise.resolve(undefined));
  Object.assign(mock, { anyMessage, requestKernelInfo, connectionStatus: 'connected' });
  const shell = new MainShell(mock);
  const send = (subshell?: string): KernelMessage.IHeader => {
    const msg = KernelMessage.createMessage<KernelMessage.IExecuteRequestMsg>({
      channel: 'shell',
      msgType: 'execute_request',
      session: 's',
      subshellId: subshell,
      content: { code: '1' }
    });
    anyMessage.emit({ msg, direction: 'send' });
    return msg.header;
  };
  const say = (state: 'busy' | 'idle', parent: KernelMessage.IHeader) => {
    const msg = KernelMessage.createMessage<KernelMessage.IStatusMsg>({
      channel: 'iopub',
      msgType: 'status',
      session: 's',
      content: { execution_state: state }
    });
    const answer = { ...msg, parent_header: parent };
    anyMessage.emit({ msg: answer, direction: 'recv' });
    (mock.iopubMessage as Signal<Kernel.IKernelConnection, KernelMessage.IIOPubMessage>).emit(
      answer
    );
  };
  return { mock, shell, asked: requestKernelInfo, send, say };
}

describe('KernelWaker', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('asks an idle kernel until it notices the cell', () => {
    const { mock, shell, asked, send, say } = kernel();
    new KernelWaker(mock, shell);
    const cell = send();
    jest.advanceTimersByTime(1999);
    expect(asked).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2001);
    expect(asked).toHaveBeenCalledTimes(2);
    say('busy', cell);
    say('idle', cell);
    jest.advanceTimersByTime(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('lets a kernel alone that runs another cell, or is told nothing of cells', () => {
    const { mock, shell, asked, send, say } = kernel();
    new KernelWaker(mock, shell);
    const first = send();
    say('busy', first);
    const second = send();
    send('a subshell');
    jest.advanceTimersByTime(60_000);
    expect(asked).not.toHaveBeenCalled();
    say('idle', first);
    jest.advanceTimersByTime(2000);
    expect(asked).toHaveBeenCalledTimes(1);
    say('busy', second);
    say('idle', second);
    jest.advanceTimersByTime(60_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('gives up a cell that was lost on the way', () => {
    const { mock, shell, asked, send } = kernel();
    new KernelWaker(mock, shell);
    send();
    jest.advanceTimersByTime(600_000);
    expect(asked).toHaveBeenCalledTimes(10);
  });

  it('asks neither a new process, nor once it is disposed of', () => {
    const { mock, shell, asked, send } = kernel();
    const waker = new KernelWaker(mock, shell);
    send();
    (mock.statusChanged as Signal<Kernel.IKernelConnection, Kernel.Status>).emit('restarting');
    jest.advanceTimersByTime(60_000);
    send();
    waker.dispose();
    send();
    jest.advanceTimersByTime(60_000);
    expect(asked).not.toHaveBeenCalled();
    expect(waker.isDisposed).toBe(true);
  });
});
