import { ServerConnection } from '@jupyterlab/services';

import type { TensorBoard, TensorBoardRequest } from '../../protocol';
import { TensorBoardClient } from '../../server/tensorboard-client';
import { BoardModel } from '../board-model';

const REQUEST: TensorBoardRequest = {
  logdirs: [{ uri: 'runs/1', name: 'Trainer 1' }],
  kernel: null,
  reloadInterval: 5,
  idleMinutes: 60
};

const BOARD: TensorBoard = {
  id: 'b1',
  state: 'running',
  doing: '',
  message: '',
  detail: '',
  missing: false,
  logdirs: REQUEST.logdirs,
  withoutEvents: [],
  eventsAt: 1_700_000_000_000,
  startedAt: 1_700_000_000
};

type Answer = Partial<TensorBoard> | { readonly status: number; readonly message: string };

const models: BoardModel[] = [];

afterEach(() => models.splice(0).forEach(model => model.dispose()));

/** A model of a server that gives these answers, the last one again and again; with what was asked and seen. */
function follow(...answers: readonly Answer[]) {
  return watch(false, answers);
}

/** The same, of a board that somebody sees. */
function watch(isSeen: boolean, answers: readonly Answer[]) {
  const asked: string[] = [];
  const left = [...answers];
  const settings = ServerConnection.makeSettings({
    baseUrl: 'http://localhost:8888/user/me/',
    init: { cache: 'default' },
    fetch: async (input: RequestInfo | URL) => {
      const { method, url } = input as Request;
      asked.push(`${method} ${url.slice('http://localhost:8888/user/me/jupyterlab-tfx/'.length)}`);
      const answer = (left.length > 1 ? left.shift() : left[0]) ?? {};
      return 'status' in answer
        ? new Response(JSON.stringify({ message: answer.message }), { status: answer.status })
        : new Response(JSON.stringify({ protocol: 1, boards: [{ ...BOARD, ...answer }] }));
    }
  });
  const model = new BoardModel(
    new TensorBoardClient(settings),
    () => REQUEST,
    () => isSeen
  );
  models.push(model);
  const states: string[] = [];
  model.changed.connect(({ state }) => states.push(state));
  return { model, asked, states };
}

describe('BoardModel', () => {
  it('waits while the board starts, and gives the address of its page', async () => {
    const { model, asked, states } = follow(
      { state: 'starting', doing: 'looking for TensorBoard' },
      { state: 'starting', doing: 'reading the event files' },
      { state: 'running' }
    );
    expect(model.page).toBeNull();
    await model.start();
    expect(states).toEqual(['starting', 'starting', 'running']);
    expect(model.page).toBe('http://localhost:8888/user/me/jupyterlab-tfx/tensorboard/b1/');
    expect(asked).toEqual([
      'POST tensorboards',
      'GET tensorboards/b1?wait=1',
      'GET tensorboards/b1?wait=1'
    ]);
  });

  it('has the sentence of a board that fails, and what it wrote', async () => {
    const { model, states } = follow(
      { state: 'starting' },
      {
        state: 'failed',
        message: 'No environment has TensorBoard.',
        missing: true,
        detail: 'No module'
      }
    );
    await model.start();
    expect(states).toEqual(['starting', 'failed']);
    expect(model).toMatchObject({ message: 'No environment has TensorBoard.', page: null });
    expect(model.board).toMatchObject({ missing: true, detail: 'No module' });
  });

  it('has the sentence of a server that refuses', async () => {
    const { model } = follow({ status: 400, message: 'There is no folder runs/1.' });
    await model.start();
    expect(model).toMatchObject({
      state: 'failed',
      message: 'There is no folder runs/1.',
      board: null
    });
  });

  it('is ended at once when it is stopped, and starts again', async () => {
    const { model, asked, states } = follow({});
    await model.start();
    const stopped = model.stop();
    expect(model).toMatchObject({ state: 'ended', page: null });
    await stopped;
    await model.start();
    expect(asked).toEqual(['POST tensorboards', 'DELETE tensorboards/b1', 'POST tensorboards']);
    expect(states).toEqual(['running', 'ended', 'ended', 'asking', 'running']);
  });

  it('says that the data is to be read again, while and a little after it grows', async () => {
    jest.useFakeTimers();
    const late = { eventsAt: BOARD.eventsAt! + 60_000 };
    const { model } = watch(true, [...new Array<Answer>(7).fill({}), late]);
    const grown: number[] = [];
    await model.start();
    const start = Date.now();
    model.grown.connect(() => grown.push(Math.round((Date.now() - start) / 5000)));
    for (let look = 0; look < 16; look++) {
      await jest.advanceTimersByTimeAsync(5000);
    }
    jest.useRealTimers();
    // TensorBoard looks every 5 seconds, and so does the model: for 15 after the start, and after it has grown.
    expect(grown).toEqual([0, 1, 2, 3, 6, 7, 8, 9]);
  });

  it('has the data read now and then where the server does not know whether it grows', async () => {
    jest.useFakeTimers();
    const { model } = watch(true, [{ eventsAt: null }]);
    let grown = 0;
    await model.start();
    await jest.advanceTimersByTimeAsync(20_000);
    model.grown.connect(() => grown++);
    await jest.advanceTimersByTimeAsync(90_000);
    jest.useRealTimers();
    expect(grown).toBe(3);
  });

  it('is ended when another server answers than the one that ran it, and starts again', async () => {
    jest.useFakeTimers();
    const gone = { status: 404, message: 'This TensorBoard is not running any more.' };
    const { model, states } = watch(true, [{}, {}, gone, { id: 'b2' }]);
    await model.start();
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    expect(model).toMatchObject({ state: 'ended', page: null });
    await model.start();
    expect(states).toEqual(['running', 'ended', 'asking', 'running']);
    expect(model.page).toContain('/b2/');
  });

  it('asks nothing while nobody sees it', async () => {
    jest.useFakeTimers();
    const { model, asked } = follow({});
    await model.start();
    await jest.advanceTimersByTimeAsync(60_000);
    jest.useRealTimers();
    expect(asked).toEqual(['POST tensorboards']);
  });

  it('leaves no board that was cancelled before the server had answered', async () => {
    const { model, asked } = follow({ state: 'starting' });
    const started = model.start();
    await model.stop();
    await started;
    expect(model.state).toBe('ended');
    expect(asked).toEqual(['POST tensorboards', 'DELETE tensorboards/b1']);
  });

  it('stays ended when it was stopped while it started', async () => {
    const { model } = follow({ state: 'starting' });
    const started = model.start();
    await new Promise<void>(resolve => {
      model.changed.connect(({ state }) => state === 'starting' && resolve());
    });
    await model.stop();
    await started;
    expect(model.state).toBe('ended');
  });
});
