/** A SavedModel, as read: what a person asks about one. */
import type { ArtifactFile } from '../../protocol';

/** A SavedModel of an artifact, or why it could not be read. */
export interface ISavedModelFolder {
  /** Below the artifact's URI; empty for the URI itself. */
  readonly folder: string;
  readonly files: readonly ArtifactFile[];
  /** Bytes of its files. */
  readonly size: number;
  /** Bytes of `saved_model.pb`: the graphs. */
  readonly graphSize: number;
  /** Bytes of the variables' values. */
  readonly variableSize: number;
  readonly assets: readonly IAsset[];
  /** null where `saved_model.pb` could not be read. */
  readonly graphs: readonly IMetaGraph[] | null;
  /** What `variables.index` has; null where it could not be read. */
  readonly stored: readonly IVariable[] | null;
  readonly keras: IKerasModel | null;
  /** A sentence for each file that could not be read. */
  readonly problems: readonly string[];
}

/** A file in `assets`, such as a vocabulary; its size in bytes. */
export interface IAsset {
  readonly name: string;
  readonly size: number;
}

/** A graph for a use, told by its tags. */
export interface IMetaGraph {
  readonly tags: readonly string[];
  readonly tensorFlow: string;
  readonly madeBy: MadeBy;
  readonly signatures: readonly ISignature[];
  /** Operations by kind, those of functions too; the most frequent first. */
  readonly operations: ReadonlyMap<string, number>;
  readonly functions: number;
  /** Of TensorFlow 2; empty for graphs of TensorFlow 1. */
  readonly variables: readonly IVariable[];
  /** Variables that Keras 3 stored a second time, in `_all_variables`; not in `variables`. */
  readonly copies: number;
}

/** What wrote it, as far as its objects tell. */
export type MadeBy = 'keras-2' | 'keras-3' | 'transform' | 'tensorflow-1' | 'tensorflow-2';

/** A function that the model can be called by (`SignatureDef`). */
export interface ISignature {
  readonly name: string;
  /** Such as `tensorflow/serving/predict`. */
  readonly method: string;
  readonly inputs: readonly ITensorInfo[];
  readonly outputs: readonly ITensorInfo[];
}

/** An input or output of a signature (`TensorInfo`). */
export interface ITensorInfo {
  readonly name: string;
  /** As Python calls it: `float32`. */
  readonly type: string;
  readonly shape: Shape;
  /** Names of tensors in the graph; three of them for a sparse one. */
  readonly tensors: readonly string[];
}

/** Sizes, with null for any; null for any number of dimensions. */
export type Shape = readonly (number | null)[] | null;

/** A variable, by the name that it has in the checkpoint or the graph. */
export interface IVariable {
  readonly name: string;
  readonly type: string;
  readonly shape: Shape;
  /** null where nobody says. */
  readonly trainable: boolean | null;
  /** Bytes; null where nobody says. */
  readonly size: number | null;
}

/** What Keras 2 keeps about a model. */
export interface IKerasModel {
  readonly name: string;
  /** Such as `Functional`. */
  readonly kind: string;
  readonly version: string | null;
  readonly loss: string | null;
  readonly optimizer: string | null;
  readonly layers: readonly IKerasLayer[];
}

/** A layer, as Keras 2 describes it in its metadata. */
export interface IKerasLayer {
  readonly name: string;
  readonly kind: string;
  /** What the layer was built for; null where it is not said. */
  readonly input: Shape;
  readonly trainable: boolean;
  /** Settings that have a value of one word or number: `units 8`, `activation relu`. */
  readonly settings: readonly (readonly [name: string, value: string])[];
}

/** Values of a variable; null where its shape does not tell. */
export function parametersOf({ shape }: { readonly shape: Shape }): number | null {
  return (
    shape?.reduce<number | null>(
      (product, size) => (product === null || size === null ? null : product * size),
      1
    ) ?? null
  );
}
