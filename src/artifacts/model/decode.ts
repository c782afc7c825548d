/**
 * Model: a SavedModel in `Format-Serving`, perhaps one in `Format-TFMA` (an estimator's is in `export/<name>/<time>`
 * below). Trainers of other frameworks write what they like; so do pushed models and data views, at their top.
 */
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { decodeSavedModel, savedModelFolders } from '../saved-model/decode-saved-model';
import type { ISavedModelFolder } from '../saved-model/saved-model';

/** A model of any framework. */
export interface IModel {
  /** The one for serving first; empty where there are none. */
  readonly savedModels: readonly ISavedModelFolder[];
  /** Files that are in none of them. */
  readonly others: readonly ArtifactFile[];
  /** What the other files look like, such as `XGBoost`; null where they tell nothing. */
  readonly framework: string | null;
  /** Files below the URI, of which only the first ones may be named. */
  readonly fileCount: number;
}

/** By how a file's name ends. */
const FRAMEWORKS: readonly (readonly [RegExp, string])[] = [
  [/\.keras$/, 'Keras 3'],
  [/\.(h5|hdf5)$/, 'Keras (HDF5)'],
  [/\.tflite$/, 'TensorFlow Lite'],
  [/\.onnx$/, 'ONNX'],
  [/(^|\/)model\.bst$|\.xgb$|\.ubj$/, 'XGBoost'],
  [/\.(pt|pth|safetensors)$/, 'PyTorch'],
  [/\.(pkl|pickle|joblib)$/, 'Python pickle (scikit-learn and others)'],
  [/(^|\/)checkpoint_\d+$|\.orbax/, 'Flax, JAX']
];

/** Reads all SavedModels, as far as they go; one that cannot be read is a sentence in its place. */
export async function decodeModel(source: IArtifactSource, signal: AbortSignal): Promise<IModel> {
  const { files, fileCount, problem } = source.document;
  if (files.length === 0) {
    throw new Error(problem ?? 'There are no files in this model: nothing was written yet.');
  }
  const savedModels: ISavedModelFolder[] = [];
  for (const folder of savedModelFolders(files)) {
    savedModels.push(await decodeSavedModel(source, folder, signal));
    throwIfAborted(signal);
  }
  const others = files.filter(
    ({ path }) => !savedModels.some(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
  );
  return {
    savedModels,
    others,
    framework: FRAMEWORKS.find(([name]) => others.some(({ path }) => name.test(path)))?.[1] ?? null,
    fileCount
  };
}
