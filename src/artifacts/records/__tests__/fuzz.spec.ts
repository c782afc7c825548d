/** Rows, predictions, differences and values with broken files: shown in part, or refused with a sentence. */
import { cpuTime } from '../../../proto/__tests__/cpu-time';
import { mutate, pick, seeded } from '../../../proto/__tests__/mutate';
import { collect, writeTFRecord } from '../../../proto/__tests__/write-tfrecord';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import type { IArtifactSource } from '../../artifact-source';
import { recordsOf } from '../../decode-records';
import { decodeExamplesDiff } from '../../examples-diff/decode';
import { decodeExamples } from '../../examples/decode';
import { decodePredictions } from '../../inference-result/decode';
import { decodeValue } from '../../values/decode';
import { cellText } from '../compute-text';
import type { IRow } from '../field-value';

const CASES = Number(process.env.FUZZ_CASES ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const { signal } = new AbortController();

/** Reads all of it; the sentences about what is wrong. */
type Read = (source: IArtifactSource) => Promise<readonly string[]>;

/** Every row, as the table reads it. */
async function readRows(rows: AsyncIterable<readonly IRow[]>): Promise<readonly string[]> {
  const { items, error } = await collect(rows);
  for (const row of items.flat()) {
    for (const { value } of row.fields().values()) {
      cellText(value);
    }
  }
  return error ? [error.message] : [];
}

const decoders: readonly (readonly [string, Read])[] = [
  [
    'Examples',
    async source => {
      const { splits } = await decodeExamples(source);
      return (await Promise.all(splits.map(({ rows }) => readRows(rows(signal))))).flat();
    }
  ],
  ['InferenceResult', async source => readRows((await decodePredictions(source)).rows(signal))],
  [
    'ExamplesDiff',
    async source => {
      const { pairs, problems } = await decodeExamplesDiff(source, signal);
      return [...problems, ...pairs.flatMap(pair => pair.problems)];
    }
  ],
  ...['String', 'Integer', 'Float', 'Boolean', 'Bytes', 'JsonValue'].map(
    type =>
      [
        type,
        async (source: IArtifactSource) => {
          await decodeValue(source);
          return [];
        }
      ] as const
  )
];

/** A file with a broken record, whose checksums are right: what is in it is read. */
async function breakRecord(bytes: Uint8Array, random: () => number): Promise<Uint8Array> {
  const records = await recordsOf(bytes, '').catch(() => null);
  return records && records.length > 0
    ? writeTFRecord(records.map(one => (random() < 0.3 ? mutate(one, random) : one)))
    : mutate(bytes, random);
}

describe.each(decoders)('broken %s', (type, read) => {
  it(`is shown in part, or refused with a sentence (${CASES} cases from seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const good = readFixtures().filter(fixture => fixture.type === type && fixture.files.size > 0);
    let slowest = 0;
    for (let count = 0; count < CASES; count++) {
      const fixture = pick(good, random);
      const path = pick([...fixture.files.keys()], random);
      const whole = fixture.files.get(path) ?? new Uint8Array(0);
      const broken = random() < 0.5 ? mutate(whole, random) : await breakRecord(whole, random);
      const source = new FixtureSource(fixture, new Map([...fixture.files, [path, broken]]));
      const start = cpuTime();
      const sentences = await read(source).catch((error: unknown) => [
        error instanceof Error ? error.message : ''
      ]);
      slowest = Math.max(slowest, cpuTime() - start);
      for (const sentence of sentences) {
        if (!/^[A-Za-z][\s\S]{10,700}[.)]$/.test(sentence)) {
          throw new Error(`Case ${count}, ${fixture.name}/${path}: ${sentence}`);
        }
      }
    }
    expect(good.length).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(1000);
  }, 600_000);
});
