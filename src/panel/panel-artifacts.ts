/** What the panel can do with an artifact: the views are another feature's. */
import type { IDisposable } from '@lumino/disposable';

import type { Artifact } from '../protocol';

/** Shows artifacts. */
export interface IPanelArtifacts {
  /** Opens artifacts of one type in a tab. */
  open(artifacts: readonly Artifact[]): void;
  /** Draws an artifact's compact view into an element, until it is disposed. */
  attach(artifact: Artifact, element: HTMLElement): IDisposable;
}
