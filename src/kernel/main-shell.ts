/** Whether the kernel's main shell, which runs the notebook's cells, is busy. */
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { ISignal } from '@lumino/signaling';

/**
 * Follows the main shell.
 *
 * `kernel.status` will not do: each message to a subshell turns it to idle while the cell still runs.
 */
export class MainShell implements IDisposable {
  constructor(kernel: Kernel.IKernelConnection) {
    this._busy = kernel.status === 'busy';
    kernel.iopubMessage.connect(this._onMessage, this);
  }

  get busy(): boolean {
    return this._busy;
  }

  get busyChanged(): ISignal<this, boolean> {
    return this._busyChanged;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  private _onMessage(_: Kernel.IKernelConnection, message: KernelMessage.IIOPubMessage): void {
    if (message.header.msg_type !== 'status') {
      return;
    }
    const parent = message.parent_header as Partial<KernelMessage.IHeader>;
    // What is asked on the control channel (an interrupt, a subshell) does not run in the main shell either.
    if (parent.subshell_id || !parent.msg_type || !MAIN_REQUESTS.has(parent.msg_type)) {
      return;
    }
    const state = (message as KernelMessage.IStatusMsg).content.execution_state;
    const busy = state === 'busy';
    if ((busy || state === 'idle') && busy !== this._busy) {
      this._busy = busy;
      this._busyChanged.emit(busy);
    }
  }

  private _busy: boolean;
  private _isDisposed = false;
  private readonly _busyChanged = new Signal<this, boolean>(this);
}

/** Requests that keep the main shell from the next cell. */
const MAIN_REQUESTS: ReadonlySet<string> = new Set(['execute_request', 'comm_msg', 'comm_open']);
