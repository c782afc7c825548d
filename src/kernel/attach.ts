/** The one silent execute that sets the kernel side up. */
import type { Kernel } from '@jupyterlab/services';

import { KernelFailure } from './failure';

/** Imports the kernel side and lets it attach. It binds no name in the person's namespace, and never imports TFX. */
const ATTACH = "__import__('jupyterlab_tfx.kernel', fromlist=['attach']).attach()";
const EXECUTABLE = "__import__('sys').executable";

/**
 * Sets the kernel side up; where it is there already, nothing happens.
 *
 * @throws KernelFailure of kind `missing-package` (with the interpreter that misses it) or `error`.
 */
export async function attachKernelSide(connection: Kernel.IKernelConnection): Promise<void> {
  const reply = await execute(connection, ATTACH);
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
  throw new KernelFailure('error', 'The kernel dropped the request. Try again.');
}

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
