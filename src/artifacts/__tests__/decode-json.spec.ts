/** JSON as Python writes it. */
import { parsePythonJson } from '../decode-json';

it.each([
  ['[1, 2.5, "x"]', [1, 2.5, 'x']],
  ['[NaN, Infinity, -Infinity]', [NaN, Infinity, -Infinity]],
  ['{"NaN": NaN, "a \\" Infinity": "-Infinity"}', { NaN: NaN, 'a " Infinity': '-Infinity' }]
])('%s', (text, value) => {
  expect(parsePythonJson(text, 'x.json')).toEqual(value);
});

it.each(['', '{', '[NaN', 'Nan', '{"a": Infinityx}'])('refuses %j with a sentence', text => {
  expect(() => parsePythonJson(text, 'x.json')).toThrow(/^x\.json cannot be read as JSON: .*\.$/);
});
