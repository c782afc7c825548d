/** InferenceResult: what BulkInferrer writes. */
import type { IArtifactSource } from '../artifact-source';
import { recordRows } from '../records/decode-rows';
import type { IRow } from '../records/field-value';
import { decodePrediction } from './decode-prediction';

/** Predictions, of which none is read yet. */
export interface IPredictions {
  /** In batches; a damaged file throws an Error with a sentence after the rows before it. */
  readonly rows: (signal: AbortSignal) => AsyncIterable<readonly IRow[]>;
}

/** @throws an Error with a sentence where there are no files of predictions. */
export async function decodePredictions(source: IArtifactSource): Promise<IPredictions> {
  const { files, problem } = source.document;
  const logs = files.filter(
    ({ path }) => files.length === 1 || /(^|\/)prediction_logs[^/]*$/.test(path)
  );
  if (logs.length === 0) {
    throw new Error(
      problem ??
        'There are no predictions here: BulkInferrer writes none where the model is not blessed.'
    );
  }
  const sorted = [...logs].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { rows: signal => recordRows(source, sorted, decodePrediction, signal) };
}
