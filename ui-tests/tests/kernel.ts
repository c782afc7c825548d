/** What the browser tests ask a kernel. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';

/** Target of the kernel side's comm. */
const TARGET = 'jupyterlab_tfx';

interface IKernelState {
  /** Comms of the kernel side. */
  readonly comms: number;
  /** Subshells: one for each window that is attached. */
  readonly subshells: number;
  /** The count that the next execution would get. */
  readonly executionCount: number;
}

/** What the kernel has. It is asked again where JupyterLab missed the answer, as it may on a new connection. */
export async function kernelState(page: IJupyterLabPageFixture): Promise<IKernelState> {
  for (let tries = 0; tries < 6; tries++) {
    const state = await Promise.race([
      askKernel(page),
      new Promise<null>(resolve => setTimeout(resolve, 10_000, null))
    ]);
    if (state !== null) {
      return state;
    }
  }
  throw new Error('The kernel answers nothing.');
}

function askKernel(page: IJupyterLabPageFixture): Promise<IKernelState> {
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
      user_expressions: {
        count: 'get_ipython().execution_count',
        subshells: 'len(get_ipython().kernel.shell_channel_thread.manager.list_subshell())'
      }
    }).done;
    const number = (name: string): number =>
      Number(reply.content.user_expressions?.[name].data?.['text/plain']);
    return {
      comms: Object.values(info.content.comms ?? {}).filter(comm => comm.target_name === target)
        .length,
      subshells: number('subshells'),
      executionCount: number('count')
    };
  }, TARGET);
}
