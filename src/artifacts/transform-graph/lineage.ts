/** What the features of a transform are made from. */

/** The transformed features, by what the graph computes them from. */
export interface ILineage {
  readonly features: readonly IMadeFeature[];
  /** Raw features that the graph takes, whether something is made from them or not. */
  readonly inputs: readonly string[];
}

/** A transformed feature. */
export interface IMadeFeature {
  readonly name: string;
  /** Raw features, those that give values first; empty for a feature that is made from none. */
  readonly sources: readonly IFeatureSource[];
  /** What is done, in the order of the data: names of TensorFlow Transform's functions, or operations. */
  readonly steps: readonly string[];
  /** Kinds of operations with how many there are, in the order of the data. */
  readonly operations: readonly (readonly [operation: string, count: number])[];
  /** Names of files in the SavedModel's assets: vocabularies. */
  readonly assets: readonly string[];
  /** The graph names nodes or functions on the way that it does not have. */
  readonly isCut: boolean;
}

/** A raw feature that another is made from. */
export interface IFeatureSource {
  readonly name: string;
  /** Only how many values or rows it has is used. */
  readonly shapeOnly: boolean;
}
