/** Predictions in fixtures/predictions, and what TFMA says of the same rows. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { textSource } from '../../artifacts/__tests__/text-source';
import { decodeEvaluation } from '../../artifacts/model-evaluation/decode';
import type { IEvaluation } from '../../artifacts/model-evaluation/evaluation';
import { decodePredictions } from '../decode-predictions';
import type { IPredictionTable } from '../prediction-table';

/** The file of a case. */
export function predictionBytes(name: string): ArrayBuffer {
  const bytes = readFileSync(join('fixtures/predictions', `${name}.arrow`));
  return new Uint8Array(bytes).buffer;
}

/** The rows of a case. */
export function predictions(name: string): IPredictionTable {
  return decodePredictions(predictionBytes(name));
}

/** What TFMA wrote: `fixtures/predictions/<case>`, or `fixtures/artifacts/ModelEvaluation/<case>`. */
export function evaluationOf(path: string): Promise<IEvaluation> {
  const folder = join('fixtures', path);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return decodeEvaluation(
    textSource(
      'ModelEvaluation',
      Object.fromEntries(
        files.map(name => [name, new Uint8Array(readFileSync(join(folder, name)))])
      )
    ),
    new AbortController().signal
  );
}
