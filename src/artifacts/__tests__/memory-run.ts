/**
 * Reads one file as part of an artifact in a process of its own, and prints by how many bytes the process grew at most:
 * `node --expose-gc memory-run.mjs <case>`. The file is on standard input.
 */
import { readFileSync } from 'node:fs';

import type { ArtifactDocument } from '../../protocol';
import { decodeAnomalies } from '../anomalies/decode';
import type { IArtifactSource } from '../artifact-source';
import { decodeExamples } from '../examples/decode';
import { decodeExamplesDiff } from '../examples-diff/decode';
import { decodeHyperParameters } from '../hyper-parameters/decode';
import { decodePredictions } from '../inference-result/decode';
import { decodeEvaluation } from '../model-evaluation/decode';
import { decodeModelRun } from '../model-run/decode';
import { decodeSavedModel } from '../saved-model/decode-saved-model';
import { decodeSchema } from '../schema/decode';
import { decodeStatistics } from '../statistics/decode';
import { decodeTransformGraph } from '../transform-graph/decode';
import { decodeLineage } from '../transform-graph/decode-lineage';
import { decodeVocabulary } from '../transform-graph/decode-vocabulary';
import { decodeTunerResults } from '../tuner-results/decode';
import { decodeValue } from '../values/decode';

/** What is read of a type; what it gives is held until it is measured. */
type Read = (source: IArtifactSource, path: string, signal: AbortSignal) => Promise<unknown>;

const readers: Readonly<Record<string, Read>> = {
  Schema: (source, _path, signal) => decodeSchema(source, signal),
  ExampleAnomalies: (source, _path, signal) => decodeAnomalies(source, signal),
  ExamplesDiff: (source, _path, signal) => decodeExamplesDiff(source, signal),
  HyperParameters: source => decodeHyperParameters(source),
  JsonValue: source => decodeValue(source),
  Model: (source, path, signal) =>
    decodeSavedModel(source, path.split('/').slice(0, -1).join('/'), signal),
  ModelEvaluation: (source, _path, signal) => decodeEvaluation(source, signal),
  ModelRun: (source, _path, signal) => decodeModelRun(source, signal),
  TunerResults: source => decodeTunerResults(source),
  TransformGraph: async (source, path, signal) =>
    path.includes('/assets/')
      ? decodeVocabulary(source, path, signal)
      : path.endsWith('.pb')
        ? decodeLineage(source, signal)
        : decodeTransformGraph(source, signal),
  // All of each feature, but not of all at once: so the table does.
  ExampleStatistics: async (source, _path, signal) => {
    const statistics = await decodeStatistics(source, signal);
    for (const { features } of statistics.datasets) {
      features.forEach(feature => feature.numeric ?? feature.string);
    }
    return statistics;
  },
  Examples: async (source, _path, signal) => rowsOf((await decodeExamples(source)).splits, signal),
  InferenceResult: async source => {
    const predictions = await decodePredictions(source);
    return rowsOf([predictions], new AbortController().signal);
  }
};

/** Reads all rows, of which none is kept. */
async function rowsOf(
  splits: readonly {
    readonly rows: Awaited<ReturnType<typeof decodeExamples>>['splits'][0]['rows'];
  }[],
  signal: AbortSignal
): Promise<number> {
  let count = 0;
  for (const { rows } of splits) {
    for await (const batch of rows(signal)) {
      batch.forEach(row => void (count += row.fields().size));
    }
  }
  return count;
}

function sourceOf(type: string, path: string, bytes: Uint8Array): IArtifactSource {
  const document: ArtifactDocument = {
    ...{ version: 1, type, id: 1, uri: '/a/b/c/1', name: '', state: 'published' },
    ...{ properties: {}, customProperties: {}, truncated: false, problem: null, fileCount: 1 },
    splits: path.startsWith('Split-') ? ['train'] : [],
    files: [{ path, size: bytes.length, encoding: null, data: null }]
  };
  return {
    document,
    read: async (asked, range) => {
      if (asked !== path) {
        throw new Error(`${asked} is not there.`);
      }
      return bytes.subarray(range?.start, range?.end);
    },
    stream: async function* (asked) {
      for (let start = 0; asked === path && start < bytes.length; start += 1 << 16) {
        yield bytes.subarray(start, start + (1 << 16));
      }
    }
  };
}

/** The most memory that the process had at once. */
function peak(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    // Where there is no such file, what the process that began this one had counts too.
    return process.resourceUsage().maxRSS * 1024;
  }
}

async function main([type, path]: readonly string[]): Promise<void> {
  const bytes = new Uint8Array(readFileSync(0));
  const source = sourceOf(type, path, bytes);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let said = '';
  const made = await readers[type](source, path, new AbortController().signal).catch(
    (error: unknown) => void (said = String(error))
  );
  const most = peak();
  process.stdout.write(
    JSON.stringify({ grown: Math.max(0, most - before), said, made: typeof made })
  );
}

void main(process.argv.slice(2));
