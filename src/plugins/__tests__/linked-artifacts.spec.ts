import { linkedArtifacts, withoutLinks } from '../linked-artifacts';

const uri = '/runs/a b/model/7';

it('reads types and URIs, and leaves what is neither', () => {
  const query = new URLSearchParams([
    ['reset', ''],
    ['tfx-artifact', `Model ${uri}`],
    ['tfx-artifact', 'gs://bucket/only'],
    ['tfx-artifact', 'ModelRun gs://bucket/run']
  ]);
  expect(linkedArtifacts(`?${query.toString()}`)).toEqual([
    { type: 'Model', uri },
    { type: 'ModelRun', uri: 'gs://bucket/run' }
  ]);
  expect(linkedArtifacts('')).toEqual([]);
});

it('takes them out of the address', () => {
  expect(withoutLinks('?reset=&tfx-artifact=Model+a')).toBe('?reset=');
  expect(withoutLinks('?tfx-artifact=Model+a&tfx-artifact=Model+b')).toBe('');
});
