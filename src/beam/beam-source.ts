/** What the section on Beam runners needs of the notebook that it is about. */
import type { ISignal } from '@lumino/signaling';

import type { BeamCheck, BeamChoice, BeamChoices } from '../protocol';

/** The choices of one notebook, and its kernel. */
export interface IBeamSource {
  readonly changed: ISignal<unknown, void>;
  readonly choices: BeamChoices;
  /** Ids of the components that are Beam jobs, in the notebook's order. */
  readonly components: readonly string[];
  /** Choose for a component; for all where that is null; nothing where the choice is null. */
  choose(componentId: string | null, choice: BeamChoice | null): Promise<void>;
  /** Look whether a choice can be used; null where no kernel is attached that could. Throws with a sentence. */
  check(choice: BeamChoice): Promise<BeamCheck | null>;
}

/** What was filled in for a runner before, in any notebook. */
export interface IBeamDefaults {
  options(runner: BeamChoice['runner']): BeamChoice['options'];
  /** Remember what was filled in. */
  keep(choice: BeamChoice): void;
}
