/**
 * Artifacts with broken files, through the views that are registered: shown in part, or refused with a sentence; never
 * long. `FUZZ_CASES=1000000 npx jest fuzz` tries more, `FUZZ_SEED=7` others.
 */
import { gzipSync } from 'node:zlib';

import { nullTranslator } from '@jupyterlab/translation';
import * as React from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { cpuTime } from '../../proto/__tests__/cpu-time';
import type { Random } from '../../proto/__tests__/mutate';
import { mutate, pick, seeded } from '../../proto/__tests__/mutate';
import { decodeArtifactDocument } from '../../protocol/decode';
import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost } from '../artifact-view';
import { ArtifactViews } from '../artifact-views';
import { DocumentSource } from '../document-source';
import { genericView, standardViews } from '../standard-views';
import type { IFixture } from './fixture';
import { FixtureSource, readFixtures } from './fixture';
import { FolderSource, filesIn } from './folder-source';
import { NOWHERE } from '../nowhere';

/** Cases of all types together. */
const CASES = Number(process.env.FUZZ_CASES ?? 100_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** Of so many cases one is drawn too. */
const DRAWN = 50;

/** Files that have more in them than TFX writes by itself. */
const rich: readonly (readonly [string, string])[] = [
  ['ExampleStatistics', 'statistics-rich'],
  ['ExampleStatistics', 'statistics-sharded'],
  ['Examples', 'examples-odd'],
  ['ExampleAnomalies', 'anomalies'],
  ['Schema', 'schema-rich']
];

const fixtures: readonly IFixture[] = [
  ...readFixtures(),
  ...rich.map(([type, name]) => {
    const { document } = new FolderSource(name, type);
    return { type, name, document, files: filesIn(name), truths: {} };
  })
];
const types = [...new Set(fixtures.map(({ type }) => type))];
const everyFile = fixtures.flatMap(({ files }) => [...files.values()]);
/** Much out of little: zeros, and a message in a message in a message. */
const bombs = [gzipSync(Buffer.alloc(1 << 22)), Buffer.alloc(1 << 14, 0x0a)];

const views = new ArtifactViews(genericView);
standardViews.forEach(entry => views.register(entry));
const place = {
  trans: nullTranslator.load('jupyterlab_tfx'),
  host: NOWHERE
} satisfies { host: IArtifactHost; trans: unknown };

// A page that is not drawn has no pictures.
URL.createObjectURL = () => 'data:,';
URL.revokeObjectURL = () => {};

let refused = 0;

describe.each(types)('broken %s', type => {
  const good = fixtures.filter(each => each.type === type && each.files.size > 0);
  const count = Math.ceil(CASES / types.length);

  it(`is shown in part, or refused with a sentence (${count} cases from seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const view = await views.find(type).load();
    for (let number = 0; number < count; number++) {
      const fixture = pick(good, random);
      const about = `Case ${number}, ${fixture.name}`;
      const sentences: string[] = [];
      let View: Awaited<ReturnType<typeof view.prepare>> | null = null;
      const start = cpuTime();
      try {
        const source = broken(fixture, random);
        View = await view.prepare([{ label: 'one', source }], new AbortController().signal);
      } catch (error) {
        refused++;
        sentences.push(error instanceof Error ? error.message : '');
      }
      if (View && number % DRAWN === 0) {
        sentences.push(...draw(<View {...place} size={pick(['compact', 'full'], random)} />));
      }
      const milliseconds = cpuTime() - start;
      for (const sentence of sentences) {
        if (!/^["“A-Za-z][\s\S]{10,700}[.)]$/.test(sentence)) {
          throw new Error(`${about}: ${sentence}`);
        }
      }
      if (milliseconds > 1000) {
        throw new Error(`${about} took ${milliseconds} ms of processor time.`);
      }
    }
    expect(good.length).toBeGreaterThan(0);
  }, 600_000);
});

it('many were refused', () => {
  expect(refused).toBeGreaterThan(CASES / 5);
});

/** An artifact with a file, or its document, broken in one of many ways. */
function broken(fixture: IFixture, random: Random): IArtifactSource {
  if (random() < 0.1) {
    return new DocumentSource(brokenDocument(fixture, random), null);
  }
  const path = pick([...fixture.files.keys()], random);
  const whole = fixture.files.get(path) ?? new Uint8Array(0);
  const files = new Map([...fixture.files, [path, brokenBytes(whole, random)]]);
  return new FixtureSource(fixture, files);
}

function brokenBytes(whole: Uint8Array, random: Random): Uint8Array {
  switch (Math.floor(random() * 100)) {
    case 0:
      return new Uint8Array(0);
    case 1:
      return pick(everyFile, random);
    case 2:
      return pick(bombs, random);
    case 3:
    case 4:
    case 5:
      return whole.slice(0, Math.floor(random() * whole.length));
    default:
      return mutate(whole, random);
  }
}

/** As a saved notebook that somebody edited has it. */
function brokenDocument({ document }: IFixture, random: Random) {
  const text = mutate(Buffer.from(JSON.stringify(document)), random);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(text));
  } catch {
    json = { ...document, files: document.files.map(file => ({ ...file, data: 'QUJD' })) };
  }
  return decodeArtifactDocument(json);
}

/** Draws a view; the sentences in it about what is wrong. */
function draw(view: React.JSX.Element): readonly string[] {
  const element = document.createElement('div');
  const root = createRoot(element);
  flushSync(() => root.render(view));
  const problems = [...element.querySelectorAll('.jp-TfxArtifact-problem')];
  const sentences = problems.map(({ textContent }) => textContent ?? '');
  flushSync(() => root.unmount());
  return sentences;
}
