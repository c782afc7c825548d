/** What flags are called. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Flag } from './compute-flags';
import { MISSING_LIMIT, ZEROS_LIMIT } from './compute-flags';

/** A word for the table, and a sentence that says what it means. */
export function flagWords(flag: Flag, trans: TranslationBundle): readonly [string, string] {
  switch (flag) {
    case 'empty':
      return [trans.__('empty'), trans.__('No example has this feature.')];
    case 'missing':
      return [
        trans.__('missing'),
        trans.__('More than %1 % of the examples do not have this feature.', MISSING_LIMIT * 100)
      ];
    case 'hollow':
      return [
        trans.__('no value'),
        trans.__(
          'More than %1 % of the examples have this feature without a value in it.',
          MISSING_LIMIT * 100
        )
      ];
    case 'zeros':
      return [
        trans.__('zeros'),
        trans.__('More than %1 % of the values are zero.', ZEROS_LIMIT * 100)
      ];
    case 'constant':
      return [trans.__('constant'), trans.__('All values are the same.')];
    case 'unique':
      return [
        trans.__('unique'),
        trans.__('No value is there twice: this may be an identifier, which no model learns from.')
      ];
    case 'nan':
      return [trans.__('NaN'), trans.__('Some values are not a number.')];
    case 'infinite':
      return [trans.__('infinite'), trans.__('Some values are infinite.')];
    case 'damaged':
      return [trans.__('damaged'), trans.__('The statistics of this feature cannot be read.')];
    case 'absent':
      return [trans.__('absent'), trans.__('Not all of the datasets have this feature.')];
    case 'types':
      return [trans.__('types'), trans.__('The datasets do not agree on the type.')];
  }
}
