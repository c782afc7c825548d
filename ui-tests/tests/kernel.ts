/** What the browser tests ask a kernel. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

/** Target of the kernel side's comm. */
const TARGET = 'jupyterlab_tfx';

/** What the kernel has: comms of the kernel side, and the count that the next execution would get. */
export function kernelState(
  page: IJupyterLabPageFixture
): Promise<{ comms: number; executionCount: number }> {
  return page.evaluate(async target => {
    interface IKernel {
      requestCommInfo(content: { target_name?: string }): Promise<{
        content: { comms?: Record<string, { target_name: string }> };
      }>;
      requestExecute(content: {
        code: string;
        silent: boolean;
        store_history: boolean;
        user_expressions: Record<string, string>;
      }): {
        done: Promise<{
          content: {
            user_expressions?: Record<string, { data?: Record<string, string> }>;
          };
        }>;
      };
    }
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: { session: { kernel: IKernel } };
    };
    const { kernel } = sessionContext.session;
    const info = await kernel.requestCommInfo({});
    // Silent: it does not count itself.
    const reply = await kernel.requestExecute({
      code: '',
      silent: true,
      store_history: false,
      user_expressions: { count: 'get_ipython().execution_count' }
    }).done;
    return {
      comms: Object.values(info.content.comms ?? {}).filter(comm => comm.target_name === target)
        .length,
      executionCount: Number(reply.content.user_expressions?.count.data?.['text/plain'])
    };
  }, TARGET);
}
