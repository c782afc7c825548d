/** Predictions in fixtures/predictions, and what TFMA says of the same rows. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { textSource } from '../../artifacts/__tests__/text-source';
import type { IArtifactSource } from '../../artifacts/artifact-source';
import { decodeEvaluation } from '../../artifacts/model-evaluation/decode';
import type { IEvaluation } from '../../artifacts/model-evaluation/evaluation';
import { decodePredictions } from '../decode-predictions';
import type { IPredictionTable } from '../prediction-table';

/** The file of a case. */
export function predictionBytes(name: string): ArrayBuffer {
  const bytes = readFileSync(join('fixtures/predictions', `${name}.arrow`));
  return new Uint8Array(bytes).buffer;
}

/** The rows of a case, with one of its outputs. */
export function predictions(name: string, output?: string): IPredictionTable {
  return decodePredictions(predictionBytes(name), output);
}

/** What TFMA wrote: a folder below `fixtures`. */
export function evaluationFiles(path: string): IArtifactSource {
  const folder = join('fixtures', path);
  return textSource(
    'ModelEvaluation',
    Object.fromEntries(
      readdirSync(folder).map(file => [file, new Uint8Array(readFileSync(join(folder, file)))])
    )
  );
}

/** The same, read. */
export function evaluationOf(path: string): Promise<IEvaluation> {
  return decodeEvaluation(evaluationFiles(path), new AbortController().signal);
}
