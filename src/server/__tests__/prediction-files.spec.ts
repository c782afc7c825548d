import { ServerConnection } from '@jupyterlab/services';

import { ArtifactClient } from '../artifact-client';
import { keptFiles, readKept } from '../prediction-files';

const EVALUATION = '/runs/Evaluator/evaluation/7';
const INDEX = 'jupyterlab-tfx/predictions.json';

/** A stand-in for the server's file route, with ranges, over these files; `asked` has paths and ranges. */
function server(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>) {
  const asked: string[] = [];
  const settings = ServerConnection.makeSettings({
    baseUrl: 'http://localhost:8888/',
    fetch: async (input: RequestInfo | URL) => {
      const request = input instanceof Request ? input : new Request(input);
      const { searchParams } = new URL(request.url);
      const path = searchParams.get('path') ?? '';
      const range = request.headers.get('Range');
      asked.push(range === null ? path : `${path} ${range}`);
      const bytes = files[path];
      if (searchParams.get('uri') !== EVALUATION || !bytes) {
        return new Response('{"message": "There is no such file."}', { status: 404 });
      }
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
      return range === null
        ? new Response(bytes)
        : new Response(bytes.slice(Number(start), Number(end) + 1), { status: 206 });
    }
  });
  return { client: new ArtifactClient(settings), asked };
}

const text = (value: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(value));

const NONE = { predictions: null, model: null, weights: null, inputs: null, modelProblem: null };

describe('keptFiles', () => {
  it('are those that the index names', async () => {
    const { client } = server({
      [INDEX]: text(
        '{"version": 1, "predictions": {"file": "predictions-1.arrow", "size": 3}, "model": null, "modelProblem": "No."}'
      )
    });
    expect(await keptFiles(client, EVALUATION)).toEqual({
      ...NONE,
      predictions: { path: 'jupyterlab-tfx/predictions-1.arrow', size: 3 },
      modelProblem: 'No.'
    });
  });

  it.each(['{', 'null', '[]', '{"version": 1}', '{"predictions": {"file": 3, "size": "a"}}'])(
    'are none where the index is %s',
    async index => {
      const { client } = server({ [INDEX]: text(index) });
      expect(await keptFiles(client, EVALUATION)).toEqual(NONE);
    }
  );

  it('are none where nothing is there; another refusal is said', async () => {
    const { client } = server({});
    expect(await keptFiles(client, EVALUATION)).toEqual(NONE);
    const settings = ServerConnection.makeSettings({
      fetch: async () => new Response('{"message": "It is outside."}', { status: 403 })
    });
    await expect(keptFiles(new ArtifactClient(settings), EVALUATION)).rejects.toThrow(
      'It is outside.'
    );
  });
});

describe('readKept', () => {
  const path = 'jupyterlab-tfx/predictions-1.arrow';
  const part = 8 * 1024 * 1024;

  it('puts the ranges together, and tells how far it is', async () => {
    const bytes = Uint8Array.from({ length: part + 5 }, (_, at) => at % 251);
    const { client, asked } = server({ [path]: bytes });
    const told: number[] = [];
    const read = await readKept(
      client,
      EVALUATION,
      { path, size: bytes.length },
      done => told.push(done),
      new AbortController().signal
    );
    expect(Buffer.compare(new Uint8Array(read), bytes)).toBe(0);
    expect(told).toEqual([0, part, part + 5]);
    expect(asked).toEqual([`${path} bytes=0-${part - 1}`, `${path} bytes=${part}-${part + 4}`]);
  });

  it('fails where the file is shorter than the index says, and ends when it shall', async () => {
    const { client } = server({ [path]: new Uint8Array(3) });
    const read = (signal: AbortSignal) =>
      readKept(client, EVALUATION, { path, size: 4 }, () => undefined, signal);
    await expect(read(new AbortController().signal)).rejects.toThrow('not whole');
    await expect(read(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
