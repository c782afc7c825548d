/**
 * TunerResults: `tuner_results.json`, one object per trial with `trial_id`, `score` and the trial's hyperparameters
 * (`tfx/components/tuner/executor.py`). The tuner wrote the best trial first: whether more or less is better, only that
 * order tells.
 */
import type { IArtifactSource } from '../artifact-source';
import { isRecord, parsePythonJson, textOf } from '../decode-json';
import { toValue } from '../hyper-parameters/decode';
import type { HyperValue } from '../hyper-parameters/hyper-parameters';

/** A trial. */
export interface ITrial {
  /** From 1, the best. */
  readonly rank: number;
  readonly id: string;
  /** null where there is none; may be NaN. */
  readonly score: number | null;
  readonly values: ReadonlyMap<string, HyperValue>;
}

/** All trials that came to their end. */
export interface ITunerResults {
  /** The best first. */
  readonly trials: readonly ITrial[];
  /** Names of all hyperparameters, in the order of the file. */
  readonly names: readonly string[];
}

/** Bytes of the file, and trials, at most. */
const MOST = 1 << 26;
const MOST_TRIALS = 100_000;

/** @throws an Error with a sentence where there is no file, or it is no list of objects. */
export async function decodeTunerResults(source: IArtifactSource): Promise<ITunerResults> {
  const { files, problem } = source.document;
  const file = files.find(({ path }) => path === 'tuner_results.json') ?? files.at(0);
  if (!file) {
    throw new Error(problem ?? 'There is no tuner_results.json in this artifact.');
  }
  const { path, size } = file;
  if (size > MOST) {
    throw new Error(`${path} is larger than ${MOST >> 20} MB, and is not read.`);
  }
  const json = parsePythonJson(textOf(await source.read(path)), path);
  if (!Array.isArray(json)) {
    throw new Error(`${path} does not hold a tuner's trials: it is JSON, but no list.`);
  }
  const names = new Set<string>();
  const trials = (json as readonly unknown[])
    .slice(0, MOST_TRIALS)
    .filter(isRecord)
    .map(({ trial_id: id, score, ...values }, index) => {
      Object.keys(values).forEach(name => names.add(name));
      return {
        rank: index + 1,
        id: id === undefined || id === null ? '' : String(toValue(id)),
        score: typeof score === 'number' ? score : null,
        values: new Map(Object.entries(values).map(([name, value]) => [name, toValue(value)]))
      };
    });
  return { trials, names: [...names] };
}
