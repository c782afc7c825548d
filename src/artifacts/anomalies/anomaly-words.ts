/** Anomalies in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { measureWords } from '../schema/schema-words';
import type { IAnomaly, IDistance } from './anomalies';
import type { ISplitVerdict } from './compute-verdicts';
import { measureOf } from './compute-accept';

/** What an anomaly is of. */
export function subjectWord({ name }: IAnomaly, trans: TranslationBundle): string {
  return name === '' ? trans.__('The whole dataset') : name;
}

/** In short; DistributionValidator leaves that to the reasons. */
export function shortWords(
  { shortDescription, reasons }: IAnomaly,
  trans: TranslationBundle
): string {
  if (shortDescription !== '') {
    return shortDescription;
  }
  return reasons.length === 1
    ? reasons[0].shortDescription
    : trans._n('%1 reason', '%1 reasons', reasons.length);
}

/** At length. */
export function longWords({ description, reasons }: IAnomaly): string {
  return description.trim() || reasons.map(reason => reason.description.trim()).join(' ');
}

/** A verdict: how many errors and warnings. */
export function verdictWords(verdict: ISplitVerdict, trans: TranslationBundle): string {
  const { errors, warnings, dataMissing } = verdict;
  return (
    [
      dataMissing ? trans.__('no examples') : '',
      errors > 0 ? trans._n('%1 error', '%1 errors', errors) : '',
      warnings > 0 ? trans._n('%1 warning', '%1 warnings', warnings) : ''
    ]
      .filter(words => words !== '')
      .join(', ') || trans.__('no anomalies')
  );
}

/** What was measured. */
export function distanceWords(distance: IDistance, trans: TranslationBundle): string {
  const measure = measureOf(distance);
  return measure === null ? distance.type : measureWords(measure, trans);
}
