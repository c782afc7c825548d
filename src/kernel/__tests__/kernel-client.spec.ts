import type { JSONObject } from '@lumino/coreutils';
import { PromiseDelegate } from '@lumino/coreutils';
import type { Kernel } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import { KernelFailure } from '../failure';
import { KernelClient } from '../kernel-client';
import { answerAll, fakeKernel, HELLO, SNAPSHOT } from './fake-kernel-side';
import type { IFakeKernelOptions } from './fake-kernel-side';

async function failure(promise: Promise<unknown>): Promise<KernelFailure> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(KernelFailure);
  return error as KernelFailure;
}

async function attached(options: IFakeKernelOptions = {}) {
  const fake = fakeKernel(options);
  return { ...fake, client: await KernelClient.attach(fake.kernel, '0.1.0') };
}

const EVENT = {
  event: 'tfx',
  seq: 1,
  tfx: { state: 'imported', version: '1.16.0' }
};

describe('attaching', () => {
  it('sets the kernel side up with one silent line, and shakes hands', async () => {
    const { client, executed, sent } = await attached();
    expect(executed).toHaveLength(1);
    expect(executed[0]).not.toMatch(/import tfx|=\s/);
    expect(sent).toEqual([{ id: 1, kind: 'hello', protocol: 1, client: '0.1.0' }]);
    expect(client.hello).toEqual(HELLO);
    client.dispose();
  });

  it('says which Python misses the package', async () => {
    const { kernel } = fakeKernel({
      executed: {
        status: 'error',
        ename: 'ModuleNotFoundError',
        evalue: "No module named 'jupyterlab_tfx'"
      }
    });
    expect(await failure(KernelClient.attach(kernel, '0'))).toMatchObject({
      kind: 'missing-package',
      executable: '/bin/python'
    });
  });

  it.each<[JSONObject, string]>([
    [{ status: 'error', ename: 'ModuleNotFoundError', evalue: "No module named 'other'" }, 'other'],
    [{ status: 'error', ename: 'ValueError', evalue: 'bad' }, 'ValueError: bad']
  ])('says what went wrong: %j', async (executed, message) => {
    const { kernel } = fakeKernel({ executed });
    const error = await failure(KernelClient.attach(kernel, '0'));
    expect(error.kind).toBe('error');
    expect(error.message).toContain(message);
  });

  it('asks again where a cell that failed took the request along', async () => {
    const { client, executed } = await attached({ dropped: 2 });
    expect(executed).toHaveLength(3);
    expect(client.hello).toEqual(HELLO);
    client.dispose();
  });

  it('says that the request was dropped, where it is each time', async () => {
    const { kernel, executed } = fakeKernel({ dropped: Infinity });
    expect((await failure(KernelClient.attach(kernel, '0'))).kind).toBe('dropped');
    expect(executed).toHaveLength(5);
  });

  describe('where the answer is lost', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('waits for a kernel that starts, and asks it now and then', async () => {
      const fake = fakeKernel();
      const statusChanged = new Signal<Kernel.IKernelConnection, Kernel.Status>(fake.kernel);
      const requestKernelInfo = jest.fn(() => Promise.resolve(undefined));
      const kernel = Object.defineProperties(fake.kernel, {
        status: { value: 'starting', writable: true },
        statusChanged: { value: statusChanged },
        requestKernelInfo: { value: requestKernelInfo }
      }) as unknown as { status: Kernel.Status };
      const pending = KernelClient.attach(fake.kernel, '0');
      await jest.advanceTimersByTimeAsync(12_000);
      expect(fake.executed).toHaveLength(0);
      expect(requestKernelInfo).toHaveBeenCalledTimes(3);
      kernel.status = 'idle';
      statusChanged.emit('idle');
      await jest.advanceTimersByTimeAsync(2000);
      expect((await pending).hello).toEqual(HELLO);
      expect(fake.executed).toHaveLength(1);
    });

    it('takes an answer for a start, where the state that the kernel told was missed', async () => {
      const fake = fakeKernel();
      const answer = new PromiseDelegate<object>();
      Object.defineProperties(fake.kernel, {
        status: { value: 'unknown' },
        statusChanged: { value: new Signal<unknown, unknown>(fake.kernel) },
        requestKernelInfo: { value: () => answer.promise }
      });
      const pending = KernelClient.attach(fake.kernel, '0');
      await jest.advanceTimersByTimeAsync(2000);
      expect(fake.executed).toHaveLength(0);
      answer.resolve({ content: { status: 'ok' } });
      await jest.advanceTimersByTimeAsync(2000);
      expect((await pending).hello).toEqual(HELLO);
    });

    it('sets up and shakes hands again', async () => {
      let asked = 0;
      const fake = fakeKernel({
        lost: 2,
        subshell: { status: 'ok', subshell_id: 's' },
        answer: request => (++asked > 2 ? answerAll(request) : undefined)
      });
      const pending = KernelClient.attach(fake.kernel, '0');
      await jest.advanceTimersByTimeAsync(60_000);
      expect((await pending).hello).toEqual(HELLO);
      expect(fake.executed).toHaveLength(3);
      expect(fake.sent.map(({ kind }) => kind)).toEqual(['hello', 'hello', 'hello']);
    });

    it('says that the kernel does not answer, in the end', async () => {
      const { kernel } = fakeKernel({ lost: Infinity });
      const pending = failure(KernelClient.attach(kernel, '0'));
      await jest.advanceTimersByTimeAsync(60_000);
      expect((await pending).kind).toBe('busy');
    });
  });

  it('says that the package is of another version', async () => {
    const { kernel, comm } = fakeKernel({
      answer: ({ id }) => ({ id, ok: false, error: { kind: 'version', message: 'Update it.' } })
    });
    expect(await failure(KernelClient.attach(kernel, '0'))).toMatchObject({
      kind: 'other-version',
      message: 'Update it.'
    });
    expect(comm.closed).toBe(true);
  });

  it('fails where the comm is closed at once: no such target', async () => {
    const fake = fakeKernel({ answer: () => undefined });
    const pending = failure(KernelClient.attach(fake.kernel, '0'));
    await new Promise(resolve => setTimeout(resolve));
    fake.close();
    expect((await pending).kind).toBe('closed');
  });
});

describe('asking', () => {
  it('gives each its own answer, whatever the order', async () => {
    const { client, say, sent } = await attached({
      answer: request => (request.kind === 'hello' ? answerAll(request) : undefined)
    });
    const snapshot = client.ask('snapshot', {});
    const files = client.ask('check-files', {});
    say({ id: sent[2].id, ok: true, value: { files: [] } });
    say({ id: sent[1].id, ok: true, value: SNAPSHOT as unknown as JSONObject });
    expect(await files).toEqual({ files: [] });
    expect(await snapshot).toEqual(SNAPSHOT);
    client.dispose();
  });

  it('fails with the sentence of the kernel side, and goes on', async () => {
    const { client } = await attached({
      answer: request =>
        request.kind === 'check-files'
          ? { id: request.id, ok: false, error: { kind: 'internal', message: 'Oh.' } }
          : answerAll(request)
    });
    expect(await failure(client.ask('check-files', {}))).toMatchObject({
      kind: 'error',
      message: 'Oh.'
    });
    expect(await client.ask('snapshot', {})).toEqual(SNAPSHOT);
    client.dispose();
  });

  it('fails where the kernel is gone', async () => {
    const { client } = await attached({
      answer: request => (request.kind === 'hello' ? answerAll(request) : undefined)
    });
    const pending = failure(client.ask('snapshot', {}));
    client.dispose(false);
    expect((await pending).kind).toBe('gone');
    expect((await failure(client.ask('snapshot', {}))).kind).toBe('gone');
  });

  it('detaches, then ends', async () => {
    const { client, sent, comm } = await attached();
    await client.detach();
    expect(sent.at(-1)).toMatchObject({ kind: 'detach' });
    expect([client.isDisposed, comm.closed]).toEqual([true, true]);
  });
});

describe('listening', () => {
  it('tells of events in their order', async () => {
    const { client, say } = await attached();
    const seen: number[] = [];
    client.event.connect((_, event) => seen.push(event.seq));
    say(EVENT);
    say({ ...EVENT, seq: 2 });
    expect(seen).toEqual([1, 2]);
    client.dispose();
    say({ ...EVENT, seq: 3 });
    expect(seen).toEqual([1, 2]);
  });

  it.each([
    ['text', 'hello'],
    ['nothing', null],
    ['an event of no known kind', { event: 'other', seq: 1 }],
    ['an event that misses a part', { event: 'tfx', seq: 1 }],
    ['a reply that misses a part', { id: 1, ok: true }],
    [
      'a refusal of what could not be read',
      { id: null, ok: false, error: { kind: 'bad-request', message: 'No.' } }
    ]
  ])('ends at %s, with a sentence', async (_, data) => {
    const { client, say } = await attached();
    const closed: string[] = [];
    client.closed.connect((_, { message }) => closed.push(message));
    say(data);
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatch(/\.$/);
    client.dispose();
  });

  it('tells that the kernel side closed, and lets nobody wait', async () => {
    const { client, close } = await attached({
      answer: request => (request.kind === 'hello' ? answerAll(request) : undefined)
    });
    const closed = jest.fn();
    client.closed.connect(closed);
    const pending = failure(client.ask('snapshot', {}));
    close();
    expect((await pending).kind).toBe('closed');
    expect(closed).toHaveBeenCalledTimes(1);
    client.dispose();
    client.dispose();
  });

  it('leaves a comm of a process that is gone without a word', async () => {
    const { client, comm } = await attached();
    client.dispose(false);
    expect(comm).toEqual({ isDisposed: true, closed: false });
  });
});

describe('a kernel with subshells', () => {
  it('is talked to over a connection of its own', async () => {
    const { client, clones, kernel } = await attached({
      subshell: { status: 'ok', subshell_id: 'sub' }
    });
    expect(client.answersWhileBusy).toBe(true);
    expect(clones).toHaveLength(1);
    expect(clones[0].subshellId).toBe('sub');
    expect(kernel.subshellId).toBeNull();
    client.dispose();
    // Not before the kernel took the word that the comm is closed.
    expect(clones[0].dispose).not.toHaveBeenCalled();
    await new Promise(resume => setTimeout(resume, 0));
    expect(clones[0].dispose).toHaveBeenCalledTimes(1);
    expect(kernel.dispose).not.toHaveBeenCalled();
  });

  it('is heard over it, each comm for itself', async () => {
    const { client, say, clones } = await attached({
      subshell: { status: 'ok', subshell_id: 'sub' }
    });
    const seen: number[] = [];
    client.event.connect((_, event) => seen.push(event.seq));
    say(EVENT);
    (clones[0].iopubMessage as Signal<unknown, unknown>).emit({
      header: { msg_type: 'comm_msg' },
      content: { comm_id: 'of a widget', data: { ...EVENT, seq: 2 } }
    });
    expect(seen).toEqual([1]);
    client.dispose();
  });
});
