/** A Jupyter server that speaks of Airflow: a stand-in for the one that asks a real Airflow. */
import { ServerConnection } from '@jupyterlab/services';

import type { RunsState, PipelineTask, RunsWatch } from '../../protocol';
import { RunsClient } from '../../server/runs-client';

const BASE = 'http://localhost:8888/user/me/';

export const STATE: RunsState = {
  protocol: 1,
  state: 'connected',
  message: '',
  url: 'http://localhost:8080',
  user: 'ada',
  version: '3.3.2',
  values: { url: 'http://localhost:8080' },
  actions: ['trigger', 'pause', 'stop', 'clear', 'log', 'artifacts', 'deploy'],
  pipelines: ['penguins', 'flights'].map(id => ({
    id,
    description: '',
    paused: false,
    file: `${id}/airflow_dag.py`,
    broken: false,
    url: `http://localhost:8080/dags/${id}`
  })),
  importErrors: [],
  warnings: []
};

/** A task that has run once. */
export function task(id: string, state: PipelineTask['state']): PipelineTask {
  const url = `http://localhost:8080/${id}`;
  return { id, state, message: '', tries: 1, maxTries: 2, startedAt: 1000, endedAt: 4000, url };
}

export const WATCH: RunsWatch = {
  protocol: 1,
  pipeline: STATE.pipelines[0],
  parameters: [
    { name: 'rate', kind: 'number', value: '0.1' },
    { name: 'name', kind: 'string', value: 'a' }
  ],
  runs: [
    {
      id: 'r1',
      state: 'failed',
      message: '',
      queuedAt: 0,
      startedAt: 1000,
      endedAt: 4000,
      parameters: '{}',
      url: 'http://localhost:8080/r1'
    }
  ],
  run: 'r1',
  tasks: [task('CsvExampleGen', 'success'), task('Trainer', 'failed')],
  warnings: []
};

/** What it answers to each route; a number is a status to refuse with. */
export interface IAnswers {
  state: RunsState | number;
  watch: RunsWatch | number;
  log: string;
}

/** A client of a server that gives these answers, which may be changed; with what it was asked. */
export function runsServer(changes: Partial<IAnswers> = {}) {
  const answers: IAnswers = { state: STATE, watch: WATCH, log: 'Epoch 1\n', ...changes };
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const settings = ServerConnection.makeSettings({
    baseUrl: BASE,
    init: { cache: 'default' },
    fetch: async (input: RequestInfo | URL) => {
      const request = input as Request;
      const route = request.url.slice(`${BASE}jupyterlab-tfx/runs/airflow`.length);
      asked.push(`${request.method} ${route}`);
      if (request.method === 'POST') {
        bodies.push(await request.json());
      }
      return answer(route, answers);
    }
  });
  return { client: new RunsClient(settings, 'airflow'), asked, bodies, answers };
}

function answer(route: string, { state, watch, log }: IAnswers): Response {
  const reply = (value: object | number): Response =>
    typeof value === 'number'
      ? new Response(JSON.stringify({ message: 'Airflow does not answer.' }), { status: value })
      : new Response(JSON.stringify(value));
  if (route.startsWith('/watch')) {
    return reply(watch);
  }
  if (route.startsWith('/log')) {
    const from = Number(new URLSearchParams(route.split('?')[1]).get('from'));
    return reply({ protocol: 1, text: log.slice(from), next: log.length });
  }
  if (route === '/action' || route === '/deploy') {
    return reply({ protocol: 1, pipeline: 'flights', run: 'r2', notes: [], changes: '' });
  }
  return reply(state);
}
