/** Records that are cut, or long. What real ones hold is tested with examples/. */
import { create, toBinary } from '@bufbuild/protobuf';
import fc from 'fast-check';

import { ExampleSchema, SequenceExampleSchema } from '../../../proto/generated/example_pb';
import { decodeExample } from '../decode-example';
import { MOST_VALUES } from '../field-value';

const long = toBinary(
  ExampleSchema,
  create(ExampleSchema, {
    features: {
      feature: {
        ints: {
          kind: {
            case: 'int64List',
            value: { value: Array.from({ length: 5000 }, (_, i) => BigInt(i)) }
          }
        },
        floats: {
          kind: {
            case: 'floatList',
            value: { value: Array.from({ length: 5000 }, (_, i) => i / 2) }
          }
        },
        texts: {
          kind: {
            case: 'bytesList',
            value: { value: Array.from({ length: 5000 }, () => Uint8Array.of(1, 2)) }
          }
        }
      }
    }
  })
);

describe('decodeExample', () => {
  it('counts all values of a list, and keeps the first', () => {
    for (const { value } of decodeExample(long).values()) {
      expect([value.values.length, value.count]).toEqual([MOST_VALUES, 5000]);
    }
  });

  it('keeps the first values of a list of lists', () => {
    const step = { kind: { case: 'int64List' as const, value: { value: [1n, 2n, 3n] } } };
    const record = toBinary(
      SequenceExampleSchema,
      create(SequenceExampleSchema, {
        featureLists: { featureList: { a: { feature: Array.from({ length: 4000 }, () => step) } } }
      })
    );
    const value = decodeExample(record).get('steps:a')?.value;
    expect(value?.count).toBe(4000);
    expect(value?.values.length).toBe(Math.ceil(MOST_VALUES / 3));
  });

  it('refuses a record that is cut anywhere but at its end', () => {
    const small = toBinary(
      ExampleSchema,
      create(ExampleSchema, {
        features: { feature: { a: { kind: { case: 'floatList', value: { value: [1, 2] } } } } }
      })
    );
    for (let end = 1; end < small.length; end++) {
      expect(() => decodeExample(small.subarray(0, end))).toThrow();
    }
  });

  it('reads or refuses any bytes, in time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(long.length - 1), (bytes, at) => {
        const broken = long.slice();
        broken.set(bytes.subarray(0, broken.length - at), at);
        for (const record of [bytes, broken]) {
          try {
            expect(decodeExample(record).size).toBeLessThan(record.length + 1);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
      { numRuns: 2000 }
    );
  });
});
