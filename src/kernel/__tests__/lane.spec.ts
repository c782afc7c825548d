import type { JSONObject } from '@lumino/coreutils';

import { openLane } from '../lane';
import { within, TimeoutError } from '../within';
import { fakeKernel } from './fake-kernel-side';

describe('openLane', () => {
  it('takes the connection that there is, where the kernel has no subshells', async () => {
    const { kernel, clones } = fakeKernel();
    const lane = await openLane(kernel);
    expect(lane).toMatchObject({ connection: kernel, answersWhileBusy: false });
    lane.dispose(true);
    expect(clones).toEqual([]);
    expect(kernel.dispose).not.toHaveBeenCalled();
  });

  it.each<[string, JSONObject]>([
    ['refuses', { status: 'error' }],
    ['names none', { status: 'ok' }],
    ['names it by a number', { status: 'ok', subshell_id: 3 }]
  ])('takes the connection that there is, where the kernel %s', async (_, subshell) => {
    const { kernel } = fakeKernel({ subshell });
    expect((await openLane(kernel)).connection).toBe(kernel);
  });

  it('does not fail where the request does', async () => {
    const { kernel } = fakeKernel({ subshell: {} });
    Object.assign(kernel, {
      sendControlMessage: () => ({ done: Promise.reject(new Error('no')) })
    });
    expect((await openLane(kernel)).connection).toBe(kernel);
  });

  it.each([
    [true, 'sub'],
    [false, null]
  ])('leaves the subshell to be deleted by its connection: alive %s', async (alive, id) => {
    const { kernel } = fakeKernel({ subshell: { status: 'ok', subshell_id: 'sub' } });
    const lane = await openLane(kernel);
    lane.dispose(alive);
    expect(lane.connection.subshellId).toBe(id);
    expect(lane.connection.dispose).toHaveBeenCalledTimes(1);
  });
});

describe('leaving', () => {
  it('says that the comm is closed where no subshell is needed, and deletes the subshell at once', async () => {
    const { kernel, comm } = fakeKernel({ subshell: { status: 'ok', subshell_id: 'sub' } });
    const lane = await openLane(kernel);
    lane.leaveSubshell();
    lane.makeComm('t').close();
    expect(lane.connection.subshellId).toBeNull();
    expect(comm.closed).toBe(true);
    lane.dispose(true);
    expect(lane.connection.subshellId).toBe('sub');
    expect(lane.connection.dispose).toHaveBeenCalledTimes(1);
  });
});

describe('within', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives a value that comes in time, and leaves no timer', async () => {
    expect(await within(10, Promise.resolve(3))).toBe(3);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('fails as the promise does', async () => {
    await expect(within(10, Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('fails where nothing comes', async () => {
    const pending = within(10, new Promise(() => undefined)).catch((error: unknown) => error);
    jest.advanceTimersByTime(10);
    expect(await pending).toBeInstanceOf(TimeoutError);
  });
});
