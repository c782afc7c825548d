/** Slices and metrics in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Aggregation, IFigureKey, ISliceKey, Slice } from './figure-key';

/** Characters of a name that come from data. */
const LONG = 200;

/** `island = Dream, sex = female`, or that it is all examples. */
export function sliceWords({ slice, against }: ISliceKey, trans: TranslationBundle): string {
  const own = oneSlice(slice, trans);
  return against === null ? own : trans.__('%1 against %2', own, oneSlice(against, trans));
}

function oneSlice(slice: Slice, trans: TranslationBundle): string {
  return slice.length === 0
    ? trans.__('All examples')
    : slice
        .map(({ column, value, isRange }) => `${column} ${isRange ? '' : '= '}${String(value)}`)
        .join(', ')
        .slice(0, 10 * LONG);
}

/** Which parts of a key tell figures apart: those that are the same in all of them are left out. */
export interface ITelling {
  readonly model: boolean;
  readonly weighted: boolean;
  /** Metrics of outputs: without an output, they are averages over them. */
  readonly averaged?: ReadonlySet<string>;
  /** Names of classes, where they are known. */
  readonly classes?: readonly string[];
}

/** What tells these keys apart. */
export function tellingOf(keys: readonly IFigureKey[]): ITelling {
  return {
    model: new Set(keys.map(({ model }) => model)).size > 1,
    weighted: new Set(keys.map(({ weighted }) => weighted ?? false)).size > 1,
    averaged: new Set(keys.flatMap(({ name, output }) => (output === '' ? [] : [name])))
  };
}

/** `precision, class 0 (candidate)`. */
export function figureWords(key: IFigureKey, telling: ITelling, trans: TranslationBundle): string {
  const parts = [key.name.slice(0, LONG), ...qualities(key, telling, trans)];
  const text = parts.filter(part => part !== '').join(', ');
  const named = telling.model && key.model !== '' ? `${text} (${key.model.slice(0, LONG)})` : text;
  return key.diff ? trans.__('change of %1', named) : named;
}

/** The qualities of a key, without its name. */
export function qualities(
  key: IFigureKey,
  telling: ITelling,
  trans: TranslationBundle
): readonly string[] {
  return [
    key.output === '' ? '' : trans.__('output %1', key.output.slice(0, LONG)),
    key.classId === null
      ? ''
      : trans.__('class %1', telling.classes?.at(key.classId)?.slice(0, LONG) ?? key.classId),
    key.k === null ? '' : trans.__('rank %1', key.k),
    key.topK === null ? '' : trans.__('top %1', key.topK),
    aggregationWords(isAveraged(key, telling) ? 'outputs' : key.aggregation, trans),
    telling.weighted && key.weighted === true ? trans.__('weighted') : ''
  ].filter(part => part !== '');
}

/** As of TFMA's `output_weights`; a count of all outputs is none. */
function isAveraged({ name, output }: IFigureKey, { averaged }: ITelling): boolean {
  return output === '' && averaged?.has(name) === true && !name.endsWith('example_count');
}

function aggregationWords(aggregation: Aggregation | null, trans: TranslationBundle): string {
  switch (aggregation) {
    case 'micro':
      return trans.__('micro average');
    case 'macro':
      return trans.__('macro average');
    case 'weighted-macro':
      return trans.__('weighted macro average');
    case 'outputs':
      return trans.__('average over outputs');
    case null:
      return '';
  }
}
