/** Reads a ModelEvaluation artifact: metrics, verdict and configuration; plots are read when they are asked for. */
import { fromJson } from '@bufbuild/protobuf';
import type { JsonValue } from '@bufbuild/protobuf';

import { decodeMessage } from '../../proto/decode-message';
import { EvalRunSchema, EvalConfigSchema } from '../../proto/generated/eval_config_pb';
import type { ValidationResult } from '../../proto/generated/validation_pb';
import { ValidationResultSchema } from '../../proto/generated/validation_pb';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { parsePythonJson, textOf } from '../decode-json';
import { decodeAttributions } from './decode-attributions';
import { MetricTable } from './decode-metrics';
import { readShards, shardsOf } from './decode-shards';
import type { IEvalRun, IEvaluation } from './evaluation';

const CONFIG = 'eval_config.json';

/** @throws an Error with a sentence where there are no files of an evaluation, or no metrics can be read. */
export async function decodeEvaluation(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IEvaluation> {
  const { files, problem } = source.document;
  const problems: string[] = [];
  const part = async <T>(read: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      throwIfAborted(signal);
      problems.push(error instanceof Error ? error.message : String(error));
      return otherwise;
    }
  };
  const records = async (kind: Parameters<typeof shardsOf>[1]): Promise<readonly Uint8Array[]> => {
    const shards = await readShards(source, shardsOf(files, kind), signal);
    problems.push(...shards.problems);
    throwIfAborted(signal);
    return shards.records;
  };
  if (!files.some(({ path }) => path === CONFIG) && shardsOf(files, 'metrics').length === 0) {
    throw new Error(
      problem ?? 'There are no files of an evaluation here: run the Evaluator again.'
    );
  }
  const run = files.some(({ path }) => path === CONFIG)
    ? await part(async () => readRun(textOf(await source.read(CONFIG))), null)
    : null;
  const metrics = await part(
    async () => MetricTable.read(await records('metrics'), signal),
    await MetricTable.read([], signal)
  );
  const validation = await part(async () => joined(await records('validations')), null);
  const attributions = await part(
    async () => decodeAttributions(await records('attributions')),
    []
  );
  const plots = shardsOf(files, 'plots');
  if (metrics.rowCount === 0 && problems.length > 0) {
    throw new Error(problems[0]);
  }
  return { run, metrics, validation, attributions, plots, problems };
}

/** @throws an Error with a sentence. */
function readRun(text: string): IEvalRun {
  const json = parsePythonJson(text, CONFIG);
  try {
    const run = fromJson(EvalRunSchema, json as JsonValue, { ignoreUnknownFields: true });
    return {
      config: run.evalConfig ?? fromJson(EvalConfigSchema, {}),
      version: run.version,
      data: run.dataLocation,
      models: run.modelLocations
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${CONFIG} is not what TensorFlow Model Analysis writes (${reason.slice(0, 200)}).`
    );
  }
}

/** What all records say together; there is one, unless somebody joined files. */
function joined(records: readonly Uint8Array[]): ValidationResult | null {
  const [first = null, ...others] = records.map((record, index) =>
    decodeMessage(ValidationResultSchema, record, `Record ${index + 1} of the validations`)
  );
  for (const other of others) {
    first?.metricValidationsPerSlice.push(...other.metricValidationsPerSlice);
    first?.missingSlices.push(...other.missingSlices);
    if (first) {
      first.validationOk &&= other.validationOk;
    }
  }
  return first;
}
