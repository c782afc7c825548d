/**
 * A comm on a connection that handles none.
 *
 * A connection that handles comms closes every comm that the kernel opens and that it has no target for: a second one
 * beside the person's own would close the comms of their widgets.
 */
import { KernelMessage } from '@jupyterlab/services';
import type { Kernel } from '@jupyterlab/services';
import type { JSONObject, JSONValue } from '@lumino/coreutils';
import { UUID } from '@lumino/coreutils';

/** What the client needs of a comm; JupyterLab's own has it too. */
export type IComm = Pick<
  Kernel.IComm,
  'onMsg' | 'onClose' | 'isDisposed' | 'open' | 'send' | 'close' | 'dispose'
>;

/** Sends by the connection's shell, or its subshell; listens to all that the kernel publishes. */
export class OwnComm implements IComm {
  constructor(
    private readonly _connection: Kernel.IKernelConnection,
    private readonly _target: string
  ) {
    _connection.iopubMessage.connect(this._onMessage, this);
  }

  onMsg: IComm['onMsg'] = () => undefined;
  onClose: IComm['onClose'] = () => undefined;

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  open(): Kernel.IShellFuture {
    const content = { comm_id: this._id, target_name: this._target, data: {} };
    return this._send(
      KernelMessage.createMessage<KernelMessage.ICommOpenMsg<'shell'>>({
        ...this._options(),
        msgType: 'comm_open',
        content
      })
    );
  }

  send(data: JSONValue): Kernel.IShellFuture {
    return this._send(
      KernelMessage.createMessage<KernelMessage.ICommMsgMsg<'shell'>>({
        ...this._options(),
        msgType: 'comm_msg',
        content: { comm_id: this._id, data: data as JSONObject }
      })
    );
  }

  close(): Kernel.IShellFuture {
    const future = this._send(
      KernelMessage.createMessage<KernelMessage.ICommCloseMsg<'shell'>>({
        ...this._options(),
        msgType: 'comm_close',
        content: { comm_id: this._id, data: {} }
      })
    );
    this.dispose();
    return future;
  }

  dispose(): void {
    this._isDisposed = true;
    this._connection.iopubMessage.disconnect(this._onMessage, this);
  }

  private _options() {
    const { username, clientId, subshellId } = this._connection;
    return { channel: 'shell', username, session: clientId, subshellId } as const;
  }

  private _send(message: KernelMessage.IShellMessage): Kernel.IShellFuture {
    return this._connection.sendShellMessage(message, false, true);
  }

  private _onMessage(_: unknown, message: KernelMessage.IIOPubMessage): void {
    if (KernelMessage.isCommMsgMsg(message)) {
      if (message.content.comm_id === this._id) {
        void this.onMsg(message);
      }
    } else if (KernelMessage.isCommCloseMsg(message) && message.content.comm_id === this._id) {
      this.dispose();
      void this.onClose(message);
    }
  }

  private readonly _id = UUID.uuid4();
  private _isDisposed = false;
}
