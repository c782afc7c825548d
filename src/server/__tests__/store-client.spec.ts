import { ServerConnection } from '@jupyterlab/services';

import { ServerFailure } from '../request';
import { fetchExecutions, fetchStoreNames } from '../store-client';

const REPLY = {
  protocol: 1,
  uri: 'a b.sqlite',
  pipelineName: 'p&q',
  pipelines: ['p&q'],
  executions: [],
  truncated: false
};

/** Settings whose fetch answers this, and the URLs that were asked. */
function server(status: number, body: string) {
  const asked: string[] = [];
  const settings = ServerConnection.makeSettings({
    baseUrl: 'http://localhost:8888/user/me/',
    fetch: async (input: RequestInfo | URL) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return new Response(body, { status });
    }
  });
  return { settings, asked };
}

describe('fetchExecutions', () => {
  it('asks below the base URL, and gives what is answered', async () => {
    const { settings, asked } = server(200, JSON.stringify(REPLY));
    expect(await fetchExecutions(settings, 'a b.sqlite', 'p&q')).toEqual(REPLY);
    const url = new URL(asked[0]);
    expect(url.pathname).toBe('/user/me/jupyterlab-tfx/store');
    expect(url.searchParams.get('uri')).toBe('a b.sqlite');
    expect(url.searchParams.get('pipeline')).toBe('p&q');
  });

  it.each([
    [404, '{"message": "There is no store."}', 'There is no store.'],
    [400, '{"message": 3}', 'The server answered 400.'],
    [500, '<html>', 'The server answered 500.'],
    [502, 'null', 'The server answered 502.']
  ])('fails with the sentence of the server: %s %s', async (status, body, message) => {
    const { settings } = server(status, body);
    const failure = await fetchExecutions(settings, 'a', 'p').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ServerFailure);
    expect(failure).toMatchObject({ status, message });
  });

  it.each([
    '[]',
    'null',
    '{"protocol": 1}',
    'not JSON',
    JSON.stringify({ ...REPLY, executions: [3] })
  ])('does not believe %s', async body => {
    const { settings } = server(200, body);
    await expect(fetchExecutions(settings, 'a', 'p')).rejects.toThrow('cannot be read');
  });
});

describe('fetchStoreNames', () => {
  it.each([
    ['{"stores": ["team", "a b"]}', ['team', 'a b']],
    ['{"stores": [3, "team"]}', ['team']],
    ['{"stores": {}}', []],
    ['null', []]
  ])('takes what are names of %s', async (body, names) => {
    const { settings, asked } = server(200, body);
    expect(await fetchStoreNames(settings)).toEqual(names);
    expect(new URL(asked[0]).pathname).toBe('/user/me/jupyterlab-tfx/stores');
  });
});
