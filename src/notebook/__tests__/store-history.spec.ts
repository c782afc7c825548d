import { ServerConnection } from '@jupyterlab/services';
import { StateDB } from '@jupyterlab/statedb';

import type { ISourceContext } from '../../pipeline/source-graph';
import type { Context } from '../../protocol';
import { StoreHistory } from '../store-history';

function declared(context: Partial<ISourceContext>): ISourceContext {
  return {
    cellId: 'c',
    statement: 0,
    variable: 'context',
    pipelineName: 'p',
    pipelineRoot: 'runs/p',
    storePath: null,
    ...context
  };
}

function live(uri: string, kind: Context['store']['kind'] = 'sqlite'): Context {
  return { key: uri, variables: [], pipelineName: 'p', pipelineRoot: '/r', store: { kind, uri } };
}

/** A server of stores: executions by URI, or a status that it refuses with. */
function server(stores: Readonly<Record<string, readonly number[] | number>>) {
  const asked: string[] = [];
  const settings = ServerConnection.makeSettings({
    baseUrl: 'http://localhost:8888/',
    fetch: async (input: RequestInfo | URL) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      const uri = url.searchParams.get('uri')!;
      asked.push(`${uri} ${url.searchParams.get('pipeline')}`);
      const store = stores[uri] ?? 404;
      return typeof store === 'number'
        ? new Response('{"message": "Refused."}', { status: store })
        : new Response(JSON.stringify(reply(uri, store)));
    }
  });
  return { settings, asked };
}

function reply(uri: string, ids: readonly number[]) {
  const executions = ids.map(id => ({
    id,
    componentId: 'Trainer',
    type: 't',
    state: 'done',
    runId: 'r',
    startedAt: 1,
    endedAt: 2,
    inputs: {},
    outputs: {},
    execProperties: {},
    error: null
  }));
  return { protocol: 1, uri, pipelineName: 'p', pipelines: ['p'], executions, truncated: false };
}

describe('StoreHistory', () => {
  it.each<[string, Partial<ISourceContext>, string[]]>([
    ['below the root of the pipeline', {}, ['work/runs/p/metadata.sqlite p']],
    ['at an absolute root', { pipelineRoot: '/r' }, ['/r/metadata.sqlite p']],
    ['in a file of its own', { storePath: 'm.db' }, ['work/m.db p']],
    ['nowhere, where the root is not known', { pipelineRoot: null }, []],
    ['nowhere, where the name is not known', { pipelineName: null }, []],
    ['nowhere, where it is not a file', { pipelineRoot: 'gs://b/p' }, []]
  ])('looks %s', async (_, context, places) => {
    const { settings, asked } = server({});
    const history = new StoreHistory({ settings, stateDB: null });
    const found = await history.read('work/a.ipynb', [declared(context)], null);
    expect(asked).toEqual(places);
    expect(found).toEqual({ executions: [], problem: null });
  });

  it('reads each store once, in order, and says what it could not read', async () => {
    const { settings, asked } = server({ '/a': [1, 2], '/b': 500, '/c': [3] });
    const history = new StoreHistory({ settings, stateDB: null });
    const found = await history.read(
      'n.ipynb',
      [],
      ['/a', '/b', '/c', '/a'].map(uri => live(uri))
    );
    expect(asked).toEqual(['/a p', '/b p', '/c p']);
    expect(found.executions.map(execution => execution.id)).toEqual([1, 2, 3]);
    expect(found.problem).toBe('Refused.');
  });

  it('asks for no store that is not a file', async () => {
    const { settings, asked } = server({});
    const history = new StoreHistory({ settings, stateDB: null });
    await history.read('n.ipynb', [], [live('h:1/db', 'mysql')]);
    expect(asked).toEqual([]);
  });

  it('remembers where a kernel had its store, for each notebook', async () => {
    const { settings, asked } = server({ '/tmp/x': [1] });
    const history = new StoreHistory({ settings, stateDB: new StateDB() });
    await history.read('n.ipynb', [], [live('/tmp/x')]);
    const found = await history.read('n.ipynb', [declared({ pipelineRoot: null })], null);
    expect(found.executions).toHaveLength(1);
    await history.read('other.ipynb', [], null);
    expect(asked).toEqual(['/tmp/x p', '/tmp/x p']);
  });

  it('does not believe what it remembers', async () => {
    const { settings, asked } = server({});
    const stateDB = new StateDB();
    await stateDB.save('jupyterlab-tfx:stores:n.ipynb', [3, null, { uri: 1 }, { uri: 'a' }]);
    const history = new StoreHistory({ settings, stateDB });
    expect(await history.read('n.ipynb', [], null)).toEqual({ executions: [], problem: null });
    expect(asked).toEqual([]);
  });

  it('reads the store that was chosen, for the pipelines whose names are known, and remembers it', async () => {
    const { settings, asked } = server({ 'store:team': [1], '/a': [2] });
    const stateDB = new StateDB();
    const history = new StoreHistory({ settings, stateDB });
    await history.choose('n.ipynb', 'team');
    expect(await new StoreHistory({ settings, stateDB }).choice('n.ipynb')).toBe('team');
    expect(await history.choice('other.ipynb')).toBeNull();
    const found = await history.read('n.ipynb', [], [live('/a'), live('h/db', 'mysql')], 'team');
    expect(found.executions).toMatchObject([{ id: 1, pipelineName: 'p' }]);
    await history.read(
      'new.ipynb',
      [declared({ pipelineName: 'q' }), declared({ pipelineName: null })],
      null,
      'team'
    );
    expect(asked).toEqual(['store:team p', 'store:team q']);
    await history.choose('n.ipynb', null);
    expect(await history.choice('n.ipynb')).toBeNull();
  });

  it('has no names where the server does not tell them', async () => {
    const { settings } = server({});
    expect(await new StoreHistory({ settings, stateDB: null }).names()).toEqual([]);
  });
});
