import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

import { maskedCrc32c } from '../crc32c';
import { decompress } from '../gunzip';
import { TFRecordError, tfRecordBatches, tfRecords } from '../tfrecord';
import { collect, inChunks, writeTFRecord } from './write-tfrecord';

const text = (value: string) => new TextEncoder().encode(value);
const three = writeTFRecord([text('one'), text(''), text('three')]);

const folder = join('fixtures', 'formats', 'tfrecord');
/** By file, what TensorFlow reads. */
const written = JSON.parse(readFileSync(join(folder, 'records.json'), 'utf8')) as Record<
  string,
  string[]
>;

describe('files of TensorFlow and Beam', () => {
  it.each(Object.keys(written))('%s has the records that TensorFlow reads', async name => {
    for (const size of [1, 100, 100_000]) {
      const file = new Uint8Array(readFileSync(join(folder, name)));
      const { items, error } = await collect(tfRecords(decompress(inChunks(file, size))));
      expect(error).toBeNull();
      expect(items.map(item => Buffer.from(item).toString('base64'))).toEqual(written[name]);
    }
  });
});

describe('maskedCrc32c', () => {
  it('is what TensorFlow writes', () => {
    // tf.io.TFRecordWriter: a record of the bytes `hello`.
    const file = '0500000000000000eab2043e68656c6c6fbb1f1c19';
    expect(Buffer.from(writeTFRecord([text('hello')])).toString('hex')).toBe(file);
  });

  it('is the checksum of the standard, masked', () => {
    // CRC-32C of "123456789" is 0xe3069283.
    const crc = 0xe3069283;
    const masked = (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
    expect(maskedCrc32c(text('123456789'))).toBe(masked);
  });
});

describe('tfRecords', () => {
  it('gives back what was written, whatever the chunks', async () => {
    const record = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record),
        fc.integer({ min: 1, max: 400 }),
        async (records, size) => {
          const read = await collect(tfRecords(inChunks(writeTFRecord(records), size)));
          expect(read.error).toBeNull();
          expect(read.items.map(item => [...item])).toEqual(records.map(item => [...item]));
        }
      )
    );
  });

  it('says where a cut-off file ends, after the records before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: three.length - 1 }), async end => {
        const read = await collect(tfRecords(inChunks(three.slice(0, end), 7)));
        const whole = [19, 35].filter(border => border <= end).length;
        expect(read.items).toHaveLength(whole);
        if ([19, 35].includes(end)) {
          expect(read.error).toBeNull();
        } else {
          expect(read.error).toMatchObject({ record: whole + 1, offset: [0, 19, 35][whole] });
          expect(read.error?.message).toContain(
            `ends inside record ${whole + 1}, which starts at byte ${[0, 19, 35][whole]}`
          );
        }
      })
    );
  });

  it('finds every flipped bit, and gives no damaged record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: three.length * 8 - 1 }), async bit => {
        const damaged = three.slice();
        damaged[bit >> 3] ^= 1 << (bit & 7);
        const { items, error } = await collect(tfRecords(inChunks(damaged, 11)));
        expect(error).toBeInstanceOf(TFRecordError);
        expect(items).toHaveLength([19, 35, 999].findIndex(border => bit >> 3 < border));
      })
    );
  });

  it('reads damaged records where it is told not to look', async () => {
    const damaged = three.slice();
    damaged[12] ^= 1;
    const { items, error } = await collect(tfRecords(inChunks(damaged), { verify: false }));
    expect(error).toBeNull();
    expect(items.map(item => new TextDecoder().decode(item))).toEqual(['nne', '', 'three']);
  });

  it('refuses a length bomb before it gathers anything', async () => {
    const bomb = new Uint8Array(16);
    const view = new DataView(bomb.buffer);
    view.setBigUint64(0, 2n ** 60n, true);
    view.setUint32(8, maskedCrc32c(bomb.subarray(0, 8)), true);
    const { error } = await collect(tfRecords(inChunks(bomb)));
    expect(error?.message).toContain('says that it is 1152921504606846976 bytes long');
  });

  it('says that another file is none', async () => {
    const { error } = await collect(tfRecords(inChunks(text('feature { name: "x" }'))));
    expect(error?.message).toContain('This is not a TFRecord file');
  });

  it('reads no further than the limit', async () => {
    let chunks = 0;
    async function* counted() {
      for await (const chunk of inChunks(three, 19)) {
        chunks++;
        yield chunk;
      }
    }
    const { items } = await collect(tfRecords(counted(), { limit: 1 }));
    expect([items.length, chunks]).toEqual([1, 1]);
    expect((await collect(tfRecords(counted(), { limit: 0 }))).items).toEqual([]);
  });

  it('hands on the records of a chunk together', async () => {
    const { items } = await collect(tfRecordBatches(inChunks(three, 40)));
    expect(items.map(batch => batch.length)).toEqual([2, 1]);
  });
});
