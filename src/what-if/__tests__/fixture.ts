/** The penguin model of fixtures/what-if. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One of its files. */
export function whatIfBytes(file: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join('fixtures/what-if/penguins', file))).buffer;
}

/** What a worker is opened with. */
export function opening(): {
  predictions: ArrayBuffer;
  labelKey: string;
  model: { model: ArrayBuffer; weights: ArrayBuffer; inputs: ArrayBuffer };
} {
  return {
    predictions: whatIfBytes('predictions.arrow'),
    labelKey: 'species_xf',
    model: {
      model: whatIfBytes('model.json'),
      weights: whatIfBytes('weights.bin'),
      inputs: whatIfBytes('inputs.arrow')
    }
  };
}
