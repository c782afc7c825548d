/** Models of fixtures/what-if. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One of a model's files. */
export function whatIfBytes(file: string, model = 'penguins'): ArrayBuffer {
  return new Uint8Array(readFileSync(join('fixtures/what-if', model, file))).buffer;
}

/** What a worker is opened with. */
export function opening(name: 'penguins' | 'alerts' | 'causes' = 'penguins'): {
  predictions: ArrayBuffer;
  labelKeys: string[];
  model: { model: ArrayBuffer; weights: ArrayBuffer; inputs: ArrayBuffer };
} {
  return {
    predictions: whatIfBytes('predictions.arrow', name),
    labelKeys: { penguins: ['species_xf'], alerts: ['late'], causes: ['cause', 'late'] }[name],
    model: {
      model: whatIfBytes('model.json', name),
      weights: whatIfBytes('weights.bin', name),
      inputs: whatIfBytes('inputs.arrow', name)
    }
  };
}
