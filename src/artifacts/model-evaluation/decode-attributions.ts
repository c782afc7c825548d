/** Attributions: how much each feature had to do with the predictions, by slice. */
import { decodeMessage } from '../../proto/decode-message';
import { AttributionsForSliceSchema } from '../../proto/generated/metrics_pb';
import { numberOf } from './decode-number';
import { plainAttributionKey, plainSliceKey } from './decode-slice';
import type { IFigureKey, ISliceKey } from './figure-key';

/** The attributions of a slice by one metric. */
export interface IAttributions {
  readonly slice: ISliceKey;
  readonly key: IFigureKey;
  /** By feature; NaN where the value is no number. */
  readonly values: ReadonlyMap<string, number>;
}

/** Attributions that there are: none, where nothing in the model explains it. */
export type AttributionTable = readonly IAttributions[];

/** @throws MessageError where a record is no AttributionsForSlice. */
export function decodeAttributions(records: readonly Uint8Array[]): AttributionTable {
  return records.flatMap((record, index) => {
    const what = `Record ${index + 1} of the attributions`;
    const message = decodeMessage(AttributionsForSliceSchema, record, what);
    const slice = plainSliceKey(message.slicingSpecOneof);
    return message.attributionsKeysAndValues.map(({ key, values }) => ({
      slice,
      key: plainAttributionKey(key),
      values: new Map(Object.entries(values).map(([name, value]) => [name, numberOf(value)]))
    }));
  });
}
