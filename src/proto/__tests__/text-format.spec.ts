import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescMessage } from '@bufbuild/protobuf';
import { create, equals, fromBinary, toBinary } from '@bufbuild/protobuf';
import { fromText } from '@bufbuild/protobuf/txtpb';
import fc from 'fast-check';

import { AnomaliesSchema } from '../generated/anomalies_pb';
import { ExampleSchema } from '../generated/example_pb';
import { SchemaSchema } from '../generated/schema_pb';
import { DatasetFeatureStatisticsListSchema } from '../generated/statistics_pb';
import { TextFormatError, parseText } from '../text-format';
import { printText } from '../text-print';
import { cpuTime } from './cpu-time';

/** A text of fixtures/formats/text/cases.json, with what Python makes of it. */
interface ICase {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly binary?: string;
  readonly printed?: string;
  readonly error?: string;
}

const kinds: Readonly<Record<string, DescMessage>> = Object.fromEntries(
  [AnomaliesSchema, ExampleSchema, SchemaSchema, DatasetFeatureStatisticsListSchema].map(desc => [
    desc.typeName,
    desc
  ])
);
const cases = JSON.parse(
  readFileSync(join('fixtures', 'formats', 'text', 'cases.json'), 'utf8')
) as ICase[];
const good = cases.filter(each => each.binary !== undefined);
const bad = cases.filter(each => each.error !== undefined);

/** Where Python keeps characters beyond ASCII it keeps control characters too; we write them as it does else. */
function escaped(text = ''): string {
  return text.replace(/(?!\n)\p{Cc}/gu, c => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

/** The sentence that a text is refused with. */
function refusal(text: string, desc: DescMessage = SchemaSchema): TextFormatError {
  try {
    parseText(desc, text);
  } catch (error) {
    if (error instanceof TextFormatError) {
      return error;
    }
    throw error;
  }
  throw new Error(`Not refused: ${text}`);
}

describe('against Python', () => {
  it('has cases of both kinds', () => {
    expect([good.length, bad.length].map(count => count > 15)).toEqual([true, true]);
  });

  it.each(good)('reads and writes $name', ({ kind, text, binary = '', printed }) => {
    const desc = kinds[kind];
    const expected = fromBinary(desc, new Uint8Array(Buffer.from(binary, 'base64')));
    const { message, unknown } = parseText(desc, text);
    expect(message).toEqual(expected);
    expect(unknown).toEqual([]);
    expect(printText(desc, message)).toBe(escaped(printed));
  });

  it.each(bad)('refuses $name, where Python does', ({ kind, text, error = '' }) => {
    const { message, line } = refusal(text, kinds[kind]);
    expect(message).toMatch(/^Line \d+, column \d+: .+\.$/);
    expect(line).toBe(Number(error.split(':')[0]));
  });

  it('reads the schemas that TFX has written', () => {
    for (const folder of ['schema', 'schema-rich']) {
      const text = readFileSync(join('fixtures', 'formats', folder, 'schema.pbtxt'), 'utf8');
      const { message, unknown } = parseText(SchemaSchema, text);
      expect(unknown).toEqual([]);
      expect(message.feature.length).toBeGreaterThan(7);
    }
  });
});

describe('parseText', () => {
  it('says what is wrong, where', () => {
    expect(refusal('feature {\n  name: "a"\n  name: "b"\n}').message).toBe(
      'Line 3, column 3: "name" is there twice in one Feature. Keep one.'
    );
    expect(refusal('feature { domain: "a" bool_domain {} }').message).toBe(
      'Line 1, column 23: "bool_domain" and "domain" cannot both be in one Feature. Keep one.'
    );
    expect(refusal('feature { name: "a\n" }').message).toBe(
      'Line 1, column 17: a string starts here that does not end on its line: a " is missing.'
    );
    expect(refusal('feature {\n').message).toBe(
      'Line 2, column 1: a "}" should stand here, but the text ends.'
    );
    expect(refusal('int_domain { max: 9223372036854775808 }').message).toBe(
      'Line 1, column 19: 9223372036854775808 is not between -9223372036854775808 and 9223372036854775807.'
    );
  });

  it('keeps fields that it does not know, with their place', () => {
    const text = [
      'feature {',
      '  name: "a"',
      '  new_field { deep: [1, <x: "}">] # comment',
      '  }',
      '  type: QUANTUM',
      '  [some.pkg.extension]: -1.5f',
      '  99: "number"',
      '}',
      'other: [ENUM, "b" \'c\']',
      'in_it { [type.googleapis.com/some.Type] { a: 1 } }'
    ].join('\n');
    const { message, unknown } = parseText(SchemaSchema, text);
    expect(message.feature.map(({ name }) => name)).toEqual(['a']);
    expect(unknown.map(({ name, line, column }) => [name, line, column])).toEqual([
      ['new_field', 3, 3],
      ['type', 5, 3],
      ['[some.pkg.extension]', 6, 3],
      ['99', 7, 3],
      ['other', 9, 1],
      ['in_it', 10, 1]
    ]);
    expect(unknown.map(({ parent }) => parent === message.feature[0])).toEqual([
      ...[true, true, true, true],
      ...[false, false]
    ]);
    const again = parseText(SchemaSchema, printText(SchemaSchema, message, unknown));
    expect(again.unknown.map(each => each.text)).toEqual(unknown.map(each => each.text));
    expect(equals(SchemaSchema, again.message, message)).toBe(true);
  });

  it('keeps an Any whose type it does not know', () => {
    const text = 'annotation { extra_metadata { [a.example/some.Type]: { a: 1 } } }';
    const { message, unknown } = parseText(SchemaSchema, text);
    expect(unknown[0]).toMatchObject({ text: '[a.example/some.Type]: { a: 1 }', column: 31 });
    expect(unknown[0].parent).toBe(message.annotation?.extraMetadata[0]);
  });

  it('reads characters by number, which Python 3 does not', () => {
    const { message } = parseText(
      SchemaSchema,
      String.raw`default_environment: "\u20ac\U0001F427"`
    );
    expect(message.defaultEnvironment).toEqual(['€🐧']);
    expect(refusal(String.raw`default_environment: "\ud800"`).message).toContain('is no character');
    expect(refusal(String.raw`default_environment: "\400"`).message).toContain('is no byte');
  });

  it('takes a key that is named as objects have properties', () => {
    const text = 'features { feature { key: "__proto__" value { int64_list { value: 7 } } } }';
    const { message } = parseText(ExampleSchema, text);
    expect(Object.keys(message.features?.feature ?? {})).toEqual(['__proto__']);
    expect(printText(ExampleSchema, message)).toContain('key: "__proto__"');
  });

  it.each([
    ['messages', (depth: number) => 'feature{struct_domain{'.repeat(depth / 2)],
    ['unknown ones', (depth: number) => 'x{'.repeat(depth)],
    ['lists of unknown ones', (depth: number) => 'x:[{'.repeat(depth)]
  ])('refuses %s that are nested too deep', (_, nest) => {
    expect(refusal(nest(98)).message).toContain('but the text ends');
    expect(refusal(nest(1_000_000)).message).toContain('nested more than 100 deep');
  });

  it('refuses lists in lists', () => {
    expect(refusal(`x: ${'['.repeat(1_000_000)}`).message).toContain('a value should stand here');
  });

  it.each([
    ['a string', 'default_environment: "' + 'x'.repeat(5e6) + '"'],
    ['an open string', 'default_environment: "' + 'x'.repeat(5e6)],
    ['white space', ' '.repeat(5e6)],
    ['comments', '#\n'.repeat(2e6)],
    ['a name', 'x'.repeat(5e6) + ': 1'],
    ['a number', 'x: ' + '1'.repeat(5e6)],
    ['strings', 'default_environment: ' + '"x" '.repeat(2e5)],
    ['unknown fields', 'x: 1\n'.repeat(2e5)],
    ['escapes', 'default_environment: "' + '\\377'.repeat(1e6) + '"']
  ])('reads megabytes of %s in less than a second', (_, text) => {
    const start = cpuTime();
    try {
      parseText(SchemaSchema, text);
    } catch (error) {
      expect(error).toBeInstanceOf(TextFormatError);
      expect((error as Error).message.length).toBeLessThan(300);
    }
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});

describe('printText', () => {
  const name = fc.oneof(fc.fullUnicodeString(), fc.string(), fc.constantFrom('\'"\\', '\0\x7f'));
  const feature = fc.record(
    {
      name,
      type: fc.integer({ min: 0, max: 4 }),
      domainInfo: fc.oneof(
        fc.record({
          case: fc.constant('floatDomain' as const),
          value: fc.record({ min: fc.float(), max: fc.float({ noNaN: true }), name })
        }),
        fc.record({
          case: fc.constant('intDomain' as const),
          value: fc.record({
            min: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
            isCategorical: fc.boolean()
          })
        })
      ),
      distributionConstraints: fc.record({ minDomainMass: fc.double({ noNaN: true }) }),
      annotation: fc.record({
        tag: fc.array(name),
        extraMetadata: fc.array(fc.record({ typeUrl: name, value: fc.uint8Array() }))
      })
    },
    { requiredKeys: [] }
  );
  const schema = fc.record({
    feature: fc.array(feature, { maxLength: 5 }),
    defaultEnvironment: fc.array(name)
  });

  it('writes what is read back as the same message, by the library too', () => {
    fc.assert(
      fc.property(schema, init => {
        // Through the binary form, which has no lone surrogates.
        const bytes = toBinary(SchemaSchema, create(SchemaSchema, init));
        const message = fromBinary(SchemaSchema, bytes);
        const text = printText(SchemaSchema, message);
        const binary = (value: typeof message) => Buffer.from(toBinary(SchemaSchema, value));
        expect(binary(parseText(SchemaSchema, text).message)).toEqual(binary(message));
        expect(binary(fromText(SchemaSchema, text))).toEqual(binary(message));
      })
    );
  });
});
