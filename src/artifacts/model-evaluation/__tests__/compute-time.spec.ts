/** Evaluations in the order of time. */
import { momentsOf } from '../compute-time';
import { decodeSpans } from '../decode-spans';
import type { IArtifactInput } from '../../artifact-view';
import type { IArtifactSource } from '../../artifact-source';

it('puts runs in the order of their ids, those without one last', () => {
  expect(momentsOf('run', [7, null, 3], [])).toEqual([
    { index: 2, at: 1 },
    { index: 0, at: 2 },
    { index: 1, at: 3 }
  ]);
});

it('takes the last run of each span, and none without', () => {
  expect(momentsOf('span', [5, 9, 7, 8], [2, 1, 2, null])).toEqual([
    { index: 1, at: 1 },
    { index: 2, at: 2 }
  ]);
  expect(momentsOf('span', [1], [null])).toEqual([]);
});

it('reads the span of the examples that were evaluated', async () => {
  const took: Record<string, IArtifactInput[]> = {
    '/e/1': [
      { input: 'model', type: 'Model', uri: '/m/1', name: '', id: 1 },
      { input: 'examples', type: 'Examples', uri: '/x/1', name: '', id: 2 }
    ],
    '/e/2': [{ input: 'examples', type: 'Examples', uri: '/x/2', name: '', id: 3 }]
  };
  const properties: Record<string, Record<string, number | string>> = {
    '/x/1': { span: 14 },
    '/x/2': { span: 'fourteen' }
  };
  const host = {
    inputs: async (uri: string) => took[uri] ?? [],
    source: async ({ uri }: { readonly uri: string }) =>
      ({
        document: { properties: properties[uri], customProperties: {} }
      }) as unknown as IArtifactSource
  };
  const { signal } = new AbortController();
  expect(await decodeSpans(['/e/1', '/e/2', '/e/3'], host, signal)).toEqual([14, null, null]);
  expect(await decodeSpans(['/e/1'], { inputs: null, source: null }, signal)).toEqual([null]);
});
