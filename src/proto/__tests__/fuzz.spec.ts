/** Broken files: always a sentence, never a crash, never long. `FUZZ_CASES=100000 npx jest fuzz` tries more. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DescMessage } from '@bufbuild/protobuf';

import { MessageError, decodeMessage } from '../decode-message';
import { AnomaliesSchema } from '../generated/anomalies_pb';
import { ExampleSchema, SequenceExampleSchema } from '../generated/example_pb';
import { SchemaSchema } from '../generated/schema_pb';
import { DatasetFeatureStatisticsListSchema } from '../generated/statistics_pb';
import { GzipError, decompress } from '../gunzip';
import { TextFormatError, parseText } from '../text-format';
import { TFRecordError, tfRecords } from '../tfrecord';
import { mutate, pick, seeded } from './mutate';
import { inChunks } from './write-tfrecord';

const FOLDER = join('fixtures', 'formats');
const CASES = Number(process.env.FUZZ_CASES ?? 1500);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const files = readdirSync(FOLDER, { recursive: true })
  .map(path => join(FOLDER, String(path)))
  .filter(path => statSync(path).isFile() && !/\.(json|md)$/.test(path))
  .map(path => ({ path, bytes: new Uint8Array(readFileSync(path)) }));

const messages: readonly DescMessage[] = [
  AnomaliesSchema,
  DatasetFeatureStatisticsListSchema,
  ExampleSchema,
  SchemaSchema,
  SequenceExampleSchema
];

/** What each reader throws at most. */
const known = [GzipError, MessageError, TFRecordError, TextFormatError];

type Reader = (bytes: Uint8Array, random: () => number) => Promise<void> | void;

const readers: Readonly<Record<string, Reader>> = {
  records: async (bytes, random) => {
    const chunks = decompress(inChunks(bytes, 1 + Math.floor(random() * 5000)));
    for await (const record of tfRecords(chunks, { verify: random() < 0.5 })) {
      decodeMessage(pick(messages, random), record, 'A record');
    }
  },
  message: (bytes, random) => void decodeMessage(pick(messages, random), bytes, 'A file'),
  text: (bytes, random) => void parseText(pick(messages, random), new TextDecoder().decode(bytes))
};

describe.each(Object.entries(readers))('broken files, read as %s', (_, read) => {
  it(`are refused with a sentence (${CASES} cases from seed ${SEED})`, async () => {
    const random = seeded(SEED);
    let refused = 0;
    for (let count = 0; count < CASES; count++) {
      const { path, bytes } = pick(files, random);
      const broken = mutate(bytes, random);
      const about = `case ${count}, ${path}`;
      const start = performance.now();
      try {
        await read(broken, random);
      } catch (error) {
        refused++;
        if (!known.some(kind => error instanceof kind)) {
          throw new Error(about, { cause: error });
        }
        expect((error as Error).message).toMatch(/^[A-Z][\s\S]{10,400}[.)]$/);
      }
      const seconds = (performance.now() - start) / 1000;
      if (seconds > 1) {
        throw new Error(`${about} took ${seconds} s.`);
      }
    }
    expect(refused).toBeGreaterThan(CASES / 3);
  }, 600_000);
});
