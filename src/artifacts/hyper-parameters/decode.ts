/**
 * HyperParameters: `best_hyperparameters.txt`, KerasTuner's `HyperParameters.get_config()` as JSON (TFX's Tuner writes
 * it; any other flat JSON object is read as values alone).
 */
import type { IArtifactSource } from '../artifact-source';
import type { JsonRecord } from '../decode-json';
import { isRecord, listIn, numberIn, parsePythonJson, textIn, textOf } from '../decode-json';
import type { HyperValue, IHyperParameter, SearchSpace } from './hyper-parameters';

/** Bytes of the file, at most. */
const MOST = 1 << 24;

/** @throws an Error with a sentence where there is no file, or it is no JSON object. */
export async function decodeHyperParameters(
  source: IArtifactSource
): Promise<readonly IHyperParameter[]> {
  const { files, problem } = source.document;
  const file = files.find(({ path }) => path === 'best_hyperparameters.txt') ?? files.at(0);
  if (!file) {
    throw new Error(problem ?? 'There is no best_hyperparameters.txt in this artifact.');
  }
  const { path, size } = file;
  if (size > MOST) {
    throw new Error(`${path} is larger than ${MOST >> 20} MB, and is not read.`);
  }
  const json = parsePythonJson(textOf(await source.read(path)), path);
  if (!isRecord(json)) {
    throw new Error(`${path} does not hold hyperparameters: it is JSON, but no object.`);
  }
  return hyperParameters(json);
}

function hyperParameters(json: JsonRecord): readonly IHyperParameter[] {
  const values = isRecord(json.values) ? json.values : json.space === undefined ? json : {};
  const spaces = listIn(json, 'space').flatMap(entry =>
    isRecord(entry) && isRecord(entry.config) && textIn(entry.config, 'name') !== null
      ? [{ kind: textIn(entry, 'class_name') ?? '', config: entry.config }]
      : []
  );
  // A name may come twice, under other conditions.
  const named = new Set(spaces.map(({ config }) => textIn(config, 'name') ?? ''));
  return [
    ...spaces.map(({ kind, config }) => {
      const name = textIn(config, 'name') ?? '';
      return {
        name,
        value: Object.hasOwn(values, name) ? toValue(values[name]) : undefined,
        space: spaceOf(kind, config),
        initial:
          config.default === undefined || config.default === null
            ? undefined
            : toValue(config.default),
        conditions: listIn(config, 'conditions').flatMap(conditionOf)
      };
    }),
    ...Object.entries(values)
      .filter(([name]) => !named.has(name))
      .map(([name, value]) => ({
        name,
        value: toValue(value),
        space: null,
        initial: undefined,
        conditions: []
      }))
  ];
}

/** A value of JSON that stands for a hyperparameter's. */
export function toValue(value: unknown): HyperValue {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    default:
      return value === null || value === undefined ? null : JSON.stringify(value);
  }
}

function spaceOf(kind: string, config: JsonRecord): SearchSpace | null {
  switch (kind) {
    case 'Int':
    case 'Float': {
      const min = numberIn(config, 'min_value');
      const max = numberIn(config, 'max_value');
      const sampling = textIn(config, 'sampling');
      return min === null || max === null
        ? null
        : {
            kind: 'range',
            whole: kind === 'Int',
            min,
            max,
            step: numberIn(config, 'step'),
            sampling: sampling === 'log' || sampling === 'reverse_log' ? sampling : 'linear'
          };
    }
    case 'Choice':
      return {
        kind: 'choice',
        values: listIn(config, 'values').map(toValue),
        ordered: config.ordered === true
      };
    case 'Boolean':
      return { kind: 'choice', values: [false, true], ordered: false };
    case 'Fixed':
      return { kind: 'fixed' };
    default:
      return null;
  }
}

function conditionOf(entry: unknown): IHyperParameter['conditions'] {
  const config = isRecord(entry) && isRecord(entry.config) ? entry.config : null;
  const name = config && textIn(config, 'name');
  return config && name !== null ? [{ name, values: listIn(config, 'values').map(toValue) }] : [];
}
