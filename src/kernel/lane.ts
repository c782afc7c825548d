/**
 * A way to the kernel that stays open while a cell runs.
 *
 * Where the kernel has subshells (JEP 91; ipykernel 7 and later) it is a second connection whose every message goes to
 * a subshell of its own. Where it has none it is the person's own connection, and answers come after the cell.
 */
import { KernelMessage } from '@jupyterlab/services';
import type { Kernel } from '@jupyterlab/services';

import { OwnComm } from './own-comm';
import type { IComm } from './own-comm';
import { within } from './within';

/** Milliseconds in which a kernel that is not busy tells what it can do. */
const INFO_TIMEOUT = 1000;
/** Milliseconds in which a kernel with subshells makes one, busy or not. */
const SUBSHELL_TIMEOUT = 5000;

/** A connection to talk over. Disposing of it leaves the person's own connection as it was. */
export interface ILane {
  readonly connection: Kernel.IKernelConnection;
  /** False where answers wait for the running cell. */
  readonly answersWhileBusy: boolean;
  /** Makes a comm, which is not open yet. */
  makeComm(target: string): IComm;
  /** From here on what is sent goes to the main shell, which outlives the lane's subshell. */
  leaveSubshell(): void;
  /** @param alive - False where the kernel process is gone, and its subshell with it. */
  dispose(alive: boolean): void;
}

/** Opens the lane to a kernel. It does not fail: the last resort is the connection that there is. */
export async function openLane(kernel: Kernel.IKernelConnection): Promise<ILane> {
  const subshell = await createSubshell(kernel);
  if (subshell === null) {
    return {
      connection: kernel,
      answersWhileBusy: false,
      makeComm: target => kernel.createComm(target),
      leaveSubshell: () => undefined,
      dispose: () => undefined
    };
  }
  const connection = kernel.clone({ handleComms: false });
  // Before the socket is open, so that even the connection's own first request is answered beside a running cell.
  connection.subshellId = subshell;
  return {
    connection,
    answersWhileBusy: true,
    makeComm: target => new OwnComm(connection, target),
    leaveSubshell: () => {
      connection.subshellId = null;
    },
    dispose: alive => {
      // Its connection deletes the subshell that it has when it is disposed of.
      connection.subshellId = alive && connection.supportsSubshells ? subshell : null;
      connection.dispose();
    }
  };
}

/** The new subshell's id; null where the kernel has none. */
async function createSubshell(kernel: Kernel.IKernelConnection): Promise<string | null> {
  // A busy kernel answers this only after the cell; then it is asked for a subshell all the same.
  const info = await within(INFO_TIMEOUT, kernel.info).catch(() => null);
  if (info !== null && !kernel.supportsSubshells) {
    return null;
  }
  const message = KernelMessage.createMessage<KernelMessage.ICreateSubshellRequestMsg>({
    msgType: 'create_subshell_request',
    channel: 'control',
    username: kernel.username,
    session: kernel.clientId,
    content: {}
  });
  try {
    const future = kernel.sendControlMessage<'create_subshell_request'>(message, true);
    const reply = await within(SUBSHELL_TIMEOUT, future.done);
    const content = (reply as KernelMessage.IControlMessage | undefined)?.content as
      { readonly status?: unknown; readonly subshell_id?: unknown } | undefined;
    return content?.status === 'ok' && typeof content.subshell_id === 'string'
      ? content.subshell_id
      : null;
  } catch {
    return null;
  }
}
