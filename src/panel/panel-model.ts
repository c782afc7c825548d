/** What the side panel shows: the state of the current notebook's pipeline, and of the way to its kernel. */
import type { ISignal } from '@lumino/signaling';

import type { IPipeline, IPlan } from '../pipeline/pipeline';
import type { BeamChoice, TfxState } from '../protocol';

/** How far the panel has come to a kernel. Each one but `attached` is a card that says what to do. */
export type AttachmentState =
  /** No notebook is open, or the current document is none. */
  | 'no-notebook'
  /** The notebook's language is not Python. */
  | 'not-python'
  /** The notebook does not import tfx. */
  | 'no-tfx'
  /** No kernel is running; the graph is there from the source. */
  | 'no-kernel'
  /** A kernel runs; nothing was done in it yet. */
  | 'not-attached'
  | 'attaching'
  /** The kernel's environment has no `jupyterlab_tfx`. */
  | 'missing-package'
  /** Attached, to a kernel whose environment has no TFX. */
  | 'missing-tfx'
  /** Its `jupyterlab_tfx` speaks another protocol version. */
  | 'other-version'
  | 'kernel-dead'
  | 'error'
  | 'attached';

/** State and the sentence that goes with it. */
export interface IAttachment {
  readonly state: AttachmentState;
  /** What is the matter and what to do (`attaching`: what it waits for); empty where the state says all. */
  readonly sentence: string;
  /** Shell command that helps (`missing-package`, `missing-tfx`, `other-version`); else null. */
  readonly command: string | null;
}

/** A plan that waits for a person's word, with what it was asked for. */
export interface IPendingPlan {
  readonly title: string;
  readonly plan: IPlan;
  /** It is another one than was accepted: the notebook or the kernel changed while that waited. */
  readonly isChanged: boolean;
}

/** A plan that is being carried out. */
export interface IRunningPlan {
  readonly title: string;
  readonly plan: IPlan;
  /** Index of the step that is running. */
  readonly step: number;
}

/** A plan that stopped early: what failed and where. */
export interface IStoppedPlan {
  readonly title: string;
  readonly sentence: string;
  readonly cellId: string | null;
}

/**
 * State of the panel. A new `pipeline` object comes with every change; views compare and draw.
 *
 * Views never write but `selected`; all else is done by commands (`../commands`).
 */
export interface IPanelModel {
  readonly changed: ISignal<IPanelModel, void>;
  readonly attachment: IAttachment;
  /** Why a metadata store cannot be read; null where all is well. */
  readonly storeProblem: string | null;
  /** Names of the metadata stores that the server's configuration has: executions can be read from there. */
  readonly stores: readonly string[];
  /** The one of them that they are read from; null: the notebook's own store. */
  readonly chosenStore: string | null;
  /** File name of the notebook; empty where there is none. */
  readonly notebookName: string;
  /** The kernel's main shell is running a cell. */
  readonly busy: boolean;
  /** False where the kernel cannot answer while it is busy (no subshells). */
  readonly answersWhileBusy: boolean;
  /** What the kernel knows of TFX; null where no kernel tells. */
  readonly tfx: TfxState | null;
  /** null where there is no notebook. */
  readonly pipeline: IPipeline | null;
  /** Selected node id; null for none. Setting it emits `changed`. */
  selected: string | null;
  /** Node ids whose cell holds the cursor. */
  readonly atCursor: readonly string[];
  readonly pendingPlan: IPendingPlan | null;
  readonly runningPlan: IRunningPlan | null;
  readonly stoppedPlan: IStoppedPlan | null;
  /** Take the pending plan's place: run it, or drop it. */
  answerPlan(run: boolean): void;
  /** Close the note of a plan that stopped. */
  dismissStopped(): void;
  /** The Beam runner that a component would run with; null: as the notebook's code says. */
  beamChoice(componentId: string): BeamChoice | null;
  /** What a cell is called in words: its position and first words; for `show cell` links. */
  cellLabel(cellId: string): string;
}
