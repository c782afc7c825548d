/** Values and predictions in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { labelsOf, outcomeOf } from '../../what-if/compute-rows';
import type { IOpened } from '../../what-if/questions';
import type { RawValue } from '../../what-if/raw-values';
import { figure } from '../format';

/** A raw value, several with commas; numbers as short as they are told apart in their 32 bits. */
export function rawWords(value: RawValue, trans: TranslationBundle): string {
  if (value === null) {
    return trans.__('(missing)');
  }
  if (typeof value === 'object') {
    return value.map(each => rawWords(each, trans)).join(', ');
  }
  return typeof value === 'number' ? numberText(value) : value === '' ? trans.__('(empty)') : value;
}

/** A number that was a float32 once: 19.3, and not 19.299999237060547. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(7)));
}

/** Names of what a prediction has numbers of. */
export function outputNames(
  { task, classes }: IOpened,
  trans: TranslationBundle
): readonly string[] {
  switch (task) {
    case 'multiclass':
    case 'multilabel':
      return classes;
    case 'binary':
      return [trans.__('Probability')];
    case 'regression':
      return [trans.__('Prediction')];
  }
}

/** What a prediction comes to, such as the class; its number where it is a regression. */
export function outcomeWords(
  opened: IOpened,
  prediction: readonly number[],
  threshold: number,
  trans: TranslationBundle
): string {
  const outcome = outcomeOf(opened.task, prediction, threshold);
  switch (opened.task) {
    case 'multiclass':
      return opened.classes[outcome];
    case 'multilabel':
      return labelsOf(opened.classes, outcome).join(', ') || trans.__('(none)');
    case 'binary':
      return outcome === 1 ? trans.__('positive') : trans.__('negative');
    case 'regression':
      return figure(prediction[0]);
  }
}

/** The label of a row. */
export function labelWords(
  { task, classes }: IOpened,
  label: number,
  trans: TranslationBundle
): string {
  switch (task) {
    case 'multiclass':
      return classes[label] ?? figure(label);
    case 'multilabel':
      return labelsOf(classes, label).join(', ') || trans.__('(none)');
    case 'binary':
      return label === 1 ? trans.__('positive') : trans.__('negative');
    case 'regression':
      return figure(label);
  }
}

/** Where the model runs. */
export function runsWords(
  { runs }: IOpened,
  problem: string | null,
  trans: TranslationBundle
): string {
  if (runs === null) {
    return trans.__('The kernel predicts. %1', problem ?? '');
  }
  const name = { wasm: 'WebAssembly', webgpu: 'WebGPU', cpu: trans.__('the processor') }[
    runs.backend
  ];
  const over = runs.passedOver.map(({ name: other, reason }) => `${other}: ${reason}`).join('; ');
  return [
    trans.__(
      'The model runs in the browser, on %1; its predictions are the kernel’s to %2.',
      name,
      runs.difference < 1e-7 ? '1e-7' : runs.difference.toExponential(0)
    ),
    over === '' ? '' : trans.__('Passed over: %1.', over)
  ]
    .join(' ')
    .trim();
}
