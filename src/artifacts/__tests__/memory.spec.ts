/**
 * No file makes the browser take more than ten times its length, beside what any file may take: large files made of what
 * TFX wrote, and files that are made to fill memory. Each is read in a process whose heap ends there; what the process
 * took besides the heap is measured too.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes: of a large file, and what any may take: code, and the pieces in which files are read. */
const LARGE = 12 << 20;
const ALWAYS = 128 << 20;
const TIMES = 10;

interface IMeasured {
  readonly grown: number;
  readonly said: string;
}

/** Type → a file that TFX wrote: copies of it, one after the other, are a file too. */
const files: readonly (readonly [type: string, fixture: string, path: string])[] = [
  ['ExampleStatistics', 'flights', 'Split-train/FeatureStats.pb'],
  ['Schema', 'flights', 'schema.pbtxt'],
  ['ExampleAnomalies', 'curated', 'Split-eval/SchemaDiff.pb'],
  ['Examples', 'flights', 'Split-train/data_tfrecord-00000-of-00001.gz'],
  ['InferenceResult', 'classify', ''],
  ['TransformGraph', 'flights', 'transform_fn/saved_model.pb'],
  ['TransformGraph', 'flights', 'transform_fn/assets/dest'],
  ['TransformGraph', 'flights', 'metadata/schema.pbtxt'],
  ['Model', 'penguins', 'Format-Serving/saved_model.pb'],
  ['Model', 'keras-2', 'Format-Serving/keras_metadata.pb'],
  ['ModelRun', 'penguins', ''],
  ['ModelEvaluation', 'flights', 'metrics-00000-of-00001.tfrecord']
];

let script: string;

beforeAll(() => {
  const bundle = `import('./bench/bundle.mjs')
    .then(({ bundle }) => bundle('src/artifacts/__tests__/memory-run.ts', { minify: false }))
    .then(({ script }) => process.stdout.write(script))`;
  script = execFileSync(process.execPath, ['-e', bundle], { encoding: 'utf8' });
}, 120_000);

/** @throws where the heap was not enough. */
function measure(type: string, path: string, bytes: Uint8Array): IMeasured {
  const heap = Math.ceil((ALWAYS + TIMES * bytes.length) / (1 << 20));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${heap}`, script, type, path],
    { input: bytes, encoding: 'utf8', maxBuffer: 1 << 26 }
  );
  if (status !== 0) {
    throw new Error(`${type} ${path} needs more than ${heap} MB.\n${stderr.slice(-1500)}`);
  }
  return JSON.parse(stdout) as IMeasured;
}

function holds(type: string, path: string, bytes: Uint8Array): IMeasured {
  const measured = measure(type, path, bytes);
  const most = ALWAYS + TIMES * bytes.length;
  if (process.env.MEMORY) {
    const times = Math.max(0, measured.grown - ALWAYS) / bytes.length;
    process.stderr.write(
      `${type} ${path} ${bytes.length >> 20} MB: ${measured.grown >> 20} MB, ${times.toFixed(1)} ${measured.said.slice(0, 90)}\n`
    );
  }
  expect(measured.grown).toBeLessThan(most);
  return measured;
}

function fixture(type: string, name: string, path: string): readonly [string, Uint8Array] {
  const folder = join('fixtures', 'artifacts', type, name);
  const { files: listed } = JSON.parse(readFileSync(`${folder}.document.json`, 'utf8')) as {
    files: readonly { readonly path: string; readonly size: number }[];
  };
  const found =
    listed.find(file => file.path === path) ?? [...listed].sort((a, b) => b.size - a.size)[0];
  return [found.path, new Uint8Array(readFileSync(join(folder, found.path)))];
}

/** A piece again and again. */
function repeated(piece: Uint8Array, length = LARGE): Uint8Array {
  const times = Math.ceil(length / piece.length);
  return Buffer.concat(Array.from({ length: times }, () => piece));
}

jest.setTimeout(120_000);

it.each(files)('a large %s of %s, %s', (type, name, asked) => {
  const [path, piece] = fixture(type, name, asked);
  holds(type, path, repeated(piece));
});

const text = (line: string): Uint8Array => new TextEncoder().encode(line);
/** Length of a record, and no record; length of a field, and no field. */
const lengthBombs: readonly (readonly [string, Uint8Array])[] = [
  ['record', Buffer.from([0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3, 4])],
  ['field', Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x07])]
];
/** How a file is read. */
type Format = 'binary' | 'records' | 'text' | 'lines' | 'json';

const bombs: readonly (readonly [string, readonly Format[], () => Uint8Array])[] = [
  ...lengthBombs.map(
    ([what, piece]) => [`a ${what}’s length`, ['binary', 'records'], () => repeated(piece)] as const
  ),
  ['zeros', ['binary', 'records', 'text', 'lines'], () => new Uint8Array(LARGE)],
  ['gzip of zeros', ['records', 'lines'], () => gzipSync(new Uint8Array(1 << 28))],
  [
    'gzip of empty messages',
    ['records', 'lines'],
    () => gzipSync(repeated(Buffer.from([0x0a, 0]), 1 << 26))
  ],
  ['empty messages', ['binary', 'lines'], () => repeated(Buffer.from([0x0a, 0]))],
  ['empty messages of another field', ['binary'], () => repeated(Buffer.from([0x12, 0]))],
  ['small messages', ['binary'], () => repeated(Buffer.from([0x12, 2, 0x0a, 0]))],
  ['messages in messages', ['binary'], () => repeated(Buffer.from([0x0a, 0x7f]))],
  ['open brackets', ['json'], () => repeated(text('['))],
  ['short values', ['json'], () => Buffer.concat([text('['), repeated(text('{},')), text('{}]')])],
  ['open messages', ['text'], () => repeated(text('feature { struct_domain { '))],
  ['empty messages', ['text'], () => repeated(text('feature{}'))],
  ['small messages', ['text'], () => repeated(text('feature { name: "a" presence {} }\n'))],
  ['ends of lines', ['binary', 'text', 'lines'], () => repeated(text('\n'))]
];

/** Every way in which files are read. */
const targets: readonly (readonly [format: Format, type: string, path: string])[] = [
  ['binary', 'ExampleStatistics', 'Split-train/FeatureStats.pb'],
  ['binary', 'ExampleAnomalies', 'Split-train/SchemaDiff.pb'],
  ['binary', 'TransformGraph', 'transform_fn/saved_model.pb'],
  ['binary', 'Model', 'Format-Serving/keras_metadata.pb'],
  ['records', 'Examples', 'Split-train/data_tfrecord-00000-of-00001.gz'],
  ['records', 'ModelRun', 'train/events.out.tfevents.1700000000.host.1.0.v2'],
  ['records', 'ModelEvaluation', 'metrics-00000-of-00001.tfrecord'],
  ['text', 'Schema', 'schema.pbtxt'],
  ['lines', 'TransformGraph', 'transform_fn/assets/dest'],
  ['json', 'JsonValue', 'value'],
  ['json', 'TunerResults', 'tuner_results.json'],
  ['json', 'HyperParameters', 'best_hyperparameters.txt']
];

it.each(bombs)('%s as %j', (_, formats, make) => {
  const bytes = make();
  const files = targets.filter(([format]) => formats.includes(format));
  expect(files.length).toBeGreaterThan(0);
  files.forEach(([, type, path]) => holds(type, path, bytes));
});
