/** Runs a model in TensorFlow.js, on the first backend that starts and says what the kernel said. */
import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { NamedTensorMap, io } from '@tensorflow/tfjs-core';

import type { IModelFile } from './decode-model';
import type { Numbers } from './model-inputs';

/** Where tensors live. */
export type BackendName = 'wasm' | 'webgpu' | 'cpu';

/** In the order in which they are tried: for the few rows of a slider, WebAssembly answers first. */
export const BACKENDS: readonly BackendName[] = ['wasm', 'webgpu', 'cpu'];

/** How far a prediction may be from the kernel's, where that is 1 or less; relative to it where it is more. */
export const TOLERANCE = 1e-5;

/** A backend that was passed over. */
export interface IPassedOver {
  readonly name: BackendName;
  readonly reason: string;
}

/** What a backend needs before TensorFlow.js can be told to use it. */
export type PrepareBackend = (name: BackendName) => Promise<void>;

/** A model that runs. */
export class GraphRunner {
  private constructor(
    readonly backend: BackendName,
    readonly passedOver: readonly IPassedOver[],
    /** The largest difference from what the kernel said, of the rows that were tried. */
    readonly difference: number,
    private readonly _file: IModelFile,
    private readonly _node: string,
    private readonly _model: GraphModel<io.IOHandlerSync>
  ) {}

  /**
   * Starts a model.
   *
   * @param output - Name of what it shall predict.
   * @param tried - Inputs of some rows, and what the kernel said of them: a backend that says something else is passed
   *   over.
   * @throws an Error whose message is a sentence where no backend runs the model.
   */
  static async start(
    file: IModelFile,
    output: string,
    weights: ArrayBuffer,
    tried: { readonly inputs: readonly Numbers[]; readonly said: Float32Array },
    prepare: PrepareBackend
  ): Promise<GraphRunner> {
    const node = file.outputs.find(({ name }) => name === output)?.node;
    if (node === undefined) {
      throw new Error(
        'The model was made of other outputs than the predictions: have it made again.'
      );
    }
    const [tf, { loadGraphModelSync }] = await Promise.all([
      import('@tensorflow/tfjs-core'),
      import('@tensorflow/tfjs-converter')
    ]);
    const passedOver: IPassedOver[] = [];
    for (const name of BACKENDS) {
      try {
        await prepare(name);
        if (!(await tf.setBackend(name))) {
          throw new Error('it does not start');
        }
        await tf.ready();
        const model = loadGraphModelSync({
          modelTopology: file.topology,
          weightSpecs: file.weights.map(({ shape, ...weight }) => ({
            ...weight,
            shape: [...shape]
          })),
          weightData: weights
        });
        const runner = new GraphRunner(name, passedOver, 0, file, node, model);
        const said = await runner.predict(tried.inputs);
        const difference = farthest(said, tried.said);
        if (!(difference <= TOLERANCE)) {
          throw new Error(`its predictions differ from the kernel’s by ${difference}`);
        }
        return new GraphRunner(name, passedOver, difference, file, node, model);
      } catch (error) {
        passedOver.push({ name, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    throw new Error(
      `The browser cannot run the model: ${passedOver.map(({ name, reason }) => `${name}: ${reason}`).join('; ')}.`
    );
  }

  /**
   * What the model says.
   *
   * @param inputs - For each input of the graph, rows × its entries.
   * @returns Rows × classes; one number for each row of a binary task, or of a regression.
   */
  async predict(inputs: readonly Numbers[]): Promise<Float32Array> {
    const tf = await import('@tensorflow/tfjs-core');
    const given: NamedTensorMap = {};
    this._file.inputs.forEach(({ name, shape, dtype }, at) => {
      const rows = inputs[at].length / shape.reduce((size, each) => size * each, 1);
      given[name] = tf.tensor(inputs[at], [rows, ...shape], dtype);
    });
    const said = tf.tidy(() => {
      const output = this._model.execute(given, this._node);
      return tf.cast(Array.isArray(output) ? output[0] : output, 'float32');
    });
    try {
      return Float32Array.from(await said.data());
    } finally {
      tf.dispose([given, said]);
    }
  }

  /** Gives the weights back; nothing can be predicted any more. */
  dispose(): void {
    this._model.dispose();
  }
}

/** How far numbers are from others, relative to those that are larger than 1; NaN where one is none. */
function farthest(ours: Float32Array, theirs: Float32Array): number {
  if (ours.length !== theirs.length) {
    return NaN;
  }
  return ours.reduce((most, value, at) => {
    const off = Math.abs(value - theirs[at]) / Math.max(1, Math.abs(theirs[at]));
    return off > most || Number.isNaN(off) ? off : most;
  }, 0);
}
