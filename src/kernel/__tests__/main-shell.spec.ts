import { KernelMessage } from '@jupyterlab/services';
import type { Kernel } from '@jupyterlab/services';
import { KernelMock } from '@jupyterlab/services/lib/testutils';
import type { Signal } from '@lumino/signaling';

import { MainShell } from '../main-shell';

type State = KernelMessage.IStatusMsg['content']['execution_state'];

/** A kernel that says what state it is in, for which request. */
function kernel() {
  const mock = new KernelMock({});
  const iopub = mock.iopubMessage as Signal<Kernel.IKernelConnection, KernelMessage.IIOPubMessage>;
  const say = (state: State, parent: Partial<KernelMessage.IHeader> & { subshell_id?: string }) => {
    const message = KernelMessage.createMessage<KernelMessage.IStatusMsg>({
      channel: 'iopub',
      msgType: 'status',
      session: 's',
      content: { execution_state: state }
    });
    iopub.emit({ ...message, parent_header: parent as KernelMessage.IHeader });
  };
  return { mock, say };
}

const CELL = { msg_type: 'execute_request' } as const;

describe('MainShell', () => {
  it('begins as the kernel is', () => {
    const { mock } = kernel();
    expect(new MainShell(mock).busy).toBe(false);
    Object.assign(mock, { status: 'busy' });
    expect(new MainShell(mock).busy).toBe(true);
  });

  it('follows cells, and tells of changes only', () => {
    const { mock, say } = kernel();
    const shell = new MainShell(mock);
    const seen: boolean[] = [];
    shell.busyChanged.connect((_, busy) => seen.push(busy));
    say('busy', CELL);
    say('busy', CELL);
    say('starting', CELL);
    say('idle', CELL);
    say('idle', CELL);
    expect(seen).toEqual([true, false]);
  });

  it.each([
    ['a subshell', { msg_type: 'comm_msg', subshell_id: 'sub' } as const],
    ['an interrupt', { msg_type: 'interrupt_request' } as const],
    ['no request at all', {}]
  ])('stays busy through %s', (_, parent) => {
    const { mock, say } = kernel();
    const shell = new MainShell(mock);
    say('busy', CELL);
    say('busy', parent);
    say('idle', parent);
    expect(shell.busy).toBe(true);
  });

  it('tells nothing once it is disposed of', () => {
    const { mock, say } = kernel();
    const shell = new MainShell(mock);
    const seen = jest.fn();
    shell.busyChanged.connect(seen);
    shell.dispose();
    say('busy', CELL);
    expect(seen).not.toHaveBeenCalled();
    expect([shell.isDisposed, shell.busy]).toEqual([true, false]);
  });
});
