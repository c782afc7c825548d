/** The one silent execute that sets the kernel side up. */
import type { Kernel } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';

import { KernelFailure } from './failure';
import type { ILane } from './lane';
import { insist, within } from './within';

/** Imports the kernel side and lets it attach. It binds no name in the person's namespace, and never imports TFX. */
const ATTACH = "__import__('jupyterlab_tfx.kernel', fromlist=['attach']).attach()";
const EXECUTABLE = "__import__('sys').executable";

/** Milliseconds after which a kernel that starts is asked again what it is. */
const PAUSE = 5000;

/**
 * Waits until a kernel that starts has said a word: before, it does not even say whether it has subshells.
 *
 * Its state will not do. JupyterLab may miss what a kernel says as it starts, takes no state from what follows a
 * `kernel_info_request` (one of jupyter_server's `untracked_message_types`), and then says "unknown" until the first
 * cell runs. An answer is as good.
 */
export async function started(kernel: Kernel.IKernelConnection): Promise<void> {
  const isStarting = (): boolean =>
    !kernel.isDisposed && (kernel.status === 'unknown' || kernel.status === 'starting');
  const heard = new PromiseDelegate<void>();
  const look = (): void => {
    if (!isStarting()) {
      heard.resolve();
    }
  };
  const ask = async (): Promise<void> => {
    if (await kernel.requestKernelInfo()) {
      heard.resolve();
    }
  };
  kernel.statusChanged.connect(look);
  try {
    let answered = false;
    while (isStarting() && !answered) {
      void ask().catch(() => undefined);
      answered = await within(PAUSE, heard.promise).then(
        () => true,
        () => false
      );
    }
  } finally {
    kernel.statusChanged.disconnect(look);
  }
}

/**
 * Sets the kernel side up: idle, the kernel does it where it runs cells; busy, beside the cell.
 *
 * @throws KernelFailure of kind `missing-package` (with the interpreter that misses it) or `error`; TimeoutError.
 */
export function setUp(kernel: Kernel.IKernelConnection, lane: ILane): Promise<void> {
  const connection = kernel.status === 'idle' ? kernel : lane.connection;
  return insist(
    () => attachKernelSide(connection),
    () => lane.answersWhileBusy || kernel.status !== 'busy'
  );
}

/** How often it is asked where a cell that fails takes the request along: all that waits behind it is dropped. */
const TRIES = 5;

/** Where the kernel side is there already, nothing happens. */
async function attachKernelSide(connection: Kernel.IKernelConnection): Promise<void> {
  let reply = await execute(connection, ATTACH);
  for (let tries = 1; isDropped(reply.status) && tries < TRIES; tries++) {
    reply = await execute(connection, ATTACH);
  }
  if (reply.status === 'ok') {
    return;
  }
  if (reply.status === 'error') {
    const { ename, evalue } = reply;
    if (ename === 'ModuleNotFoundError' && /['"]jupyterlab_tfx(\.kernel)?['"]/.test(evalue)) {
      throw new KernelFailure('missing-package', '', await executable(connection));
    }
    throw new KernelFailure('error', `${ename}: ${evalue}`);
  }
  throw new KernelFailure('dropped', '');
}

const isDropped = (status: string): boolean => status !== 'ok' && status !== 'error';

/** Path of the kernel's Python; null where it does not tell. */
async function executable(connection: Kernel.IKernelConnection): Promise<string | null> {
  const reply = await execute(connection, '', { path: EXECUTABLE });
  const path = reply.status === 'ok' ? (reply.user_expressions.path as unknown) : null;
  const text = (path as { data?: Record<string, unknown> } | null)?.data?.['text/plain'];
  return typeof text === 'string' ? text.replace(/^'|'$/g, '') : null;
}

async function execute(
  connection: Kernel.IKernelConnection,
  code: string,
  expressions: Record<string, string> = {}
) {
  const future = connection.requestExecute({
    code,
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: expressions
  });
  return (await future.done).content;
}
