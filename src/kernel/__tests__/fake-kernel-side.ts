/** The official kernel mock with a comm on which our kernel side, or a broken one, answers. */
import type { Kernel, KernelMessage } from '@jupyterlab/services';
import { KernelMock } from '@jupyterlab/services/lib/testutils';
import type { JSONObject, JSONValue } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';

import type { HelloValue, Snapshot } from '../../protocol';

/** A snapshot of a kernel in which nothing has happened. */
export const SNAPSHOT: Snapshot = {
  session: 's',
  seq: 0,
  tfx: { state: 'absent', version: null },
  cwd: '/w',
  contexts: [],
  components: [],
  runs: [],
  files: [],
  cells: []
};

/** Answer to the handshake. */
export const HELLO: HelloValue = {
  protocol: 1,
  version: '0.1.0',
  python: '3.10',
  executable: '/bin/python',
  pid: 1,
  snapshot: SNAPSHOT
};

/** What to answer to a request; undefined for no answer. */
export type Answer = (request: JSONObject) => JSONValue | undefined;

/** Options of {@link fakeKernel}. */
export interface IFakeKernelOptions {
  readonly answer?: Answer;
  /** Reply to every `requestExecute`; by default all is well. */
  readonly executed?: JSONObject;
  /** How many of the first `requestExecute` are dropped, as what waits behind a cell that fails. */
  readonly dropped?: number;
  /** How many of the first replies to `requestExecute` are lost. */
  readonly lost?: number;
  /** Content of the reply to a request for a subshell; by default the kernel has none. */
  readonly subshell?: JSONObject;
}

/** A kernel, and what was done to it. */
export interface IFakeKernel {
  readonly kernel: Kernel.IKernelConnection;
  readonly sent: JSONObject[];
  readonly executed: string[];
  readonly clones: Kernel.IKernelConnection[];
  readonly comm: { isDisposed: boolean; closed: boolean };
  /** The kernel side says something. */
  say(data: JSONValue): void;
  /** The kernel side closes the comm. */
  close(): void;
}

/** Answers as our kernel side does. */
export const answerAll: Answer = request => ({
  id: request.id,
  ok: true,
  value: (request.kind === 'hello'
    ? HELLO
    : request.kind === 'snapshot'
      ? SNAPSHOT
      : request.kind === 'check-files'
        ? { files: [] }
        : {}) as unknown as JSONObject
});

/** Makes a kernel. */
export function fakeKernel(options: IFakeKernelOptions = {}): IFakeKernel {
  const { answer = answerAll, executed = { status: 'ok', user_expressions: {} } } = options;
  const state = { isDisposed: false, closed: false };
  const sent: JSONObject[] = [];
  const codes: string[] = [];
  const clones: Kernel.IKernelConnection[] = [];
  const comm = {
    commId: 'c',
    targetName: 'jupyterlab_tfx',
    onMsg: (_: KernelMessage.ICommMsgMsg): void | PromiseLike<void> => undefined,
    onClose: (_: KernelMessage.ICommCloseMsg): void | PromiseLike<void> => undefined,
    get isDisposed() {
      return state.isDisposed;
    },
    open: () => undefined,
    send: (data: JSONObject) => {
      sent.push(data);
      const reply = answer(data);
      if (reply !== undefined) {
        queueMicrotask(() => say(reply));
      }
    },
    close: () => {
      state.closed = true;
      state.isDisposed = true;
      return { done: Promise.resolve() };
    },
    dispose: () => {
      state.isDisposed = true;
    }
  };
  const iopubMessage = new Signal<object, KernelMessage.IIOPubMessage>({});
  let ownComm: string | null = null;
  const say = (data: JSONValue): void => {
    void comm.onMsg({ content: { data } } as KernelMessage.ICommMsgMsg);
    if (ownComm !== null) {
      iopubMessage.emit({
        header: { msg_type: 'comm_msg' },
        content: { comm_id: ownComm, data }
      } as unknown as KernelMessage.IIOPubMessage);
    }
  };
  /** What a comm of the client's own sends. */
  const sendShellMessage = ({ header, content }: KernelMessage.IShellMessage) => {
    const { comm_id, data } = content as { readonly comm_id: string; readonly data: JSONObject };
    if (header.msg_type === 'comm_open') {
      ownComm = comm_id;
    } else if (header.msg_type === 'comm_msg') {
      comm.send(data);
    } else if (header.msg_type === 'comm_close') {
      comm.close();
    }
    return { done: Promise.resolve() };
  };
  const extras = {
    connectionStatus: 'connected',
    supportsSubshells: options.subshell !== undefined,
    subshellId: null,
    iopubMessage,
    sendShellMessage,
    createComm: () => comm,
    sendControlMessage: () => ({ done: Promise.resolve({ content: options.subshell }) }),
    requestExecute: ({ code, user_expressions }: KernelMessage.IExecuteRequestMsg['content']) => {
      codes.push(code);
      const isProbe = Object.keys(user_expressions ?? {}).length > 0;
      const content = isProbe
        ? {
            status: 'ok',
            user_expressions: { path: { data: { 'text/plain': "'/bin/python'" } } }
          }
        : codes.length <= (options.dropped ?? 0)
          ? { status: 'aborted' }
          : executed;
      const isLost = codes.length <= (options.lost ?? 0);
      return { done: isLost ? new Promise(() => undefined) : Promise.resolve({ content }) };
    }
  };
  const kernel = Object.assign(new KernelMock({}), extras, {
    clone: ({ handleComms }: { handleComms?: boolean } = {}) => {
      // Handling comms, it would close those of the person's widgets.
      expect(handleComms).toBe(false);
      const clone = Object.assign(new KernelMock({}), extras) as Kernel.IKernelConnection;
      clones.push(clone);
      return clone;
    }
  }) as unknown as Kernel.IKernelConnection;
  return {
    kernel,
    sent,
    executed: codes,
    clones,
    comm: state,
    say,
    close: () => {
      void comm.onClose({} as KernelMessage.ICommCloseMsg);
    }
  };
}
