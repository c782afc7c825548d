/** What the panel can do with an artifact: the views are another feature's. */
import type { IDisposable } from '@lumino/disposable';

import type { IPipeline } from '../pipeline/pipeline';
import type { Artifact } from '../protocol';

/** An artifact of a pipeline, and where it comes from. */
export interface IMadeArtifact {
  readonly artifact: Artifact;
  readonly node: string;
  /** Milliseconds since the epoch; null where that is not known. */
  readonly madeAt: number | null;
}

/** Where a scalar of a training run has come to. */
export interface IRunFigure {
  readonly name: string;
  readonly value: string;
  /** Of which data, and at which step. */
  readonly title: string;
}

/** Shows artifacts. */
export interface IPanelArtifacts {
  /** Opens artifacts of one type in a tab. */
  open(artifacts: readonly Artifact[]): void;
  /** Draws an artifact's compact view into an element, until it is disposed. */
  attach(artifact: Artifact, element: HTMLElement): IDisposable;
  /** Artifacts of a type that a pipeline has made, each once, newest first. */
  made(pipeline: IPipeline, type: string): readonly IMadeArtifact[];
  /** A few figures of a training run, the most telling first; fails with a sentence. */
  figures(run: Artifact, signal: AbortSignal): Promise<readonly IRunFigure[]>;
  /** Shows training runs in TensorBoard; several are compared. */
  openTensorBoard(runs: readonly Artifact[]): void;
}
