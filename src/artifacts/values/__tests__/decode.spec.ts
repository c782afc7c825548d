/** Values as TFX's value artifacts write them (`encode` in `tfx/types/standard_artifacts.py`). */
import { memorySource } from '../../records/__tests__/folder-source';
import type { Value } from '../decode';
import { decodeValue } from '../decode';
import { VALUE_TYPES } from '../value-types';

function value(
  type: string,
  content: string | Uint8Array,
  customProperties: Readonly<Record<string, number>> = {}
): Promise<Value> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return decodeValue(memorySource(new Map([['value', bytes]]), { type, customProperties }));
}

describe('decodeValue', () => {
  it.each([
    ['String', 'grüße\n', { kind: 'string', text: 'grüße\n', cut: false }],
    ['String', '', { kind: 'string', text: '', cut: false }],
    ['Integer', '-12345678901234567890', { kind: 'integer', text: '-12345678901234567890' }],
    ['Float', '0.1', { kind: 'float', text: '0.1' }],
    ['Float', '1e-05', { kind: 'float', text: '1e-05' }],
    ['Float', 'NaN', { kind: 'float', text: 'NaN' }],
    ['Float', '-Infinity', { kind: 'float', text: '-Infinity' }],
    ['Boolean', '1', { kind: 'boolean', value: true }],
    ['Boolean', '0', { kind: 'boolean', value: false }],
    ['JsonValue', '{"a": [1, null, "x"]}', { kind: 'json', value: { a: [1, null, 'x'] } }],
    ['JsonValue', 'null', { kind: 'json', value: null }],
    ['Integer_Metrics', '7', { kind: 'integer', text: '7' }]
  ])('reads a %s of %p', async (type, content, expected) => {
    expect(await value(type, content)).toEqual(expected);
    expect(VALUE_TYPES).toContain(type);
  });

  it('reads bytes', async () => {
    const bytes = Uint8Array.of(0, 255);
    expect(await value('Bytes', bytes)).toEqual({ kind: 'bytes', bytes, size: 2 });
  });

  it('reads None', async () => {
    expect(await value('Integer', '', { __is_null__: 1 })).toEqual({ kind: 'null' });
    expect(await value('String', '', { __is_null__: 0 })).toMatchObject({ kind: 'string' });
  });

  it.each([
    ['Integer', '1.5', 'The file says “1.5”, which is not an integer'],
    ['Integer', '', 'The file is empty, and not an integer'],
    ['Float', 'one', 'The file says “one”, which is not a number'],
    ['Boolean', 'True', 'The file says “True”, which is not a boolean, 1 or 0'],
    ['JsonValue', '{"a": NaN}', 'The value is not JSON that a browser reads'],
    ['JsonValue', '{"a"', 'The value is not JSON that a browser reads'],
    ['String', Uint8Array.of(0xff), 'The file is not text in UTF-8']
  ])('says what is wrong with a %s of %p', async (type, content, sentence) => {
    await expect(value(type, content)).rejects.toThrow(sentence);
  });

  it('says that there is nothing', async () => {
    await expect(decodeValue(memorySource(new Map(), { type: 'String' }))).rejects.toThrow(
      'The value is not here'
    );
  });

  it('shows the beginning of a long text', async () => {
    const long = 'ä'.repeat(3_000_000);
    const read = await value('String', long);
    expect(read).toMatchObject({ kind: 'string', cut: true });
    expect(read.kind === 'string' && long.startsWith(read.text)).toBe(true);
  });
});
