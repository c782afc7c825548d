/** Another look at a notebook's pipeline: the states of a run elsewhere, laid over its graph. */
import type { ISignal } from '@lumino/signaling';

import type { IPipeline, IPipelineNode } from '../pipeline/pipeline';

/** What a graph may show instead of the notebook's own states. */
export interface IOverlay {
  /** Any of what is below is another one. */
  readonly changed: ISignal<unknown, void>;
  /** Which run it is, and how far, in words; null while the graph shows the notebook's own states. */
  readonly title: string | null;
  /** The pipeline with the run's states. */
  apply(pipeline: IPipeline): IPipeline;
  /** State of a node in the run, in words. */
  stateWords(node: IPipelineNode): string;
  /** Let the graph show the notebook's own states again. */
  leave(): void;
}
