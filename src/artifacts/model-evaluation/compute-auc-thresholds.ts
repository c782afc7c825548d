/** How many thresholds areas below curves are reckoned at: as the Evaluator was told. */
import { TFMA_THRESHOLDS } from '../../metrics/ranking';
import type { IEvalRun } from './evaluation';

/** `num_thresholds` of the first AUC that has it; TFMA's default without. */
export function thresholdsOf(run: IEvalRun | null): number {
  for (const { metrics } of run?.config.metricsSpecs ?? []) {
    for (const { className, config } of metrics) {
      const asked = /^AUC/.test(className) ? /"num_thresholds":\s*(\d+)/.exec(config) : null;
      const number = Number(asked?.[1] ?? 0);
      if (number >= 2 && number <= TFMA_THRESHOLDS) {
        return number;
      }
    }
  }
  return TFMA_THRESHOLDS;
}
