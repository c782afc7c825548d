/** What the status bar says of a pipeline. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IPipeline, IPlan } from '../pipeline/pipeline';

/** As much of a notebook's pipeline as it says something about. */
export interface IStatusFacts {
  /** Something shows it: else its states are not up to date. */
  readonly active: boolean;
  readonly pipeline: Pick<IPipeline, 'nodes'>;
  readonly runningPlan: { readonly plan: IPlan; readonly step: number } | null;
}

/** Where a plan is, what is running, else how many components are stale; empty where there is nothing to say. */
export function statusWords(facts: IStatusFacts, trans: TranslationBundle): string {
  const { nodes } = facts.pipeline;
  const running = nodes.filter(node => node.state === 'running').map(node => node.id);
  if (facts.runningPlan) {
    const { plan, step } = facts.runningPlan;
    const words = trans.__('TFX: step %1 of %2', step + 1, plan.steps.length);
    return running.length === 0 ? words : trans.__('%1, %2 running', words, running.join(', '));
  }
  if (!facts.active) {
    return '';
  }
  if (running.length > 0) {
    return trans.__('TFX: %1 running', running.join(', '));
  }
  const stale = nodes.filter(node => node.state === 'stale').length;
  return stale === 0 ? '' : trans.__('TFX: %1 stale', stale);
}
