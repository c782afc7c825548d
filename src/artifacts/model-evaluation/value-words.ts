/** Values that are no plain number, in a few words and in more of them. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { ArrayValue, MetricValue } from '../../proto/generated/metrics_pb';
import { ArrayValue_DataType } from '../../proto/generated/metrics_pb';
import { figure } from '../format';

/** Values that are named. */
const MOST = 20;
/** Characters of a text of the file. */
const LONG = 500;

/** In a table's cell, and beside the pointer. */
export interface IValueWords {
  readonly short: string;
  readonly long: string;
}

/** What a value is; of a long one its size and its beginning. */
export function valueWords(value: MetricValue | null, trans: TranslationBundle): IValueWords {
  const type = value?.type;
  switch (type?.case) {
    case 'valueAtCutoffs': {
      const pairs = type.value.values.map(
        ({ cutoff, value: at }) => `${cutoff === 0 ? '∞' : cutoff}: ${figure(at)}`
      );
      return listWords(pairs, trans.__('at %1 cutoffs', pairs.length));
    }
    case 'confusionMatrixAtThresholds': {
      const parts = type.value.matrices.map(each =>
        trans.__(
          'at %1: TP %2, FP %3, TN %4, FN %5',
          figure(each.threshold),
          ...[each.truePositives, each.falsePositives, each.trueNegatives, each.falseNegatives].map(
            figure
          )
        )
      );
      return listWords(parts, trans._n('%1 threshold', '%1 thresholds', parts.length));
    }
    case 'multiClassConfusionMatrixAtThresholds': {
      const parts = type.value.matrices.map(({ threshold, entries }) =>
        trans.__('at %1: %2 pairs of classes', figure(threshold), entries.length)
      );
      return listWords(parts, trans._n('%1 threshold', '%1 thresholds', parts.length));
    }
    case 'arrayValue':
      return listWords(arrayTexts(type.value), arrayShape(type.value));
    case 'bytesValue': {
      const text = new TextDecoder().decode(type.value.subarray(0, LONG));
      return { short: text, long: text };
    }
    case 'debugMessage':
      return { short: trans.__('no value'), long: type.value.slice(0, LONG) };
    case 'unknownType':
      return { short: trans.__('unknown'), long: type.value.error.slice(0, LONG) };
    default:
      return { short: 'NaN', long: 'NaN' };
  }
}

function listWords(parts: readonly string[], size: string): IValueWords {
  const shown = parts.slice(0, MOST).join('\n');
  return { short: size, long: (parts.length > MOST ? `${shown}\n…` : shown).slice(0, 4 * LONG) };
}

function arrayShape({ shape, dataType }: ArrayValue): string {
  return `${ArrayValue_DataType[dataType]?.toLowerCase() ?? ''} [${shape.slice(0, 8).join(' × ')}]`;
}

function arrayTexts(array: ArrayValue): readonly string[] {
  switch (array.dataType) {
    case ArrayValue_DataType.BYTES:
      return array.bytesValues
        .slice(0, MOST + 1)
        .map(bytes => new TextDecoder().decode(bytes.subarray(0, LONG)));
    case ArrayValue_DataType.INT32:
      return array.int32Values.slice(0, MOST + 1).map(String);
    case ArrayValue_DataType.INT64:
      return array.int64Values.slice(0, MOST + 1).map(String);
    case ArrayValue_DataType.FLOAT32:
      return array.float32Values.slice(0, MOST + 1).map(figure);
    default:
      return array.float64Values.slice(0, MOST + 1).map(figure);
  }
}
