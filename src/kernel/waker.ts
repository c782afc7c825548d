/** Wakes a kernel that has not noticed a cell. */
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';

import type { MainShell } from './main-shell';

/** Milliseconds for which the main shell may be idle with a cell before it. */
const PATIENCE = 2000;
/** How often the kernel is asked: what it has not noticed then was lost on the way. */
const TRIES = 10;

/**
 * Asks a kernel what it is while its main shell is idle although it was asked to execute something.
 *
 * ipykernel 7.0 to 7.3, which are the last for Python 3.10, answer on the socket that their stream reads from
 * (`SubshellManager._send_on_shell_channel`, mended in ipython/ipykernel#1529). A request that comes at that moment
 * waits in the socket until another one comes.
 */
export class KernelWaker implements IDisposable {
  constructor(
    private readonly _kernel: Kernel.IKernelConnection,
    private readonly _shell: MainShell
  ) {
    _kernel.anyMessage.connect(this._onMessage, this);
    _kernel.statusChanged.connect(this._onStatus, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    this._rest();
    Signal.clearData(this);
  }

  private _onMessage(_: unknown, { msg, direction }: Kernel.IAnyMessageArgs): void {
    if (direction === 'send') {
      // What a subshell is asked is asked again by who asks it.
      const { msg_id, msg_type, subshell_id } = msg.header;
      if (msg_type === 'execute_request' && !subshell_id) {
        this._unnoticed.add(msg_id);
        this._left = TRIES;
        this._timer ??= setInterval(() => this._wake(), PATIENCE);
      }
    } else if (this._unnoticed.size > 0) {
      const { msg_id } = msg.parent_header as Partial<KernelMessage.IHeader>;
      if (msg_id !== undefined && this._unnoticed.delete(msg_id) && this._unnoticed.size === 0) {
        this._rest();
      }
    }
  }

  /** Another process, or none, knows nothing of what this one was asked. */
  private _onStatus(_: unknown, status: Kernel.Status): void {
    if (status !== 'idle' && status !== 'busy' && status !== 'unknown') {
      this._rest();
    }
  }

  private _wake(): void {
    if (this._shell.busy || this._kernel.connectionStatus !== 'connected') {
      return;
    }
    if (this._left-- > 0) {
      this._kernel.requestKernelInfo().catch(() => undefined);
    } else {
      this._rest();
    }
  }

  private _rest(): void {
    clearInterval(this._timer ?? undefined);
    this._timer = null;
    this._unnoticed.clear();
  }

  /** Ids of requests of which the kernel has said nothing yet. */
  private readonly _unnoticed = new Set<string>();
  private _left = TRIES;
  private _timer: ReturnType<typeof setInterval> | null = null;
  private _isDisposed = false;
}
