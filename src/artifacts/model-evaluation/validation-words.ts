/** Bounds and verdicts in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { CrossSlicingSpec, SlicingSpec } from '../../proto/generated/eval_config_pb';
import { figure, percent } from '../format';
import type { IBound } from './compute-thresholds';
import type { ICheck, IVerdict } from './compute-verdict';

/** `at least 0.9`, `changed by at most 2 % of the baseline's`. */
export function boundWords({ kind, value, up }: IBound, trans: TranslationBundle): string {
  switch (kind) {
    case 'lower':
      return trans.__('at least %1', figure(value));
    case 'upper':
      return trans.__('at most %1', figure(value));
    case 'absolute':
      return up === false
        ? trans.__('change at most %1', figure(value))
        : trans.__('change at least %1', figure(value));
    case 'relative':
      return up === false
        ? trans.__('change at most %1 of the baseline', signedPercent(value))
        : trans.__('change at least %1 of the baseline', signedPercent(value));
  }
}

function signedPercent(share: number): string {
  return share < 0 ? `−${percent(-share)}` : percent(share);
}

/** The value that a check compares. */
export function checkedWords({ bound, value }: ICheck): string {
  return bound.kind === 'relative' && Number.isFinite(value) ? signedPercent(value) : figure(value);
}

/** Why a check turned out as it did. */
export function checkWords(check: ICheck, trans: TranslationBundle): string {
  const { bound, margin, passes } = check;
  if (Number.isNaN(margin)) {
    return bound.up === null
      ? trans.__('Fails: the threshold says no direction.')
      : trans.__('Fails: there is no number to compare.');
  }
  const far = bound.kind === 'relative' ? percent(Math.abs(margin)) : figure(Math.abs(margin));
  return passes ? trans.__('Passes by %1', far) : trans.__('Fails by %1', far);
}

/** The slices that a bound is about. */
export function boundSliceWords({ slices, pairs }: IBound, trans: TranslationBundle): string {
  const specs = pairs ?? slices;
  return specs === null
    ? trans.__('in every slice')
    : specs.map(spec => specWords(spec, trans)).join('; ');
}

/** A SlicingSpec, or one that compares. */
export function specWords(spec: SlicingSpec | CrossSlicingSpec, trans: TranslationBundle): string {
  if ('slicingSpecs' in spec) {
    const slices = spec.slicingSpecs.map(each => specWords(each, trans)).join(', ');
    const against = spec.baselineSpec ? specWords(spec.baselineSpec, trans) : '–';
    return trans.__('%1 against %2', slices, against);
  }
  const parts = [
    ...spec.featureKeys.map(column => trans.__('each %1', column)),
    ...Object.entries(spec.featureValues).map(([column, value]) => `${column} = ${value}`),
    ...(spec.sliceKeysSql === '' ? [] : [trans.__('by SQL')])
  ];
  return parts.length === 0 ? trans.__('all examples') : parts.join(', ').slice(0, 1000);
}

/** The whole in a sentence. */
export function verdictWords(
  { passes, checks, bounds }: IVerdict,
  edited: boolean,
  trans: TranslationBundle
): string {
  if (bounds.length === 0) {
    return trans.__('Nothing was demanded of the model: the EvalConfig has no thresholds.');
  }
  const failing = checks.filter(check => !check.passes).length;
  const counted =
    failing > 0
      ? trans.__('%1 of %2 checks fail', failing, checks.length)
      : trans._n('%1 check passes', 'all %1 checks pass', checks.length);
  if (edited) {
    return passes
      ? trans.__('With these bounds the model would pass: %1.', counted)
      : trans.__('With these bounds the model would not pass: %1.', counted);
  }
  return passes
    ? trans.__('The model passes: %1.', counted)
    : trans.__('The model does not pass: %1.', counted);
}
