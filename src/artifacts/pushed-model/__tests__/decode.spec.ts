/** What Pusher says of a push. */
import { textSource } from '../../__tests__/text-source';
import { decodePushedModel } from '../decode';

const never = new AbortController().signal;

it('reads where, when and which version', async () => {
  const source = textSource(
    'PushedModel',
    { 'model.pkl': 'abc' },
    {
      pushed: 1,
      pushed_destination: '/serving/1764000000',
      pushed_version: '1764000000',
      name: 'x'
    }
  );
  expect(await decodePushedModel(source, never)).toMatchObject({
    pushed: true,
    destination: '/serving/1764000000',
    version: '1764000000',
    time: new Date('2025-11-24T16:00:00Z'),
    model: { savedModels: [], fileCount: 1 },
    others: { name: 'x' }
  });
});

it('takes versions that are no time as they are, and a push that was not made', async () => {
  const read = async (properties: Record<string, string | number>) =>
    decodePushedModel(textSource('PushedModel', {}, properties), never);
  expect(await read({ pushed: 1, pushed_version: 'v2' })).toMatchObject({
    version: 'v2',
    time: null
  });
  expect(await read({ pushed: 0 })).toMatchObject({ pushed: false, version: null });
  expect(await read({})).toMatchObject({ pushed: null, destination: null, model: null });
});
