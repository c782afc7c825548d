/** Sees to it that there is a kernel before a plan begins. */
import type { ISessionContext } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

/** What is asked and told of a session. */
export type ISession = Pick<ISessionContext, 'hasNoKernel' | 'isTerminating' | 'startKernel'> & {
  readonly session: { readonly kernel: { readonly status: string } | null } | null;
};

/**
 * Starts a kernel where there is none, or asks a person for one, as running a cell does. That would then pass over the
 * cell where no kernel was chosen, as if it had run.
 *
 * @returns What stands in the way, in a sentence; null where cells can be run.
 */
export async function ensureKernel<T extends ISession>(
  sessionContext: T,
  dialogs: { selectKernel(context: T): Promise<void> } | undefined,
  trans: TranslationBundle
): Promise<string | null> {
  if (sessionContext.hasNoKernel && (await sessionContext.startKernel())) {
    await dialogs?.selectKernel(sessionContext);
  }
  if (sessionContext.hasNoKernel) {
    return trans.__('Nothing was run: the notebook has no kernel. Choose one, and try again.');
  }
  return sessionContext.isTerminating || sessionContext.session?.kernel?.status === 'dead'
    ? trans.__('Nothing was run: the kernel died. Restart it from the Kernel menu, and try again.')
    : null;
}
